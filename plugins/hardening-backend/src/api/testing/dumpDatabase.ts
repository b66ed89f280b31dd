// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { gunzipSync } from 'node:zlib';
import { isPostgres, rowsOf } from '../../database/dialect';

/** Everything that is in any table, as text; what is compressed is unpacked. */
export async function dumpDatabase(knex: Knex): Promise<string> {
  const tables = rowsOf(
    await knex.raw(
      isPostgres(knex)
        ? "SELECT tablename AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"
        : "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
    ),
  ).map(({ name }) => String(name));
  const dumped: string[] = [];
  for (const table of tables) {
    const rows = await knex.select('*').from(table);
    dumped.push(`${table}: ${rows.length} rows`);
    for (const row of rows) {
      for (const value of Object.values(row)) {
        dumped.push(Buffer.isBuffer(value) ? unpack(value) : String(value));
      }
    }
  }
  return dumped.join('\n');
}

/** As it is kept, and as the text that it holds. */
function unpack(body: Buffer): string {
  const text = gunzipSync(body).toString('utf8');
  const value: unknown = JSON.parse(text);
  return `${text}\n${typeof value === 'string' ? value : ''}`;
}
