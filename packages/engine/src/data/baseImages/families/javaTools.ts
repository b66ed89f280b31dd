// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { java, jdk, jre } from './java.ts';

const CHECKED = '2026-11-21';
const LIBRARY = 'docker.io/library';

/** Where tags have the version of Java: `3.9-eclipse-temurin-21`, `jdk21`. */
const JAVA_VERSION =
  /(?:jdk|jre|java|temurin|corretto|semeru|zulu|sapmachine|community|graalvm)-?([0-9]+)/;

/** Build tools and servers of the Java world. */
export const JAVA_TOOLS: readonly ImageFamily[] = [
  {
    name: 'maven',
    repositories: [`${LIBRARY}/maven`],
    source: 'https://github.com/carlossg/docker-maven',
    basis: 'repository',
    checked: CHECKED,
    runtime: { name: 'java', version: JAVA_VERSION },
    variants: [
      {
        when: 'windowsservercore',
        userland: USERLANDS.windows,
        user: 'ContainerUser',
      },
      ...tool('alpine', USERLANDS.alpine, 'mvn'),
      ...tool('amazoncorretto debian', USERLANDS.debianSlim, 'mvn'),
      ...vendor('amazoncorretto', USERLANDS.amazonlinuxYum, 'mvn'),
      ...vendor('temurin', USERLANDS.ubuntu, 'mvn', 'eclipse-temurin'),
      ...vendor('semeru', USERLANDS.ubuntu, 'mvn', 'ibm-semeru-runtimes'),
      ...vendor('sapmachine', USERLANDS.ubuntu, 'mvn'),
      ...vendor('jdk slim', USERLANDS.debianSlim, 'mvn', 'openjdk'),
      ...vendor('openjdk slim', USERLANDS.debianSlim, 'mvn', 'openjdk'),
      ...vendor('jdk', USERLANDS.buildpackScm, 'mvn', 'openjdk'),
      ...vendor('openjdk', USERLANDS.anyGlibc, 'mvn', 'openjdk'),
      ...tool(undefined, USERLANDS.anyGlibc, 'mvn'),
    ],
  },
  {
    name: 'gradle',
    repositories: [`${LIBRARY}/gradle`],
    source: 'https://github.com/keeganwitt/docker-gradle',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('eclipse-temurin', JAVA_VERSION),
    variants: [
      {
        // From GraalVM's own builds, whoever made them.
        ...open(jdk(USERLANDS.anyGlibc, 'gradle')),
        when: 'graal',
        runtime: { name: 'java', version: JAVA_VERSION },
      },
      ...tool('alpine', USERLANDS.alpine, 'curl git gradle make'),
      ...vendor(
        'corretto',
        USERLANDS.amazonlinuxYum,
        'gradle',
        'amazoncorretto',
      ),
      ...tool('rhel', USERLANDS.ubiMinimal, 'gradle'),
      ...tool(undefined, USERLANDS.ubuntu, 'curl git gradle make unzip'),
    ],
  },
  {
    name: 'scala-sbt',
    repositories: ['docker.io/sbtscala/scala-sbt'],
    source: 'https://github.com/sbt/docker-sbt',
    basis: 'repository',
    checked: CHECKED,
    runtime: java('eclipse-temurin', JAVA_VERSION),
    variants: [
      ...vendor('amazoncorretto', USERLANDS.amazonlinuxYum, ''),
      ...vendor('graalvm', USERLANDS.oraclelinuxSlim, '', 'graalvm-community'),
      ...tool('temurin alpine', USERLANDS.alpine, 'bash'),
      ...tool('temurin', USERLANDS.ubuntu, 'curl git'),
    ],
  },
  {
    name: 'clojure',
    repositories: [`${LIBRARY}/clojure`],
    source: 'https://github.com/Quantisan/docker-clojure',
    basis: 'repository',
    checked: CHECKED,
    runtime: { name: 'java', version: JAVA_VERSION },
    variants: [
      ...tool('alpine', USERLANDS.alpine, 'bash'),
      ...tool('debian slim', USERLANDS.debianSlim, ''),
      ...tool('debian', USERLANDS.debian, ''),
      ...tool('ubuntu', USERLANDS.ubuntu, ''),
      ...tool(undefined, USERLANDS.anyGlibc, ''),
    ],
  },
  {
    name: 'tomcat',
    repositories: [`${LIBRARY}/tomcat`],
    source: 'https://github.com/docker-library/tomcat',
    basis: 'repository',
    checked: CHECKED,
    runtime: { name: 'tomcat' },
    variants: [
      { when: 'alpine', ...jre(USERLANDS.alpine), hasMorePrograms: true },
      ...tool('corretto', USERLANDS.amazonlinuxYum, ''),
      { when: 'slim', ...jre(USERLANDS.debianSlim), hasMorePrograms: true },
      ...tool('openjdk', USERLANDS.debian, ''),
      {
        when: ({ text, words }) =>
          words.has('temurin') && /jre[0-9]/.test(text),
        ...open(jre(USERLANDS.ubuntu)),
      },
      ...tool('temurin', USERLANDS.ubuntu, ''),
      ...tool(undefined, USERLANDS.anyGlibc, ''),
    ],
  },
  {
    name: 'jetty',
    repositories: [`${LIBRARY}/jetty`],
    source: 'https://github.com/jetty/jetty.docker',
    basis: 'repository',
    checked: CHECKED,
    runtime: { name: 'jetty' },
    variants: [
      { when: 'alpine', ...open(jre(USERLANDS.alpine)), user: 'jetty' },
      { ...open(jdk(USERLANDS.anyGlibc)), user: 'jetty' },
    ],
  },
];

/** A JDK with a tool, as whole as it gets. */
function tool(
  when: string | undefined,
  userland: Userland,
  programs: string,
): ImageVariant[] {
  return [
    { ...(when !== undefined && { when }), ...open(jdk(userland, programs)) },
  ];
}

/** The same where the tag tells whose build of Java is in it. */
function vendor(
  when: string,
  userland: Userland,
  programs: string,
  product = when,
): ImageVariant[] {
  const runtime = java(product, JAVA_VERSION);
  return tool(when, userland, programs).map(one => ({ ...one, runtime }));
}

function open(variant: ImageVariant): ImageVariant {
  return { ...variant, hasMorePrograms: true };
}
