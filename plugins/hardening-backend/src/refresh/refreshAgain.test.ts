// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { listChanges } from '../database/historyStore';
import { clearDatabase } from '../database/testing/clearDatabase';
import {
  DATABASE_IDS,
  openTestDatabase,
} from '../database/testing/openTestDatabase';
import { findSummary } from './testing/findSummary';
import { RefreshHarness } from './testing/refreshHarness';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const CARELESS = 'FROM node:latest\nRUN sudo apt-get install -y curl\n';
const CAREFUL = 'FROM scratch\nCOPY app /app\nUSER 10001\nCMD ["/app"]\n';
const SHOP = 'memory:shop';

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  let harness: RefreshHarness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });
  beforeEach(async () => {
    await clearDatabase(knex);
    harness = new RefreshHarness(knex);
  });
  const summaryOf = (name: string) =>
    findSummary(knex, `component:default/${name}`);
  const rename = (columns: object) =>
    knex('hardening_repository').update(columns);

  it('judges again by other rules and policies, without asking the host', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const { id: entityId, score } = (await summaryOf('shop'))!;
    const ids = await knex('hardening_repository').pluck('id');

    harness.usePolicy({ multipliers: { 'dockerfile/non-root-user': 2 } });
    await harness.queue.reassess(ids);
    expect(await harness.refreshDue()).toEqual(['changed']);
    const { score: harder } = (await summaryOf('shop'))!;
    expect(harder).toBeLessThan(score!);

    const { assessor } = harness.context;
    const rulesetVersion = 'another';
    harness.context = {
      ...harness.context,
      rulesetVersion,
      assessor: {
        ...assessor,
        assess: async input => {
          const judgement = await assessor.assess(input);
          const better = { ...judgement.assessment.score, points: 77 };
          const assessment = { ...judgement.assessment, score: better };
          return { ...judgement, assessment };
        },
      },
    };
    await harness.queue.reassess(ids);
    expect(await harness.refreshDue()).toEqual(['changed']);
    expect(await summaryOf('shop')).toMatchObject({
      score: 77,
      rulesetVersion,
    });

    expect(harness.source.reads).toEqual([`${SHOP} read`]);
    expect(await listChanges(knex, entityId, { limit: 9 })).toMatchObject([
      { cause: 'ruleset', before: harder, after: 77 },
      { cause: 'policy', before: score, after: harder },
      { cause: 'first', after: score },
    ]);
    // By the same rules and policy it is still right.
    await harness.queue.reassess(ids);
    expect(await harness.refreshDue()).toEqual(['unchanged']);
  });

  it('judges again when time alone changes something', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    await knex('hardening_entity').update({ valid_until: 1, score: 99 });
    await rename({ due_at: 0 });
    expect(await harness.refreshDue()).toEqual(['changed']);
    expect(harness.source.reads).toHaveLength(1);
    const { id: entityId } = (await summaryOf('shop'))!;
    const [change] = await listChanges(knex, entityId, { limit: 1 });
    expect(change).toMatchObject({ cause: 'time', before: 99 });
    const row = await knex('hardening_repository').first();
    expect(Number(row.due_at)).toBeGreaterThan(Date.now());
  });

  it('stays stale when it is judged again and could not be read', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    harness.source.fail(SHOP, new SourceError('unreachable', 'down'));
    await harness.refreshAll();
    harness.usePolicy({ trustedImages: ['example.com/'] });
    await harness.queue.reassess(
      await knex('hardening_repository').pluck('id'),
    );
    expect(await harness.refreshDue()).toEqual(['changed']);
    expect(await summaryOf('shop')).toMatchObject({
      stale: { message: 'down' },
    });
  });

  it.each(['hardening_file', 'hardening_listing'])(
    'reads again when %s lost what it should keep',
    async table => {
      harness.source.put(SHOP, { Dockerfile: CARELESS });
      await harness.describe({ shop: SHOP });
      await harness.refreshDue();
      const before = (await summaryOf('shop'))!;
      await knex(table).delete();
      harness.usePolicy({ trustedImages: ['example.com/'] });
      const ids = await knex('hardening_repository').pluck('id');
      await harness.queue.reassess(ids);
      expect(await harness.refreshDue()).toEqual(['changed']);
      expect(harness.source.reads).toEqual([`${SHOP} read`, `${SHOP} read`]);
      const after = (await summaryOf('shop'))!;
      expect(after.failed).toBe(before.failed);
      expect(await knex(table).first()).toBeDefined();
    },
  );

  it('writes nothing of an entity that has left meanwhile', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    harness.source.put('memory:other', { Dockerfile: CAREFUL });
    await harness.describe({ shop: SHOP, stays: SHOP });
    harness.source.onRead = async tree => {
      if (tree === SHOP) await harness.describe({ shop: 'memory:other' });
    };
    const [claim] = await harness.queue.claim(1);
    await knex('hardening_repository').update({ lease_until: 0 });
    expect(claim!.url).toBe(SHOP);
    await harness.refreshDue();
    const [shop, stays] = await Promise.all(
      ['shop', 'stays'].map(name => summaryOf(name)),
    );
    expect(shop!.score).toBeGreaterThan(stays!.score!);
    const changes = await listChanges(knex, shop!.id, { limit: 9 });
    expect(changes).toMatchObject([{ cause: 'first', after: shop!.score }]);
  });

  it('does not ask for what no entity needs', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await knex('hardening_entity').update({ removed_at: 1 });
    expect(await harness.refreshDue()).toEqual(['unused']);
    expect(await harness.refreshDue()).toEqual([]);
    expect(harness.source.reads).toEqual([]);
    await harness.describe({ shop: SHOP });
    expect(await harness.refreshDue()).toEqual(['changed']);
  });
});
