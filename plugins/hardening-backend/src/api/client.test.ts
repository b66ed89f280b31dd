// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import {
  HardeningClient,
  type HardeningApi,
} from '@plimsoll/plugin-hardening-common';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { CARELESS, EXAMPLES } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SHOP = 'component:default/shop';

describe.each(databases.eachSupportedId())(
  'the client, %s',
  (id: TestDatabaseId) => {
    let api: TestApi;
    let client: HardeningApi;

    beforeAll(async () => {
      api = new TestApi(await openTestDatabase(databases, id));
      await api.repositories.describe(EXAMPLES);
      await api.repositories.refresh();
      await api.start();
      client = new HardeningClient({
        discoveryApi: { getBaseUrl: async () => api.baseUrl },
        fetchApi: { fetch },
      });
    });
    afterAll(() => api.stop());

    it('gets what the router answers', async () => {
      const summary = await client.getEntitySummary(SHOP);
      expect(summary).toMatchObject({ entityRef: SHOP, state: 'scored' });
      const { assessment } = await client.getAssessment(SHOP);
      expect(assessment!.score).toEqual(summary.score);

      const query = { severity: ['critical', 'high'], limit: 2 } as const;
      const { items, nextCursor } = await client.listFindings(SHOP, query);
      expect(items).toHaveLength(2);
      const next = { ...query, cursor: nextCursor };
      const { items: more } = await client.listFindings(SHOP, next);
      expect(more[0]!.fingerprint).not.toBe(items[0]!.fingerprint);
      const { fingerprint, path } = items[0]!;
      const excerpt = await client.getExcerpt(SHOP, fingerprint);
      expect(excerpt.path).toBe(path);

      const { items: points } = await client.getHistory(SHOP, { days: 1 });
      expect(points).toEqual(summary.trend);
      const { items: changes } = await client.listChanges(SHOP);
      expect(changes).toMatchObject([{ cause: 'first' }]);

      const { items: cards } = await client.listScorecards({ grade: ['E'] });
      expect(cards).toMatchObject([{ entityRef: SHOP, title: 'The shop' }]);
      const { items: rollups } = await client.getRollup();
      expect(rollups).toMatchObject([
        { ref: 'group:default/sales', entities: 2, scored: 2 },
        { ref: 'group:default/tools', entities: 2, scored: 0 },
      ]);
      const overview = await client.getScorecardOverview({ owner: 'sales' });
      expect(overview).toMatchObject({ entities: 2, scored: 2 });
      const csv = await client.exportScorecards({ grade: ['E'] });
      expect(await csv.text()).toContain('component:default/shop,The shop,');

      const { items: rules } = await client.listRules();
      const rule = await client.getRule(rules[0]!.id);
      expect(rule).toEqual(rules[0]);
      const preview = await client.preview({ files: CARELESS });
      expect(preview.score).toEqual(summary.score);

      expect(await client.refreshEntity(SHOP)).toEqual({
        entityRef: SHOP,
        refreshing: true,
      });
      const after = await client.getEntitySummary(SHOP);
      expect(after.refreshing).toBe(true);
    });

    it('rejects with what the router says', async () => {
      await expect(
        client.getEntitySummary('component:default/nobody'),
      ).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 404,
        cause: { name: 'NotFoundError' },
      });
      api.permissions.policy = name => name !== 'hardening.source.read';
      await expect(client.getExcerpt(SHOP, 'a')).rejects.toMatchObject({
        statusCode: 403,
        cause: { name: 'NotAllowedError' },
      });
    });
  },
);
