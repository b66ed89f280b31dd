// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';

const SOURCE = 'https://github.com/chainguard-images/images';
const CHECKED = '2026-11-21';
const NONROOT = '65532';

const SHELL: Userland = {
  ...USERLANDS.chainguard,
  hasShell: true,
  programs: 'sh',
};

/**
 * Chainguard's images: rolling, most with a number for a user, and without a
 * package manager but for the tags that end in `-dev`. Users and packages are
 * those of each `locked_config.json` in August 2026; what it does not have is not
 * known: neither shell nor user are alike in all of them.
 */
export const CHAINGUARD: readonly ImageFamily[] = [
  family('wolfi-base', ['wolfi-base'], [wolfi('root')]),
  family('chainguard-builder', ['go'], builder('root', 'gcc git go make')),
  family('chainguard-builder', ['gcc-glibc'], builder('root', 'gcc make')),
  family('chainguard-builder', ['ko'], builder(NONROOT, 'gcc git make')),
  family(
    'chainguard-builder',
    ['rust'],
    builder(NONROOT, 'cargo gcc make rustc'),
  ),
  family(
    'chainguard-builder',
    ['jdk', 'maven', 'gradle'],
    builder(NONROOT, 'java javac'),
  ),
  family('chainguard-builder', ['dotnet-sdk'], builder(NONROOT, 'dotnet')),
  family(
    'chainguard-postgres',
    ['postgres'],
    withShell('root', 'bash gosu psql'),
  ),
  family('chainguard', ['redis'], withShell('redis', 'redis-cli redis-server')),
  family('chainguard', ['haproxy'], withShell('haproxy', 'bash')),
  family('chainguard', ['bash', 'docker-dind'], withShell('root', 'bash')),
  // A shell, and nothing to add more with.
  family(
    'chainguard',
    [
      'busybox',
      'cosign',
      'dotnet-runtime',
      'git',
      'grype',
      'mariadb',
      'minio',
      'node',
      'opentelemetry-collector-contrib',
      'tomcat',
      'valkey',
    ],
    withShell(NONROOT),
  ),
  family('chainguard', ['apko', 'melange'], bare('root')),
  family(
    'chainguard',
    [
      'static',
      'glibc-dynamic',
      'python',
      'ruby',
      'php',
      'jre',
      'nginx',
      'aspnet-runtime',
      'mongodb',
      'curl',
      'kubectl',
      'helm',
      'hugo',
      'crane',
      'stunnel',
      'wordpress',
      'laravel',
    ],
    bare(NONROOT),
  ),
];

function family(
  name: string,
  images: readonly string[],
  variants: readonly ImageVariant[],
): ImageFamily {
  const repositories = images.flatMap(image => [
    `cgr.dev/chainguard/${image}`,
    `docker.io/chainguard/${image}`,
  ]);
  return {
    name,
    repositories,
    source: SOURCE,
    basis: 'repository',
    checked: CHECKED,
    variants,
  };
}

function builder(user: string, programs: string): readonly ImageVariant[] {
  return withShell(user, programs).map(one => ({ ...one, size: 'full' }));
}

function withShell(user: string, programs = ''): readonly ImageVariant[] {
  return [
    { when: isDev, ...wolfi(user, programs) },
    { when: isSlim, ...alone(USERLANDS.chainguard, user) },
    { ...alone(SHELL, user), programs },
  ];
}

function bare(user: string): readonly ImageVariant[] {
  return [{ when: isDev, ...wolfi(user) }, alone(USERLANDS.chainguard, user)];
}

function alone(userland: Userland, user: string): ImageVariant {
  return { userland, user, hasMorePrograms: true };
}

function wolfi(user: string, programs = ''): ImageVariant {
  return { userland: USERLANDS.wolfi, user, programs, hasMorePrograms: true };
}

function isDev({ text }: ImageTag): boolean {
  return text.endsWith('-dev') || text === 'dev';
}

/** Some images with a shell are also there without. */
function isSlim({ text }: ImageTag): boolean {
  return text.endsWith('-slim') || text === 'slim';
}
