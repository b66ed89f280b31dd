// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';
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
  family('dotnet-sdk', 'sdk', 'dotnet curl git', 'full'),
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
    basis: 'repository',
    checked: '2026-11-21',
    runtime: { name: 'dotnet' },
    variants: [
      ...windowsVariants(programs),
      // Before .NET 8 the user had another number where it was the images' own.
      {
        when: tag => isOlder('8')(tag) && tag.words.has('distroless'),
        userland: USERLANDS.marinerDistroless,
        user: 'app',
      },
      ...DISTROLESS.map(([when, userland]) => ({
        when,
        userland,
        user: '1654',
        environment: ENVIRONMENT,
      })),
      ...WITH_SHELL.flatMap(([when, userland]) => {
        const variant: ImageVariant = {
          ...(when !== undefined && { when }),
          userland,
          user: 'root',
          programs: `${programs} ${alsoIn(userland, size)}`,
          ...(size && { size }),
        };
        const before8 = (tag: ImageTag) =>
          isOlder('8')(tag) && meets(tag, when);
        return [
          { ...variant, when: before8 },
          { ...variant, environment: ENVIRONMENT },
        ];
      }),
    ],
  };
}

/** OpenSSL comes with the certificates, but not with those of Alpine. */
function alsoIn(userland: Userland, size?: ImageVariant['size']): string {
  if (userland.libc === 'musl') return '';
  const isSdk = size === 'full';
  return isSdk && userland.packageManager === 'apt'
    ? 'openssl wget'
    : 'openssl';
}

function meets(tag: ImageTag, when: ImageVariant['when']): boolean {
  if (when === undefined) return true;
  return typeof when === 'string' ? tag.words.has(when) : when(tag);
}

function isUbuntu({ version, release, text }: ImageTag): boolean {
  if (release) return false;
  return text === 'latest' || Number.parseInt(version ?? '', 10) >= 10;
}
