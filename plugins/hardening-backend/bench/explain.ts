// SPDX-License-Identifier: Apache-2.0
import { isPostgres, rowsOf } from '../src/database/dialect';
import { TOKEN, type Portal } from './portal';

/**
 * What PostgreSQL does for a request, by its own plans over the tables as they
 * are; undefined on SQLite.
 *
 * @throws Error - when a table is read from end to end
 */
export async function explainRoute(
  { knex, base }: Portal,
  path: string,
): Promise<readonly string[] | undefined> {
  if (!isPostgres(knex)) return undefined;
  const queries: { sql: string; bindings: readonly (string | number)[] }[] = [];
  const note = (query: (typeof queries)[0]) => queries.push(query);
  knex.on('query', note);
  const response = await fetch(base + path, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  await response.text();
  knex.removeListener('query', note);
  const steps: string[] = [];
  for (const { sql, bindings } of queries) {
    const text = `EXPLAIN ${sql.replace(/\$\d+/g, '?')}`;
    for (const row of rowsOf(await knex.raw(text, bindings))) {
      const [, step] =
        /^[ ->]*(\w.* Scan.*?) {2}\(/.exec(String(row['QUERY PLAN'])) ?? [];
      if (step) steps.push(step);
    }
  }
  const whole = steps.find(step => step.startsWith('Seq Scan'));
  if (whole) throw new Error(`${path} reads a whole table: ${whole}`);
  return steps;
}
