// SPDX-License-Identifier: Apache-2.0
import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { isPostgres } from './dialect';

/** Any number that no other software uses as a lock. */
const LOCK = 7_351_946_112;
const ATTEMPTS = 60;
const PAUSE_MILLISECONDS = 2_000;

/**
 * Opens the plugin's database and brings its schema up to date.
 *
 * Several replicas start at once: on PostgreSQL they take turns by an advisory
 * lock, which a killed process loses, and only who holds it frees a migration
 * lock that another one left behind.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (database.migrations?.skip) return knex;
  if (!isPostgres(knex)) {
    // There is one process, so whoever left a lock behind is gone.
    await migrate(knex);
    return knex;
  }
  const connection = await knex.client.acquireConnection();
  try {
    await lock(connection);
    try {
      await migrate(knex);
    } finally {
      await connection.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
  return knex;
}

/** A connection of `pg`. */
interface Connection {
  query(
    sql: string,
    values: readonly unknown[],
  ): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

async function lock(connection: Connection): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { rows } = await connection.query(
      'SELECT pg_try_advisory_lock($1) AS locked',
      [LOCK],
    );
    if (rows[0]?.locked === true) return;
    await setTimeout(PAUSE_MILLISECONDS * (0.5 + Math.random()));
  }
  throw new Error(
    'Another replica has been migrating the hardening database for two minutes; look at its log, then start again',
  );
}

function migrationConfig(): Knex.MigratorConfig {
  return {
    directory: resolvePackagePath(
      '@plimsoll/plugin-hardening-backend',
      'migrations',
    ),
  };
}

async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.forceFreeMigrationsLock(migrationConfig());
  await knex.migrate.latest(migrationConfig());
}
