// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { AssessorError } from '../assess/thread';
import { listFindings } from '../database/findingStore';
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

  it('keeps the last assessment of what cannot be read, as stale', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const { stale: none, ...before } = (await summaryOf('shop'))!;
    expect(none).toBeUndefined();
    const error = new SourceError('unreachable', 'example.com is down');
    harness.source.fail(SHOP, error);
    expect(await harness.refreshAll()).toEqual(['failed']);
    const { stale, ...after } = (await summaryOf('shop'))!;
    expect(after).toEqual(before);
    expect(stale).toEqual({
      since: expect.any(Number),
      message: 'example.com is down',
    });

    harness.source.fail(SHOP, new SourceError('not-found', 'it is gone'));
    expect(await harness.refreshAll()).toEqual(['failed']);
    expect((await summaryOf('shop'))!.stale).toEqual({
      since: stale!.since,
      message: 'it is gone',
    });

    harness.source.put(SHOP, { Dockerfile: CARELESS });
    expect(await harness.refreshAll()).toEqual(['unchanged']);
    const { readAt, ...healed } = (await summaryOf('shop'))!;
    expect(readAt).toBeGreaterThanOrEqual(before.readAt!);
    expect({ ...healed, readAt: before.readAt }).toEqual({
      ...before,
      stale: undefined,
    });
  });

  it.each([
    ['not-found', 'notScored', 'source-not-found'],
    ['forbidden', 'notScored', 'source-forbidden'],
    ['malformed', 'notScored', 'source-malformed'],
    ['unreachable', 'pending', undefined],
    ['rate-limited', 'pending', undefined],
  ] as const)(
    'says of what was never read and is %s: %s',
    async (errorClass, status, reason) => {
      harness.source.fail(SHOP, new SourceError(errorClass, 'so it is'));
      await harness.describe({ shop: SHOP });
      expect(await harness.refreshDue()).toEqual(['failed']);
      expect(await summaryOf('shop')).toMatchObject({
        status,
        reason,
        score: undefined,
        stale: { message: 'so it is' },
      });
      // Another one in the same repository learns it without asking the host.
      await harness.describe({ late: SHOP });
      await harness.refreshDue();
      expect(harness.source.reads).toHaveLength(1);
      expect(await summaryOf('late')).toMatchObject({ status, reason });
    },
  );

  it('is asked less and less often while it fails', async () => {
    harness.source.fail(SHOP, new SourceError('unreachable', 'down'));
    await harness.describe({ shop: SHOP });
    const waits: number[] = [];
    for (const since of [0, 80_000, 3_600_000, 24 * 3_600_000]) {
      await rename({
        failing_since: since === 0 ? null : Date.now() - since,
        error_class: 'unreachable',
        error_message: '',
      });
      await harness.refreshAll();
      const row = await knex('hardening_repository').first();
      waits.push(Math.round((Number(row.fetch_at) - Date.now()) / 60_000));
    }
    // Three quarters of twice the time, between one minute and six hours.
    expect(waits).toEqual([1, 2, 90, 270]);
  });

  it('leaves a host alone that takes no more requests', async () => {
    harness.source.fail(SHOP, new SourceError('rate-limited', 'later'));
    harness.source.put('memory:other', { Dockerfile: CAREFUL });
    await harness.describe({ shop: SHOP, other: 'memory:other' });
    await rename({ priority: 1 });
    await knex('hardening_repository').where({ url: SHOP }).update('due_at', 0);
    expect(await harness.refreshDue()).toEqual(['failed']);
    expect(harness.source.reads).toEqual([`${SHOP} failed`]);
  });

  it('reads twice before it believes that most files are gone', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`${index}.go`, 'x']),
    );
    harness.source.put(SHOP, { Dockerfile: CARELESS, ...many });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const before = (await summaryOf('shop'))!;

    // Cut at another place the second time.
    let reads = 0;
    harness.source.onRead = async () => {
      reads += 1;
      harness.source.put(SHOP, { Dockerfile: '', ['x'.repeat(reads)]: 'x' });
    };
    expect(await harness.refreshAll()).toEqual(['failed']);
    const failed = (await summaryOf('shop'))!;
    expect(failed.score).toBe(before.score);
    expect(failed.stale!.message).toContain('less than half of its files');

    harness.source.onRead = async () => {};
    harness.source.put(SHOP, { Dockerfile: CAREFUL });
    expect(await harness.refreshAll()).toEqual(['changed']);
    expect((await summaryOf('shop'))!.score).not.toBe(before.score);
  });

  it('does not take a folder that does not exist for one without containers', async () => {
    harness.source.put(SHOP, { 'a/Dockerfile': CARELESS });
    await harness.describe({ shop: `${SHOP}#a` });
    await harness.refreshDue();
    harness.source.put(SHOP, { 'b/Dockerfile': CARELESS });
    await harness.refreshAll();
    const { id: entityId, ...summary } = (await summaryOf('shop'))!;
    expect(summary).toMatchObject({
      status: 'notScored',
      reason: 'folder-not-found',
      score: undefined,
    });
    expect(await listFindings(knex, entityId, { limit: 9 })).toEqual([]);
    expect(await harness.rowsOf('history', 'shop')).toMatchObject([
      { score: null, grade: null },
    ]);
  });

  it('keeps what it knew of one entity that cannot be judged', async () => {
    const texts = { 'a/Dockerfile': CARELESS, 'b/Dockerfile': CARELESS };
    harness.source.put(SHOP, texts);
    await harness.describe({ a: `${SHOP}#a`, b: `${SHOP}#b` });
    await harness.refreshDue();
    const { assessor } = harness.context;
    const isBad = (text: string | undefined) => text?.includes('bad') ?? false;
    harness.context = {
      ...harness.context,
      assessor: {
        ...assessor,
        assess: async input => {
          const { files } = input;
          if (files.some(({ path }) => isBad(path))) {
            throw new AssessorError('The assessment took longer than 1 ms');
          }
          return assessor.assess(input);
        },
      },
    };
    harness.source.put(SHOP, {
      'a/Dockerfile': CAREFUL,
      'a/bad': 'x',
      'b/Dockerfile': CAREFUL,
    });
    await harness.describe({ c: `${SHOP}#a` });
    await harness.refreshAll();
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map(name => summaryOf(name)),
    );
    expect(a).toMatchObject({
      status: 'scored',
      stale: { message: 'The assessment took longer than 1 ms' },
    });
    expect(b!.score).toBeGreaterThan(a!.score!);
    expect(b!.stale).toBeUndefined();
    expect(c).toMatchObject({
      status: 'notScored',
      reason: 'assessment-failed',
    });
    // It is tried again, and heals.
    harness.context = { ...harness.context, assessor };
    await harness.refreshAll();
    expect(await summaryOf('a')).toMatchObject({
      score: b!.score,
      stale: undefined,
    });
  });

  it('sets aside what ends the backend again and again', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    for (let times = 0; times < harness.context.mostAttempts; times++) {
      expect(await harness.queue.claim(1)).toHaveLength(1);
      await rename({ lease_until: 1 });
    }
    expect(await harness.refreshDue()).toEqual(['parked']);
    expect(harness.source.reads).toEqual([]);
    const summary = await summaryOf('shop');
    expect(summary).toMatchObject({
      status: 'notScored',
      reason: 'assessment-failed',
      isRefreshing: false,
    });
    expect(summary!.stale!.message).toContain('was begun 3 times');
    expect(await harness.refreshAll()).toEqual(['changed']);
    expect(await summaryOf('shop')).toMatchObject({
      status: 'scored',
      stale: undefined,
    });
  });
});
