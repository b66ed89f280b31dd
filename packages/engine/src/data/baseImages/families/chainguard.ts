// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';

const SOURCE = 'https://github.com/chainguard-images/images';
const CHECKED = '2026-11-21';

/**
 * Chainguard's images: rolling, with a number for a user, without a package
 * manager but for the tags that end in `-dev`.
 */
export const CHAINGUARD: readonly ImageFamily[] = [
  family('wolfi-base', ['wolfi-base'], [{ ...wolfi('root') }]),
  family(
    'chainguard-builder',
    ['go', 'gcc-glibc'],
    [
      { when: isDev, ...wolfi('root', 'bash gcc git go'), size: 'full' },
      {
        userland: shell(),
        user: 'root',
        size: 'full',
        programs: 'gcc',
        hasMorePrograms: true,
      },
    ],
  ),
  family(
    'chainguard-builder',
    ['rust', 'jdk', 'maven', 'gradle', 'dotnet-sdk', 'ko'],
    [
      { when: isDev, ...wolfi('65532'), size: 'full' },
      {
        userland: shell(),
        user: '65532',
        size: 'full',
        hasMorePrograms: true,
      },
    ],
  ),
  family(
    'chainguard-postgres',
    ['postgres'],
    [
      { when: isDev, ...wolfi('root', 'psql') },
      { userland: shell(), user: 'root', hasMorePrograms: true },
    ],
  ),
  // A shell, and nothing to add more with.
  family(
    'chainguard',
    [
      'node',
      'redis',
      'mariadb',
      'tomcat',
      'valkey',
      'haproxy',
      'minio',
      'busybox',
    ],
    [
      { when: isDev, ...wolfi('65532') },
      { userland: shell(), user: '65532', hasMorePrograms: true },
    ],
  ),
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
      'dotnet-runtime',
      'mongodb',
      'curl',
      'kubectl',
      'helm',
      'crane',
      'stunnel',
      'wordpress',
    ],
    [
      { when: isDev, ...wolfi('65532') },
      {
        userland: USERLANDS.chainguard,
        user: '65532',
        hasMorePrograms: true,
      },
    ],
  ),
  family(
    'chainguard',
    ['*'],
    [
      { when: isDev, ...wolfi(undefined) },
      {
        userland: USERLANDS.chainguard,
        user: undefined,
        hasMorePrograms: true,
      },
    ],
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
  return { name, repositories, source: SOURCE, checked: CHECKED, variants };
}

function isDev({ text }: ImageTag): boolean {
  return text.endsWith('-dev') || text === 'dev';
}

function wolfi(user: string | undefined, programs = ''): ImageVariant {
  return { userland: USERLANDS.wolfi, user, programs, hasMorePrograms: true };
}

function shell(): Userland {
  return { ...USERLANDS.chainguard, hasShell: true, programs: 'sh' };
}
