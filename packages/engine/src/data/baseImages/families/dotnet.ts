// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { windowsVariants } from './windows.ts';

const REGISTRY = 'mcr.microsoft.com/dotnet';

/** The user for programs that the images have from .NET 8 on. */
const ENVIRONMENT: ReadonlyMap<string, string> = new Map([['APP_UID', '1654']]);

const DISTROLESS: readonly (readonly [string, Userland])[] = [
  ['ubuntu chiseled', USERLANDS.chiseled],
  ['azurelinux distroless', USERLANDS.azurelinuxDistroless],
  ['cbl-mariner distroless', USERLANDS.marinerDistroless],
];

const WITH_SHELL: readonly (readonly [ImageVariant['when'], Userland])[] = [
  ['alpine', USERLANDS.alpine],
  ['azurelinux', USERLANDS.azurelinux],
  ['cbl-mariner', USERLANDS.mariner],
  ['ubuntu', USERLANDS.ubuntu],
  // From .NET 10 on Ubuntu is what a tag without a distribution means.
  [isUbuntu, USERLANDS.ubuntu],
  [undefined, USERLANDS.debianSlim],
];

/** .NET, by the repository that tells how much of it is in the image. */
export const DOTNET_IMAGES: readonly ImageFamily[] = [
  family('dotnet-sdk', 'sdk', 'dotnet curl git wget', 'full'),
  family('dotnet-aspnet', 'aspnet', 'dotnet'),
  family('dotnet-runtime', 'runtime', 'dotnet'),
  family('dotnet-runtime-deps', 'runtime-deps', ''),
];

function family(
  name: string,
  repository: string,
  programs: string,
  size?: ImageVariant['size'],
): ImageFamily {
  return {
    name,
    repositories: ['', 'nightly/', 'core/', 'core-nightly/'].map(
      folder => `${REGISTRY}/${folder}${repository}`,
    ),
    source: 'https://github.com/dotnet/dotnet-docker',
    checked: '2026-11-21',
    runtime: { name: 'dotnet' },
    variants: [
      ...windowsVariants(programs),
      ...DISTROLESS.map(([when, userland]) => ({
        when,
        userland,
        user: '1654',
        environment: ENVIRONMENT,
      })),
      ...WITH_SHELL.map(([when, userland]) => ({
        ...(when !== undefined && { when }),
        userland,
        user: 'root',
        // With the certificates; Alpine has them without it.
        programs: userland.libc === 'musl' ? programs : `${programs} openssl`,
        environment: ENVIRONMENT,
        ...(size && { size }),
      })),
    ],
  };
}

function isUbuntu({ version, release, text }: ImageTag): boolean {
  if (release) return false;
  return text === 'latest' || Number.parseInt(version ?? '', 10) >= 10;
}
