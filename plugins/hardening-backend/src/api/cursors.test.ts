// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { writeCursor } from './cursor';
import { CARELESS, pathOf } from './testing/examples';
import { manyEntities } from './testing/manyEntities';
import { TestApi } from './testing/testApi';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'cursors, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe([
        ...manyEntities(40),
        { name: 'many', tree: CARELESS },
      ]);
      await api.repositories.refresh();
      const { id: entityId } = await knex('hardening_entity')
        .where({ entity_ref: 'component:default/many' })
        .first('id');
      const { id: _, ...change } = await knex('hardening_change')
        .where({ entity_id: entityId })
        .first();
      await knex('hardening_change').insert([change, change, change]);
      await api.start();
    });
    beforeEach(() => {
      api.clockOffsetMilliseconds = 0;
    });
    afterAll(() => api.stop());

    const many = pathOf('many');
    const LISTS = [
      '/scorecards?limit=2',
      '/scorecards?limit=2&order=name',
      '/scorecards?limit=2&grade=F',
      '/scorecards/rollup?limit=2',
      `${many}/findings?limit=2`,
      `${many}/changes?limit=2`,
    ];
    const cursorOf = async (list: string): Promise<string> => {
      const { body } = await api.ask('get', list);
      expect(body.nextCursor).toEqual(expect.any(String));
      return body.nextCursor;
    };
    const statusOf = async (list: string, cursor: string) => {
      const { status, body } = await api.ask(
        'get',
        `${list}&cursor=${encodeURIComponent(cursor)}`,
      );
      if (status !== 200) {
        expect(body.error.message).toContain('start again without');
      }
      return status;
    };

    it.each(LISTS)('of %s are refused when changed anywhere', async list => {
      const cursor = await cursorOf(list);
      expect(await statusOf(list, cursor)).toBe(200);
      for (let index = 0; index < cursor.length; index++) {
        const other = cursor[index] === 'A' ? 'B' : 'A';
        const changed =
          cursor.slice(0, index) + other + cursor.slice(index + 1);
        expect([index, await statusOf(list, changed)]).toEqual([index, 400]);
      }
      for (const changed of ['x', '.', `${cursor}.`, cursor.slice(1), "'"]) {
        expect(await statusOf(list, changed)).toBe(400);
      }
    });

    it('are refused when made up', async () => {
      const list = ['changes', 'component:default/many'];
      for (const [key, expected] of [
        [[1_000_000], 200],
        [[2 ** 31], 400],
        [[0.5], 400],
        [[], 400],
        [[1, 1], 400],
        [['1; DROP TABLE hardening_change' as unknown as number], 400],
      ] as const) {
        const cursor = writeCursor(list, key, Date.now());
        const status = await statusOf(`${many}/changes?limit=2`, cursor);
        expect([key, status]).toEqual([key, expected]);
      }
    });

    it.each(LISTS)('of %s are refused elsewhere', async list => {
      const cursor = await cursorOf(list);
      const elsewhere = [
        ...LISTS,
        '/scorecards?order=-score',
        '/scorecards?owner=g1',
        `${many}/findings?severity=high`,
        `${pathOf('e0')}/findings?limit=2`,
        `${pathOf('e0')}/changes?limit=2`,
      ].filter(other => other !== list);
      for (const other of elsewhere) {
        expect([other, await statusOf(other, cursor)]).toEqual([other, 400]);
      }
    });

    it.each(LISTS)('of %s end after a day', async list => {
      const cursor = await cursorOf(list);
      api.clockOffsetMilliseconds = 23 * 3_600_000;
      expect(await statusOf(list, cursor)).toBe(200);
      api.clockOffsetMilliseconds = 25 * 3_600_000;
      expect(await statusOf(list, cursor)).toBe(400);
    });

    it('of findings end with the assessment', async () => {
      const list = `${many}/findings?limit=2`;
      const cursor = await cursorOf(list);
      const tree = { ...CARELESS, 'worker/Dockerfile': 'FROM alpine:3.22\n' };
      api.repositories.change('many', tree);
      await api.ask('post', `${many}/refresh`);
      await api.repositories.refresh();
      expect(await statusOf(list, cursor)).toBe(400);
    });

    it('lead on where entities leave meanwhile', async () => {
      const list = '/scorecards?order=name&limit=3';
      const { body } = await api.ask('get', list);
      const last = body.items.at(-1).entityRef;
      const own = () => knex('hardening_entity').where({ entity_ref: last });
      await own().update({ removed_at: 1 });
      const next = await api.ask('get', `${list}&cursor=${body.nextCursor}`);
      const rest = await api.ask('get', '/scorecards?order=name&limit=5');
      expect(next.body.items).toEqual(rest.body.items.slice(2));
      await own().delete();
      expect(await statusOf(list, body.nextCursor)).toBe(400);
    });
  },
);
