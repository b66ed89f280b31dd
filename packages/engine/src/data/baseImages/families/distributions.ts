// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';

const LIBRARY = 'docker.io/library';

/** Azure Linux without a package manager, but with busybox. */
const DEBUG: Userland = {
  ...USERLANDS.distrolessDebug,
  distribution: undefined,
  hasMorePrograms: true,
};

/** Distributions by themselves, those of Red Hat aside. */
export const DISTRIBUTIONS: readonly ImageFamily[] = [
  distribution({
    name: 'alpine',
    source: 'https://github.com/alpinelinux/docker-alpine',
    variants: [root(USERLANDS.alpine)],
  }),
  distribution({
    name: 'debian',
    source: 'https://github.com/docker-library/docs/tree/master/debian',
    basis: 'publisher',
    variants: [
      { when: 'slim', ...root(USERLANDS.debianSlim) },
      root(USERLANDS.debian),
    ],
  }),
  distribution({
    name: 'ubuntu',
    repositories: [`${LIBRARY}/ubuntu`, 'ubuntu.azurecr.io/ubuntu'],
    source: 'https://github.com/docker-library/docs/tree/master/ubuntu',
    basis: 'publisher',
    variants: [root(USERLANDS.ubuntu)],
  }),
  distribution({
    name: 'buildpack-deps',
    source: 'https://github.com/docker-library/buildpack-deps',
    variants: [
      { when: 'ubuntu curl', ...ubuntuWith('curl openssl wget') },
      {
        when: 'ubuntu scm',
        ...ubuntuWith('curl git openssl python3 ssh wget'),
      },
      {
        when: 'ubuntu',
        ...ubuntuWith('curl g++ gcc git make openssl python3 ssh unzip wget'),
      },
      { when: 'curl', ...root(USERLANDS.buildpackCurl) },
      { when: 'scm', ...root(USERLANDS.buildpackScm) },
      root(USERLANDS.buildpackDeps),
    ],
  }),
  distribution({
    name: 'busybox',
    source: 'https://github.com/docker-library/busybox',
    variants: [
      { when: 'musl', ...root({ ...USERLANDS.busybox, libc: 'musl' }) },
      { when: 'glibc', ...root({ ...USERLANDS.busybox, libc: 'glibc' }) },
      root(USERLANDS.busybox),
    ],
  }),
  distribution({
    name: 'minideb',
    repositories: ['docker.io/bitnami/minideb', 'gcr.io/bitnami/minideb'],
    source: 'https://github.com/bitnami/minideb',
    variants: [root({ ...USERLANDS.debianSlim, hasMorePrograms: true })],
  }),
  distribution({
    name: 'opensuse-leap',
    repositories: [
      'docker.io/opensuse/leap',
      'registry.opensuse.org/opensuse/leap',
    ],
    source: 'https://hub.docker.com/r/opensuse/leap',
    basis: 'knowledge',
    variants: [root(USERLANDS.opensuseLeap)],
  }),
  distribution({
    name: 'opensuse-tumbleweed',
    repositories: [
      'docker.io/opensuse/tumbleweed',
      'registry.opensuse.org/opensuse/tumbleweed',
    ],
    source: 'https://hub.docker.com/r/opensuse/tumbleweed',
    basis: 'knowledge',
    variants: [root(USERLANDS.opensuseTumbleweed)],
  }),
  distribution({
    name: 'archlinux',
    source: 'https://github.com/docker-library/docs/tree/master/archlinux',
    basis: 'publisher',
    variants: [root(USERLANDS.archlinux)],
  }),
  distribution({
    name: 'photon',
    source: 'https://github.com/docker-library/docs/tree/master/photon',
    basis: 'publisher',
    variants: [root(USERLANDS.photon)],
  }),
  distribution({
    name: 'azurelinux',
    repositories: [
      'mcr.microsoft.com/azurelinux/base/core',
      'mcr.microsoft.com/azurelinux-beta/base/core',
    ],
    source: 'https://github.com/microsoft/azurelinux',
    variants: [
      { when: isOlder('4'), ...root(USERLANDS.azurelinux) },
      { when: hasVersion, ...root(USERLANDS.azurelinuxDnf) },
      root(USERLANDS.azurelinux),
    ],
  }),
  distribution({
    name: 'azurelinux-distroless-debug',
    repositories: [
      'mcr.microsoft.com/azurelinux/distroless/debug',
      'mcr.microsoft.com/azurelinux-beta/distroless/debug',
      'mcr.microsoft.com/cbl-mariner/distroless/debug',
    ],
    source: 'https://github.com/microsoft/azurelinux',
    variants: [
      { when: 'nonroot', userland: DEBUG, user: '65532' },
      root(DEBUG),
    ],
  }),
  distribution({
    name: 'azurelinux-distroless',
    repositories: [
      'mcr.microsoft.com/azurelinux/distroless/*',
      'mcr.microsoft.com/azurelinux-beta/distroless/*',
    ],
    source: 'https://github.com/microsoft/azurelinux',
    variants: [
      {
        when: 'nonroot',
        userland: USERLANDS.azurelinuxDistroless,
        user: '65532',
      },
      root(USERLANDS.azurelinuxDistroless),
    ],
  }),
  distribution({
    name: 'cbl-mariner',
    repositories: ['mcr.microsoft.com/cbl-mariner/base/core'],
    source: 'https://github.com/microsoft/azurelinux',
    variants: [root(USERLANDS.mariner)],
  }),
  distribution({
    name: 'cbl-mariner-distroless',
    repositories: ['mcr.microsoft.com/cbl-mariner/distroless/*'],
    source: 'https://github.com/microsoft/azurelinux',
    variants: [
      { when: 'nonroot', userland: USERLANDS.marinerDistroless, user: '65532' },
      root(USERLANDS.marinerDistroless),
    ],
  }),
];

function distribution({
  repositories,
  ...family
}: Omit<ImageFamily, 'basis' | 'checked' | 'repositories'> &
  Partial<Pick<ImageFamily, 'basis' | 'repositories'>>): ImageFamily {
  return {
    basis: 'repository',
    ...family,
    repositories: repositories ?? [`${LIBRARY}/${family.name}`],
    checked: '2026-11-21',
    isDistribution: true,
  };
}

function hasVersion({ version }: ImageTag): boolean {
  return version !== undefined;
}

function root(userland: Userland): ImageVariant {
  return { userland, user: 'root' };
}

function ubuntuWith(programs: string): ImageVariant {
  return { ...root(USERLANDS.ubuntu), programs };
}
