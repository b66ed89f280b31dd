// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { saveHistory } from '../database/historyStore';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { CARELESS, EXAMPLES, pathOf } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DAY = 86_400_000;
const SHOP = pathOf('shop');
const MENDED = {
  ...CARELESS,
  Dockerfile: 'FROM alpine:3.22\nUSER 10001\nCMD ["/app"]\n',
};

describe.each(databases.eachSupportedId())(
  'what changes, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;

    beforeEach(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe(EXAMPLES.slice(0, 1));
      await api.repositories.refresh();
      await api.start();
    });
    afterEach(() => api.stop());

    const summary = async () => (await api.ask('get', SHOP)).body;

    it('is read again when someone asks, and tells while it is', async () => {
      const before = await summary();
      expect(before.refreshing).toBe(false);
      api.repositories.change('shop', MENDED);

      const { status, body } = await api.ask('post', `${SHOP}/refresh`);
      expect(status).toBe(202);
      expect(body).toEqual({
        entityRef: 'component:default/shop',
        refreshing: true,
      });
      expect(await summary()).toEqual({ ...before, refreshing: true });

      await api.repositories.refresh();
      const after = await summary();
      expect(after.refreshing).toBe(false);
      expect(after.score.points).toBeGreaterThan(before.score.points);
      expect(after.revision).not.toBe(before.revision);
      expect(after.readAt > before.readAt).toBe(true);
      const { body: changes } = await api.ask('get', `${SHOP}/changes`);
      expect(changes.items).toMatchObject([
        {
          cause: 'commit',
          revision: after.revision,
          before: before.score.points,
          after: after.score.points,
          flips: expect.arrayContaining([
            {
              rule: 'dockerfile/non-root-user',
              path: 'Dockerfile',
              before: 'failed',
              after: 'passed',
            },
          ]),
        },
        { cause: 'first', before: null, after: before.score.points, flips: [] },
      ]);
    });

    it('is being read while someone holds the lease', async () => {
      await api.ask('post', `${SHOP}/refresh`);
      const [claim] = await api.repositories.queue.claim(1);
      expect((await summary()).refreshing).toBe(true);
      await api.repositories.queue.release(claim!);
    });

    it('is not said to be read soon for merely being due', async () => {
      await knex('hardening_repository').update({ due_at: 0 });
      expect((await summary()).refreshing).toBe(false);
      await knex('hardening_entity').update({ assessed_at: null });
      expect((await summary()).refreshing).toBe(true);
      await knex('hardening_repository').update({ parked_at: 1 });
      expect((await summary()).refreshing).toBe(false);
    });

    it('keeps the last assessment when it cannot be read', async () => {
      const before = await summary();
      const failure = new SourceError('unreachable', '"test:shop" is away');
      api.repositories.change('shop', failure);
      await api.ask('post', `${SHOP}/refresh`);
      await api.repositories.refresh();
      const after = await summary();
      expect(after).toEqual({
        ...before,
        readAt: before.readAt,
        stale: {
          since: expect.any(String),
          reason: '"test:shop" is away',
          nextTryAt: expect.any(String),
        },
      });
      expect(after.stale.nextTryAt > after.stale.since).toBe(true);

      await knex('hardening_repository').update({ parked_at: 1 });
      expect((await summary()).stale.nextTryAt).toBeUndefined();
    });

    it('is not sent twice', async () => {
      const first = await api.ask('get', SHOP);
      const tag = first.headers.etag!;
      expect(first.headers['cache-control']).toBe('private, no-cache');
      expect(first.headers.vary).toContain('Authorization');
      const again = () =>
        api.ask('get', SHOP, { headers: { 'if-none-match': tag } });
      const second = await again();
      expect([second.status, second.text]).toEqual([304, '']);

      api.clockOffsetMilliseconds = DAY;
      expect((await again()).status).toBe(200);
      api.clockOffsetMilliseconds = 0;
      expect((await again()).status).toBe(304);

      api.permissions.policy = name => name === 'catalog.entity.read';
      expect((await again()).status).toBe(403);
      api.permissions.policy = () => true;

      await api.ask('post', `${SHOP}/refresh`);
      expect((await again()).status).toBe(200);
      await api.repositories.refresh();
      expect((await again()).status).toBe(200);

      const rules = await api.ask('get', '/rules');
      const headers = { 'if-none-match': rules.headers.etag! };
      expect((await api.ask('get', '/rules', { headers })).status).toBe(304);
    });

    it('begins its history with what held before', async () => {
      const now = Date.now();
      const [{ id: entityId }] = await knex('hardening_entity').select('id');
      await knex.transaction(async transaction => {
        for (const [days, score, grade] of [
          [200, 90, 'A'],
          [91, 70, 'C'],
          [90, null, null],
          [29, 60, 'D'],
          [10, 65, 'D'],
        ] as const) {
          const point = { score, grade, now: now - days * DAY };
          await saveHistory(transaction, entityId, point);
        }
      });
      const pointsOf = async (query: string) => {
        const { body } = await api.ask('get', `${SHOP}/history${query}`);
        return body.items.map((one: { points: number }) => one.points);
      };
      const { points } = (await summary()).score;
      expect(await pointsOf('?days=400')).toEqual([
        90,
        70,
        null,
        60,
        65,
        points,
      ]);
      expect(await pointsOf('')).toEqual([null, 60, 65, points]);
      expect(await pointsOf('?days=30')).toEqual([60, 65, points]);
      expect(await pointsOf('?days=1')).toEqual([points]);
      expect((await summary()).trend).toMatchObject([
        {
          day: new Date(now - 29 * DAY).toISOString().slice(0, 10),
          points: 60,
          grade: 'D',
        },
        { points: 65 },
        { points },
      ]);
      api.clockOffsetMilliseconds = 15 * DAY;
      expect(await pointsOf('?days=20')).toEqual([65, points]);
    });
  },
);
