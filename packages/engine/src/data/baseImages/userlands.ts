// SPDX-License-Identifier: Apache-2.0
import type { BaseImageFacts } from './baseImageFacts.ts';
import { PROGRAM_SETS } from './programs.ts';

/** The distribution that an image is built upon, and how much there is of it. */
export interface Userland
  extends Pick<
    BaseImageFacts,
    'os' | 'size' | 'hasShell' | 'packageManager' | 'libc'
  > {
  readonly distribution: string | undefined;
  /** Separated by blanks. */
  readonly programs: string;
  /** Set where it may hold programs that are not named here. */
  readonly hasMorePrograms?: true;
}

const FULL = { os: 'linux', size: 'full', hasShell: true } as const;
const SLIM = { ...FULL, size: 'slim' } as const;

const DEBIAN = {
  ...FULL,
  distribution: 'debian',
  packageManager: 'apt',
  libc: 'glibc',
  programs: PROGRAM_SETS.debian,
} as const satisfies Userland;

const ALPINE = {
  ...SLIM,
  distribution: 'alpine',
  packageManager: 'apk',
  libc: 'musl',
  programs: PROGRAM_SETS.alpine,
} as const satisfies Userland;

/** Whole distributions that grew from Red Hat's; `dnf` aside. */
const REDHAT = {
  ...FULL,
  packageManager: 'dnf',
  libc: 'glibc',
  programs: `${PROGRAM_SETS.redhat} dnf yum`,
  hasMorePrograms: true,
} as const;

const REDHAT_YUM = {
  ...REDHAT,
  packageManager: 'yum',
  programs: `${PROGRAM_SETS.redhat} yum`,
} as const;

const REDHAT_MINIMAL = {
  ...SLIM,
  packageManager: 'microdnf',
  libc: 'glibc',
  programs: PROGRAM_SETS.redhatMinimal,
  hasMorePrograms: true,
} as const;

const TDNF = {
  ...SLIM,
  packageManager: 'tdnf',
  libc: 'glibc',
  programs: `${PROGRAM_SETS.coreutils} curl rpm tdnf`,
  hasMorePrograms: true,
} as const;

const DISTROLESS = {
  os: 'linux',
  distribution: 'debian',
  size: 'distroless',
  hasShell: false,
  packageManager: undefined,
  libc: 'glibc',
  programs: '',
} as const satisfies Userland;

const WINDOWS = {
  os: 'windows',
  distribution: 'windows-server',
  size: 'full',
  hasShell: true,
  packageManager: undefined,
  libc: undefined,
  programs: '',
  hasMorePrograms: true,
} as const satisfies Userland;

/** Userlands by name. */
export const USERLANDS = {
  debian: DEBIAN,
  debianSlim: { ...DEBIAN, size: 'slim' },
  buildpackCurl: { ...DEBIAN, programs: PROGRAM_SETS.buildpackCurl },
  buildpackScm: { ...DEBIAN, programs: PROGRAM_SETS.buildpackScm },
  buildpackDeps: { ...DEBIAN, programs: PROGRAM_SETS.buildpackDeps },
  ubuntu: { ...DEBIAN, distribution: 'ubuntu', programs: PROGRAM_SETS.ubuntu },
  alpine: ALPINE,
  busybox: {
    ...SLIM,
    distribution: undefined,
    packageManager: undefined,
    libc: undefined,
    programs: PROGRAM_SETS.busybox,
  },
  wolfi: { ...ALPINE, distribution: 'wolfi', libc: 'glibc' },
  fedora: { ...REDHAT, distribution: 'fedora' },
  fedoraMinimal: { ...REDHAT_MINIMAL, distribution: 'fedora' },
  centos: { ...REDHAT, distribution: 'centos' },
  centosYum: { ...REDHAT_YUM, distribution: 'centos' },
  centosStream: { ...REDHAT, distribution: 'centos-stream' },
  centosStreamMinimal: { ...REDHAT_MINIMAL, distribution: 'centos-stream' },
  rocky: { ...REDHAT, distribution: 'rocky' },
  rockyMinimal: { ...REDHAT_MINIMAL, distribution: 'rocky' },
  almalinux: { ...REDHAT, distribution: 'almalinux' },
  almalinuxMinimal: { ...REDHAT_MINIMAL, distribution: 'almalinux' },
  oraclelinux: { ...REDHAT, distribution: 'oraclelinux' },
  oraclelinuxYum: { ...REDHAT_YUM, distribution: 'oraclelinux' },
  oraclelinuxSlim: { ...REDHAT_MINIMAL, distribution: 'oraclelinux' },
  amazonlinux: { ...REDHAT, distribution: 'amazonlinux' },
  amazonlinuxYum: { ...REDHAT_YUM, distribution: 'amazonlinux' },
  amazonlinuxMinimal: { ...REDHAT_MINIMAL, distribution: 'amazonlinux' },
  ubi: { ...REDHAT, distribution: 'rhel' },
  ubiYum: { ...REDHAT_YUM, distribution: 'rhel' },
  ubiMinimal: { ...REDHAT_MINIMAL, distribution: 'rhel' },
  almalinuxMicro: {
    ...DISTROLESS,
    distribution: 'almalinux',
    hasShell: true,
    programs: PROGRAM_SETS.coreutils,
    hasMorePrograms: true,
  },
  ubiMicro: {
    ...DISTROLESS,
    distribution: 'rhel',
    hasShell: true,
    programs: PROGRAM_SETS.coreutils,
  },
  azurelinux: { ...TDNF, distribution: 'azurelinux' },
  azurelinuxDnf: {
    ...TDNF,
    distribution: 'azurelinux',
    packageManager: 'dnf',
    programs: `${TDNF.programs} dnf`,
  },
  mariner: { ...TDNF, distribution: 'cbl-mariner' },
  photon: { ...TDNF, distribution: 'photon' },
  opensuseLeap: {
    ...REDHAT,
    distribution: 'opensuse-leap',
    packageManager: 'zypper',
    programs: `${PROGRAM_SETS.redhat} zypper`,
  },
  opensuseTumbleweed: {
    ...REDHAT,
    distribution: 'opensuse-tumbleweed',
    packageManager: 'zypper',
    programs: `${PROGRAM_SETS.redhat} zypper`,
  },
  archlinux: {
    ...FULL,
    distribution: 'archlinux',
    packageManager: 'pacman',
    libc: 'glibc',
    programs: `${PROGRAM_SETS.coreutils} awk curl find grep gzip openssl pacman sed su tar useradd xargs`,
    hasMorePrograms: true,
  },
  distroless: DISTROLESS,
  distrolessStatic: { ...DISTROLESS, libc: 'none' },
  distrolessDebug: {
    ...DISTROLESS,
    size: 'slim',
    hasShell: true,
    programs: PROGRAM_SETS.busybox,
  },
  chiseled: { ...DISTROLESS, distribution: 'ubuntu' },
  azurelinuxDistroless: { ...DISTROLESS, distribution: 'azurelinux' },
  marinerDistroless: { ...DISTROLESS, distribution: 'cbl-mariner' },
  chainguard: { ...DISTROLESS, distribution: 'chainguard' },
  /** With a shell; which distribution it is, the tag does not tell. */
  anyGlibc: {
    ...FULL,
    distribution: undefined,
    packageManager: undefined,
    libc: 'glibc',
    programs: 'sh bash',
    hasMorePrograms: true,
  },
  /** The same, and whose libc is not known either. */
  anyLinux: {
    ...FULL,
    distribution: undefined,
    packageManager: undefined,
    libc: undefined,
    programs: 'sh',
    hasMorePrograms: true,
  },
  /** Nothing but one program. */
  single: { ...DISTROLESS, distribution: undefined, libc: 'none' },
  windows: WINDOWS,
  nanoserver: { ...WINDOWS, size: 'slim' },
} as const satisfies Readonly<Record<string, Userland>>;
