// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant, Runtime } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
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
    source: 'https://hub.docker.com/_/adoptopenjdk',
    checked: CHECKED,
    runtime: java('adoptopenjdk'),
    variants: both(USERLANDS.ubuntu, '', '', true),
  },
  {
    name: 'eclipse-temurin',
    repositories: [`${LIBRARY}/eclipse-temurin`],
    source: 'https://github.com/adoptium/containers',
    checked: CHECKED,
    runtime: java('eclipse-temurin'),
    variants: [
      ...windowsVariants('java'),
      ...both(USERLANDS.alpine, 'alpine', 'openssl'),
      ...both(USERLANDS.ubiMinimal, 'rhel', 'openssl wget'),
      ...both(USERLANDS.centosYum, 'centos'),
      ...both(USERLANDS.ubuntu, '', 'curl openssl wget'),
    ],
  },
  {
    name: 'amazoncorretto',
    repositories: [
      `${LIBRARY}/amazoncorretto`,
      'public.ecr.aws/amazoncorretto/amazoncorretto',
    ],
    source: 'https://github.com/corretto/corretto-docker',
    checked: CHECKED,
    runtime: java('amazoncorretto'),
    variants: [
      { when: isJre('alpine'), ...jre(USERLANDS.alpine) },
      { when: 'alpine', ...jdk(USERLANDS.alpine) },
      { when: isJre('amazonlinux'), ...jre(USERLANDS.amazonlinuxYum) },
      { when: 'al2023', ...jdk(USERLANDS.amazonlinux) },
      jdk(USERLANDS.amazonlinuxYum),
    ],
  },
  {
    name: 'ibm-semeru-runtimes',
    repositories: [`${LIBRARY}/ibm-semeru-runtimes`],
    source: 'https://github.com/ibmruntimes/semeru-containers',
    checked: CHECKED,
    runtime: java('ibm-semeru-runtimes', /^(?:open|certified)-([0-9]+)/),
    variants: both(USERLANDS.ubuntu, '', '', true),
  },
  {
    name: 'ibm-semeru-ubi',
    repositories: ['icr.io/appcafe/ibm-semeru-runtimes'],
    source: 'https://github.com/ibmruntimes/semeru-containers',
    checked: CHECKED,
    runtime: java('ibm-semeru-runtimes', /^(?:open|certified)-([0-9]+)/),
    variants: [
      { when: 'ubi minimal jre', userland: USERLANDS.ubiMinimal, user: '1001' },
      {
        when: 'ubi',
        userland: USERLANDS.ubiMinimal,
        user: '1001',
        size: 'full',
      },
    ],
  },
  {
    name: 'sapmachine',
    repositories: [`${LIBRARY}/sapmachine`],
    source: 'https://github.com/docker-library/docs/tree/master/sapmachine',
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
    source: 'https://learn.microsoft.com/java/openjdk/containers',
    checked: CHECKED,
    runtime: java('microsoft-openjdk'),
    variants: [
      {
        when: 'distroless',
        ...jre(USERLANDS.azurelinuxDistroless),
        user: 'app',
      },
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
  words: string,
  programs = '',
  isOpen = false,
): readonly ImageVariant[] {
  const open = isOpen ? ({ hasMorePrograms: true } as const) : {};
  return [
    { ...open, when: `${words} jre`.trim(), ...jre(userland, programs) },
    { ...open, ...(words && { when: words }), ...jdk(userland, programs) },
  ];
}

function isJre(distribution: string): (tag: ImageTag) => boolean {
  return ({ text, words }) =>
    words.has(distribution) && /-jre|-head(?:less|ful)/.test(text);
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
    checked: CHECKED,
    runtime: java('liberica'),
    variants: [{ ...variant, hasMorePrograms: true }] as const,
  };
  return [family];
}
