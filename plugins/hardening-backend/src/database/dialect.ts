// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Whether the database is PostgreSQL; otherwise it is SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * The database's clock as SQL, in milliseconds since 1970: replicas whose own
 * clocks differ agree on it.
 */
export function nowSql(knex: Knex): string {
  return isPostgres(knex)
    ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
}

/** What the database's clock says. */
export async function readClock(knex: Knex): Promise<number> {
  const [row] = rowsOf(await knex.raw(`SELECT ${nowSql(knex)} AS now`));
  return Number(row!.now);
}

/** The rows of what `raw` gives, which differs between the drivers. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
  if (Array.isArray(result)) return result;
  return (result as { rows: Record<string, unknown>[] }).rows;
}
