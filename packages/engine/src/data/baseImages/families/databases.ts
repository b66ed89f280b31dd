// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';
import { windowsVariants } from './windows.ts';

const CHECKED = '2026-11-21';
const LIBRARY = 'docker.io/library';
const MYSQL = 'gosu mysql mysqladmin openssl';
const MARIADB = 'gosu mariadb mariadb-admin';
/** Its installation also makes links with the names that Redis uses. */
const VALKEY = 'redis-cli redis-server valkey-cli';

/** Databases. Most start as root and give their rights away. */
export const DATABASES: readonly ImageFamily[] = [
  database('postgres', 'https://github.com/docker-library/postgres', [
    {
      when: 'alpine',
      ...drops('postgres', USERLANDS.alpine, 'bash gosu pg_isready psql'),
    },
    drops('postgres', USERLANDS.debianSlim, 'gosu openssl pg_isready psql'),
  ]),
  database('redis', 'https://github.com/redis/docker-library-redis', [
    {
      when: 'alpine',
      ...drops('redis', USERLANDS.alpine, 'redis-cli redis-server'),
      hasMorePrograms: true,
    },
    {
      when: isOlder('8'),
      ...drops('redis', USERLANDS.debianSlim, 'gosu redis-cli redis-server'),
    },
    {
      ...drops('redis', USERLANDS.debianSlim, 'redis-cli redis-server'),
      hasMorePrograms: true,
    },
  ]),
  {
    ...database('valkey', 'https://github.com/valkey-io/valkey-container', [
      { when: 'alpine', ...drops('valkey', USERLANDS.alpine, VALKEY) },
      drops('valkey', USERLANDS.debianSlim, VALKEY),
    ]),
    repositories: ['docker.io/valkey/valkey', 'ghcr.io/valkey-io/valkey'],
  },
  database('mysql', 'https://github.com/docker-library/mysql', [
    { when: 'debian', ...drops('mysql', USERLANDS.debianSlim, MYSQL) },
    // Oracle Linux is what a tag without a distribution means since June 2022.
    {
      when: isOlder('8.0.30'),
      ...drops('mysql', USERLANDS.anyGlibc, MYSQL),
      size: 'slim',
    },
    { ...drops('mysql', USERLANDS.oraclelinuxSlim, MYSQL) },
  ]),
  database('mariadb', 'https://github.com/MariaDB/mariadb-docker', [
    {
      when: 'rhel',
      userland: USERLANDS.ubiMinimal,
      user: 'mysql',
      programs: 'gosu mariadb mariadb-admin openssl',
    },
    // With the names that MySQL uses until 10.11.
    {
      when: isOlder('11'),
      ...drops('mysql', USERLANDS.ubuntu, `${MARIADB} mysql mysqladmin`),
    },
    drops('mysql', USERLANDS.ubuntu, MARIADB),
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
  return {
    name,
    repositories,
    source,
    basis: 'repository',
    checked: CHECKED,
    runtime,
    variants,
  };
}

function drops(
  dropsTo: string,
  userland: Userland,
  programs = '',
): ImageVariant {
  return { userland, user: 'root', dropsTo, programs };
}
