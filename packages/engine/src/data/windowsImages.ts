// SPDX-License-Identifier: Apache-2.0

/**
 * Repositories whose images run on Windows only.
 *
 * Source: the "Featured Repos" of Windows base images in Microsoft's container
 * registry and their former names on Docker Hub.
 * Basis: knowledge, 2026-11-21.
 */
const WINDOWS_REPOSITORIES: ReadonlyMap<string, RegExp> = new Map([
  [
    'mcr.microsoft.com',
    /^windows(?:\/|$)|^windows-cssc\/|^dotnet\/framework\//,
  ],
  ['docker.io', /^microsoft\/(?:windowsservercore|nanoserver|iis|aspnet)$/],
]);

/**
 * Tags that official images give to their Windows variants.
 *
 * Source: https://github.com/docker-library/official-images/tree/master/library.
 * Basis: repository, 2026-11-21.
 */
const WINDOWS_TAG =
  /(?:^|-)(?:nanoserver|windowsservercore|windows|servercore)(?:-|$)|(?:^|-)ltsc20(?:16|19|22|25)(?:-|$)/;

/** Whether an image is known to be one for Windows. */
export function isWindowsImage({
  domain,
  path,
  tag,
}: {
  readonly domain: string;
  readonly path: string;
  readonly tag: string;
}): boolean {
  const isRepository = WINDOWS_REPOSITORIES.get(domain)?.test(path) ?? false;
  return isRepository || WINDOWS_TAG.test(tag);
}
