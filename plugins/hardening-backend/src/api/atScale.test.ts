// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { growTo } from '../../bench/manyEntities';
import { rowsOf } from '../database/dialect';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { listKept, recount } from '../rollups/testing/recount';
import { EXAMPLES } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(240_000);
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const ENTITIES = 50_000;
const OWNER = 'team-700';

/** Each kind of page that somebody may open. */
const PAGES = [
  '/scorecards',
  '/scorecards?order=-score',
  '/scorecards?order=name&state=scored',
  '/scorecards?order=owner&state=scored',
  '/scorecards?order=-assessed&state=scored',
  `/scorecards?owner=${OWNER}`,
  `/scorecards?owner=${OWNER}&order=name&state=scored`,
  `/scorecards?owner=${OWNER}&order=assessed`,
  '/scorecards?system=system-100&order=owner',
  '/scorecards?domain=domain-3&order=-score',
  '/scorecards?type=service&lifecycle=production',
  '/scorecards?grade=A&grade=F',
  '/scorecards?level=beginner',
  '/scorecards?grade=A&level=beginner&type=service',
  '/scorecards?rule=dockerfile/non-root-user',
  `/scorecards?rule=dockerfile/no-such-rule`,
  '/scorecards?text=service-4999&order=name',
  '/scorecards?text=nothing-has-this',
  '/scorecards?state=notScored&order=name',
  '/scorecards?state=pending&order=name',
  '/scorecards/overview',
  `/scorecards/overview?owner=${OWNER}`,
  '/scorecards/overview?type=service',
  '/scorecards/rollup',
  '/scorecards/rollup?order=median',
  '/scorecards/rollup?by=system&order=-entities',
  '/scorecards/rollup?by=domain&order=-name',
] as const;

/** No request looks at more: thousands, of fifty thousand. */
const MOST_ROWS = 8_000;

// Small tables are read as a whole, and SQLite does not say how much it read.
describe.each(databases.eachSupportedId())(
  'with 50,000 entities, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;
    let queries: { sql: string; bindings: readonly string[] }[] = [];

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe(EXAMPLES);
      await api.repositories.refresh();
      const shop = await knex('hardening_entity')
        .where({ entity_ref: 'component:default/shop' })
        .first();
      const original = { id: shop.id, repositoryId: shop.repository_id };
      await growTo(knex, original, ENTITIES);
      await api.start();
      knex.on('query', ({ sql, bindings }) => queries.push({ sql, bindings }));
    });
    afterAll(() => api.stop());

    const ask = async (path: string) => {
      queries = [];
      const { status, body } = await api.ask('get', path);
      expect(status).toBe(200);
      return { body, asked: [...queries] };
    };

    it('has roll-ups of all that the generator made', async () => {
      expect(await listKept(knex)).toEqual(await recount(knex));
    });

    it.each(PAGES)('%s reads no table from end to end', async path => {
      const { body, asked } = await ask(path);
      if (body.nextCursor) {
        const glue = path.includes('?') ? '&' : '?';
        const next = `${path}${glue}cursor=${body.nextCursor}`;
        asked.push(...(await ask(next)).asked);
      }
      expect(asked.length).toBeGreaterThan(0);
      for (const { sql, bindings } of asked) {
        const plan = await explain(knex, sql, bindings);
        expect([sql, plan.filter(step => /Seq Scan/.test(step))]).toEqual([
          sql,
          [],
        ]);
        expect([sql, rowsRead(plan) <= MOST_ROWS, plan]).toEqual([
          sql,
          true,
          plan,
        ]);
      }
    });

    it('exports all of them', async () => {
      const { text } = await api.ask(
        'get',
        '/scorecards/export?type=service&order=name',
      );
      expect(text.split('\r\n').length).toBeGreaterThan(ENTITIES);
    });
  },
);

/** What PostgreSQL does for a query, by doing it. */
async function explain(
  knex: Knex,
  sql: string,
  bindings: readonly string[],
): Promise<readonly string[]> {
  const numberless = sql.replace(/\$\d+/g, '?');
  const rows = rowsOf(
    await knex.raw(`EXPLAIN (ANALYZE, TIMING OFF) ${numberless}`, [
      ...bindings,
    ]),
  );
  return rows.map(row => String(row['QUERY PLAN']));
}

/** Of each step, how many rows it gave or threw away. */
function rowsRead(plan: readonly string[]): number {
  const counts = plan.flatMap(step => {
    const [, rows, loops] = /actual rows=([\d.]+) loops=(\d+)/.exec(step) ?? [];
    const [, thrown] = /Rows Removed by Filter: (\d+)/.exec(step) ?? [];
    return [Number(rows ?? 0) * Number(loops ?? 0), Number(thrown ?? 0)];
  });
  return Math.max(...counts);
}
