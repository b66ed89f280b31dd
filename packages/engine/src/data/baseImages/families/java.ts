// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant, Runtime } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';
import { windowsVariants } from './windows.ts';

const CHECKED = '2026-11-21';
const LIBRARY = 'docker.io/library';

/** Alpine with the libc of Debian beside its own. */
const ALPINE_GLIBC: Userland = { ...USERLANDS.alpine, libc: 'glibc' };

/** Builds of Java. Those with a compiler count as whole, upon whatever. */
export const JAVA: readonly ImageFamily[] = [
  {
    name: 'openjdk',
    repositories: [`${LIBRARY}/openjdk`],
    source: 'https://github.com/docker-library/openjdk',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('openjdk'),
    variants: [
      ...windowsVariants('java'),
      ...both(USERLANDS.alpine, 'alpine'),
      ...both(USERLANDS.debianSlim, 'slim'),
      ...both(USERLANDS.oraclelinuxSlim, 'oraclelinux'),
      // From 12 on Oracle Linux is what a tag without a distribution means.
      { when: isOracle, ...jdk(USERLANDS.oraclelinuxSlim) },
      { when: 'jre', ...jre(USERLANDS.buildpackCurl) },
      jdk(USERLANDS.buildpackScm),
    ],
  },
  {
    name: 'adoptopenjdk',
    repositories: [`${LIBRARY}/adoptopenjdk`],
    source: 'https://github.com/AdoptOpenJDK/openjdk-docker',
    basis: 'knowledge',
    checked: CHECKED,
    runtime: java('adoptopenjdk'),
    variants: both(USERLANDS.ubuntu, '', '', true),
  },
  {
    name: 'eclipse-temurin',
    repositories: [`${LIBRARY}/eclipse-temurin`],
    source: 'https://github.com/adoptium/containers',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('eclipse-temurin'),
    variants: [
      ...windowsVariants('java'),
      ...both(USERLANDS.alpine, 'alpine', 'openssl'),
      ...both(USERLANDS.ubiMinimal, 'rhel', 'openssl wget'),
      ...both(USERLANDS.centosYum, 'centos'),
      // Until 24 with two programs for downloads.
      ...both(USERLANDS.ubuntu, isOlder('25'), 'curl openssl wget'),
      ...both(USERLANDS.ubuntu, hasVersion, 'openssl'),
      ...both(USERLANDS.ubuntu, '', 'openssl', true),
    ],
  },
  {
    name: 'amazoncorretto',
    repositories: [
      `${LIBRARY}/amazoncorretto`,
      'public.ecr.aws/amazoncorretto/amazoncorretto',
    ],
    source: 'https://github.com/corretto/corretto-docker',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('amazoncorretto'),
    variants: [
      { when: isJre('alpine'), ...jre(USERLANDS.alpine) },
      { when: 'alpine', ...jdk(USERLANDS.alpine) },
      { when: isJre('al2023'), ...jre(USERLANDS.amazonlinux) },
      { when: 'al2023', ...jdk(USERLANDS.amazonlinux) },
      // Amazon Linux 2, or 2023, which answers to the same name.
      { when: isJre(), ...jre(USERLANDS.amazonlinuxYum) },
      jdk(USERLANDS.amazonlinuxYum),
    ],
  },
  {
    name: 'ibm-semeru-runtimes',
    repositories: [`${LIBRARY}/ibm-semeru-runtimes`],
    source: 'https://github.com/ibmruntimes/semeru-containers',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('ibm-semeru-runtimes', /^(?:open|certified)-([0-9]+)/),
    variants: both(USERLANDS.ubuntu, '', '', true),
  },
  {
    name: 'ibm-semeru-ubi',
    repositories: ['icr.io/appcafe/ibm-semeru-runtimes'],
    source: 'https://github.com/ibmruntimes/semeru-containers',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('ibm-semeru-runtimes', /^(?:open|certified)-([0-9]+)/),
    variants: [
      { when: 'rhel minimal jre', ...jre(USERLANDS.ubiMinimal), user: '1001' },
      { when: 'rhel minimal', ...jdk(USERLANDS.ubiMinimal), user: '1001' },
      { when: 'rhel jre', ...jre(USERLANDS.ubi), user: '1001' },
      { when: 'rhel', ...jdk(USERLANDS.ubi), user: '1001' },
    ],
  },
  {
    name: 'sapmachine',
    repositories: [`${LIBRARY}/sapmachine`],
    source: 'https://github.com/SAP/SapMachine-infrastructure',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('sapmachine'),
    variants: [
      ...both(USERLANDS.alpine, 'alpine', '', true),
      ...both(USERLANDS.ubuntu, '', '', true),
    ],
  },
  ...liberica('liberica-openjdk-alpine', jdk(ALPINE_GLIBC)),
  ...liberica('liberica-openjdk-alpine-musl', jdk(USERLANDS.alpine)),
  ...liberica('liberica-openjre-alpine', jre(ALPINE_GLIBC)),
  ...liberica('liberica-openjre-alpine-musl', jre(USERLANDS.alpine)),
  ...liberica('liberica-openjdk-debian', jdk(USERLANDS.debian)),
  ...liberica('liberica-openjre-debian', jre(USERLANDS.debian)),
  {
    name: 'microsoft-openjdk',
    repositories: ['mcr.microsoft.com/openjdk/jdk'],
    source: 'https://github.com/microsoft/openjdk-docker',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('microsoft-openjdk'),
    variants: [
      // With a user `app`, but not as that user.
      { when: 'distroless', ...jre(USERLANDS.azurelinuxDistroless) },
      { when: 'ubuntu', ...jdk(USERLANDS.ubuntu), hasMorePrograms: true },
      { when: 'azurelinux', ...jdk(USERLANDS.azurelinux) },
      { when: 'cbl-mariner', ...jdk(USERLANDS.mariner) },
    ],
  },
  {
    name: 'graalvm-community',
    repositories: [
      'ghcr.io/graalvm/graalvm-community',
      'ghcr.io/graalvm/native-image-community',
      'ghcr.io/graalvm/jdk-community',
    ],
    source: 'https://github.com/graalvm/container',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('graalvm-community'),
    variants: [jdk(USERLANDS.oraclelinuxSlim)],
  },
];

/** The Java of a build, by the number that leads the tag or by a pattern. */
export function java(product: string, version?: RegExp): Runtime {
  return { name: 'java', product, ...(version && { version }) };
}

export function jdk(userland: Userland, programs = ''): ImageVariant {
  return {
    userland,
    user: 'root',
    size: 'full',
    programs: `java javac ${programs}`,
  };
}

export function jre(userland: Userland, programs = ''): ImageVariant {
  return { userland, user: 'root', programs: `java ${programs}` };
}

/** With `jre` in the tag, and without. */
function both(
  userland: Userland,
  when: string | ((tag: ImageTag) => boolean),
  programs = '',
  isOpen = false,
): readonly ImageVariant[] {
  const open = isOpen ? ({ hasMorePrograms: true } as const) : {};
  const withJre =
    typeof when === 'string'
      ? `${when} jre`.trim()
      : (tag: ImageTag) => when(tag) && tag.words.has('jre');
  return [
    { ...open, when: withJre, ...jre(userland, programs) },
    { ...open, ...(when && { when }), ...jdk(userland, programs) },
  ];
}

function isJre(word?: string): (tag: ImageTag) => boolean {
  return ({ text, words }) =>
    (word === undefined || words.has(word)) &&
    /-jre|-head(?:less|ful)/.test(text);
}

function hasVersion({ version }: ImageTag): boolean {
  return version !== undefined;
}

function isOracle({ version, release, words }: ImageTag): boolean {
  if (words.has('oracle')) return true;
  return !release && Number.parseInt(version ?? '', 10) >= 12;
}

function liberica(name: string, variant: ImageVariant): ImageFamily[] {
  const family = {
    name,
    repositories: [`docker.io/bellsoft/${name}`],
    source: 'https://github.com/bell-sw/Liberica',
    basis: 'repository' as const,
    checked: CHECKED,
    runtime: java('liberica'),
    variants: [{ ...variant, hasMorePrograms: true }] as const,
  };
  return [family];
}
