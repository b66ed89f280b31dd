// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres, rowsOf } from '../database/dialect';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { EXAMPLES, pathOf } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SHOP = pathOf('shop');

interface Query {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

describe.each(databases.eachSupportedId())(
  'reads, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;
    let queries: Query[] = [];

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe(EXAMPLES);
      await api.repositories.refresh();
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

    it('of a summary are two, and one where nothing has changed', async () => {
      expect((await ask(SHOP)).asked).toHaveLength(2);
      const { headers } = await api.ask('get', SHOP);
      queries = [];
      await api.ask('get', SHOP, {
        headers: { 'if-none-match': headers.etag! },
      });
      expect(queries).toHaveLength(1);
    });

    it.each([
      SHOP,
      `${SHOP}/assessment`,
      `${SHOP}/findings?severity=high&limit=1`,
      `${SHOP}/findings?rule=dockerfile/non-root-user&path=Dockerfile`,
      `${SHOP}/findings/FIRST/excerpt`,
      `${SHOP}/history`,
      `${SHOP}/changes`,
      `${SHOP}/reports?limit=1`,
      '/scorecards?limit=1',
      '/scorecards?limit=1&order=-score',
      '/scorecards?limit=1&order=name',
      '/scorecards?limit=1&order=-name',
      '/scorecards?limit=1&owner=sales',
      '/scorecards?limit=1&owner=sales&grade=A&order=-score',
      '/scorecards?limit=1&system=store',
      '/scorecards?limit=1&grade=A&grade=E',
      '/scorecards?limit=1&owner=sales&order=owner',
      '/scorecards?limit=1&system=store&order=-name',
      '/scorecards?limit=1&domain=store&order=name',
      '/scorecards?limit=1&order=owner',
      '/scorecards?limit=1&order=-assessed',
      '/scorecards?limit=1&level=beginner&level=expert',
      '/scorecards?limit=1&state=notScored&order=name',
      '/scorecards?limit=1&type=service&text=o&rule=dockerfile/non-root-user',
      '/scorecards/overview',
      '/scorecards/overview?owner=sales',
      '/scorecards/rollup?limit=1',
      '/scorecards/rollup?limit=1&order=-entities',
      '/scorecards/rollup?limit=1&by=system&order=median',
    ])('of %s walk along indexes', async path => {
      const { body: page } = await api.ask('get', `${SHOP}/findings`);
      const url = path.replace('FIRST', page.items[0].fingerprint);
      const { body, asked } = await ask(url);
      const { nextCursor } = body;
      if (nextCursor) {
        asked.push(...(await ask(`${url}&cursor=${nextCursor}`)).asked);
      }
      expect(asked.length).toBeGreaterThan(0);
      for (const query of asked) {
        expect([query.sql, await faultsOf(knex, query)]).toEqual([
          query.sql,
          [],
        ]);
      }
    });
  },
);

/** Steps of the plan that look at a whole table, or sort. */
async function faultsOf(
  knex: Knex,
  { sql, bindings }: Query,
): Promise<string[]> {
  if (!isPostgres(knex)) {
    const steps = rowsOf(
      await knex.raw(`EXPLAIN QUERY PLAN ${sql}`, bindings),
    ).map(({ detail }) => String(detail));
    return steps.filter(
      step =>
        (/\bSCAN\b/.test(step) &&
          // What was walked along an index is looked through.
          step !== 'SCAN looked' &&
          !/USING (?:COVERING )?INDEX/.test(step)) ||
        /TEMP B-TREE/.test(step),
    );
  }
  return knex.transaction(async transaction => {
    // The tables are small: only so does it say what it would do with large ones.
    await transaction.raw('SET LOCAL enable_seqscan = off');
    await transaction.raw('SET LOCAL enable_bitmapscan = off');
    const numberless = sql.replace(/\$\d+/g, '?');
    const rows = rowsOf(
      await transaction.raw(`EXPLAIN ${numberless}`, bindings),
    );
    return rows
      .map(row => String(row['QUERY PLAN']))
      .filter(step => /Seq Scan|\bSort\b/.test(step));
  });
}
