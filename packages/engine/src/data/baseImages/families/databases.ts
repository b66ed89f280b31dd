// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { windowsVariants } from './windows.ts';

const CHECKED = '2026-11-21';
const LIBRARY = 'docker.io/library';
const MYSQL = 'gosu mysql mysqladmin openssl';

/** Databases. Most start as root and give their rights away. */
export const DATABASES: readonly ImageFamily[] = [
  database('postgres', 'https://github.com/docker-library/postgres', [
    {
      when: 'alpine',
      ...drops('postgres', USERLANDS.alpine, 'bash gosu pg_isready psql'),
    },
    drops('postgres', USERLANDS.debianSlim, 'gosu openssl pg_isready psql'),
  ]),
  database('redis', 'https://github.com/docker-library/redis', [
    {
      when: 'alpine',
      ...drops(
        'redis',
        USERLANDS.alpine,
        'gosu redis-cli redis-server su-exec',
      ),
    },
    drops('redis', USERLANDS.debianSlim, 'gosu redis-cli redis-server'),
  ]),
  {
    ...database('valkey', 'https://github.com/valkey-io/valkey-container', [
      { when: 'alpine', ...drops('valkey', USERLANDS.alpine, 'valkey-cli') },
      drops('valkey', USERLANDS.debianSlim, 'valkey-cli'),
    ]),
    repositories: ['docker.io/valkey/valkey', 'ghcr.io/valkey-io/valkey'],
  },
  database('mysql', 'https://github.com/docker-library/mysql', [
    { when: 'debian', ...drops('mysql', USERLANDS.debianSlim, MYSQL) },
    { ...drops('mysql', USERLANDS.oraclelinuxSlim, MYSQL) },
  ]),
  database('mariadb', 'https://github.com/MariaDB/mariadb-docker', [
    {
      when: 'rhel',
      userland: USERLANDS.ubiMinimal,
      user: 'mysql',
      programs: 'mariadb mariadb-admin',
    },
    drops('mysql', USERLANDS.ubuntu, 'gosu mariadb mariadb-admin'),
  ]),
  database('mongo', 'https://github.com/docker-library/mongo', [
    ...windowsVariants(),
    { ...drops('mongodb', USERLANDS.ubuntu, 'gosu'), hasMorePrograms: true },
  ]),
  database('memcached', 'https://github.com/docker-library/memcached', [
    {
      when: 'alpine',
      userland: USERLANDS.alpine,
      user: 'memcache',
      programs: 'memcached',
    },
    { userland: USERLANDS.debianSlim, user: 'memcache', programs: 'memcached' },
  ]),
  database('cassandra', 'https://github.com/docker-library/cassandra', [
    {
      ...drops('cassandra', USERLANDS.debianSlim, 'gosu java'),
      hasMorePrograms: true,
    },
  ]),
  database('couchdb', 'https://github.com/apache/couchdb-docker', [
    { ...drops('couchdb', USERLANDS.debianSlim), hasMorePrograms: true },
  ]),
  database('neo4j', 'https://github.com/neo4j/docker-neo4j', [
    {
      when: 'rhel',
      ...drops('neo4j', USERLANDS.ubiMinimal, 'java'),
    },
    { ...drops('neo4j', USERLANDS.debianSlim, 'java'), hasMorePrograms: true },
  ]),
];

function database(
  name: string,
  source: string,
  variants: readonly ImageVariant[],
): ImageFamily {
  const repositories = [`${LIBRARY}/${name}`];
  const runtime = { name };
  return { name, repositories, source, checked: CHECKED, runtime, variants };
}

function drops(
  dropsTo: string,
  userland: Userland,
  programs = '',
): ImageVariant {
  return { userland, user: 'root', dropsTo, programs };
}
