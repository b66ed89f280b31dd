// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { assess, RULES } from '@plimsoll/engine';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { AssessorError } from '../assess/thread';
import { listFindings } from '../database/findingStore';
import { listChanges } from '../database/historyStore';
import {
  clearDatabase,
  DATABASE_IDS,
  openTestDatabase,
} from '../database/testing/openTestDatabase';
import { loadText } from '../database/treeStore';
import { findSummary } from './testing/findSummary';
import { RefreshHarness, tablesWritten } from './testing/refreshHarness';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const CARELESS = 'FROM node:latest\nRUN sudo apt-get install -y curl\n';
const CAREFUL = 'FROM scratch\nCOPY app /app\nUSER 10001\nCMD ["/app"]\n';
const SHOP = 'memory:shop';

const filesOf = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    text: /ockerfile|\.dockerignore/.test(path) ? text : undefined,
  }));

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

  it('keeps what the engine says of the files', async () => {
    const texts = { Dockerfile: CARELESS, 'main.go': 'package main' };
    harness.source.put(SHOP, texts);
    await harness.describe({ shop: SHOP });
    expect(await summaryOf('shop')).toMatchObject({
      status: 'pending',
      isRefreshing: true,
    });
    expect(await harness.refreshDue()).toEqual(['changed']);

    const { results, ...expected } = assess({
      files: filesOf(texts),
      listing: 'complete',
      now: new Date(),
    });
    const summary = (await summaryOf('shop'))!;
    expect(summary).toMatchObject({ isRefreshing: false, stale: undefined });
    const { outcomes, ...assessment } = summary.assessment!;
    expect(assessment).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(outcomes).toEqual(
      JSON.parse(
        JSON.stringify(
          results.map(({ findings, ...result }) => ({
            ...result,
            findings: findings.length,
          })),
        ),
      ),
    );
    const score = expected.score;
    if (score.status !== 'scored') throw new Error('not scored');
    expect(summary).toMatchObject({
      score: score.points,
      raw: score.raw,
      grade: score.grade,
    });
    const findings = await listFindings(knex, summary.id, { limit: 1000 });
    const all = results.flatMap(result => result.findings);
    expect(findings.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      all.map(({ fingerprint }) => fingerprint).sort(),
    );
    const costs = findings.map(({ pointsLost }) => pointsLost);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(await harness.rowsOf('history', 'shop')).toMatchObject([
      { score: score.points, grade: score.grade },
    ]);
    expect(await listChanges(knex, summary.id, { limit: 9 })).toMatchObject([
      { cause: 'first', before: undefined, after: score.points, flips: [] },
    ]);
  });

  it('writes nothing but when to look again while nothing changes', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const written = await tablesWritten(knex, async () => {
      expect(await harness.refreshAll()).toEqual(['unchanged']);
    });
    expect(written).toEqual(['hardening_repository']);
    expect(harness.source.reads).toEqual([
      `${SHOP} read`,
      `${SHOP} notModified`,
    ]);
  });

  it('writes no entity when only other files have changed', async () => {
    harness.source.put(SHOP, { 'a/Dockerfile': CARELESS, 'b/x.go': 'x' });
    await harness.describe({ a: `${SHOP}#a` });
    await harness.refreshDue();
    const before = await harness.entity('a');
    harness.source.put(SHOP, { 'a/Dockerfile': CARELESS, 'b/x.go': 'longer' });
    expect(await harness.refreshAll()).toEqual(['unchanged']);
    const after = await harness.entity('a');
    expect(after).toEqual({ ...before, revision: after.revision });
    expect(after.revision).not.toBe(before.revision);
  });

  it('reads a repository once for all of its entities', async () => {
    harness.source.put(SHOP, {
      'a/Dockerfile': CARELESS,
      'b/Dockerfile': CAREFUL,
      'b/app': 'x',
    });
    await harness.describe({ a: `${SHOP}#a`, b: `${SHOP}#b`, all: SHOP });
    expect(await harness.refreshDue()).toEqual(['changed']);
    expect(harness.source.reads).toEqual([`${SHOP} read`]);
    const [a, b, all] = await Promise.all(
      ['a', 'b', 'all'].map(name => summaryOf(name)),
    );
    expect(a!.score).toBeLessThan(b!.score!);
    expect(all!.assessment!.images).toHaveLength(2);

    // One that comes later is judged by what is kept.
    await harness.describe({ late: `${SHOP}#b` });
    expect(await harness.refreshDue()).toEqual(['changed']);
    expect(harness.source.reads).toHaveLength(1);
    expect((await summaryOf('late'))!.score).toBe(b!.score);
  });

  it('says what moved the score', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const before = (await summaryOf('shop'))!;
    harness.source.put(SHOP, { Dockerfile: CAREFUL });
    await harness.refreshAll();
    const after = (await summaryOf('shop'))!;
    expect(after.score).toBeGreaterThan(before.score!);
    const [change, first] = await listChanges(knex, after.id, { limit: 9 });
    expect(first).toMatchObject({ cause: 'first' });
    expect(change).toMatchObject({
      cause: 'commit',
      before: before.score,
      after: after.score,
      revision: after.revision,
    });
    expect(change!.flips).toContainEqual({
      rule: 'dockerfile/non-root-user',
      path: 'Dockerfile',
      before: 'failed',
      after: 'passed',
    });
    const { id: entityId } = after;
    const older = { limit: 9, beforeId: change!.id };
    expect(await listChanges(knex, entityId, older)).toEqual([first]);
    // The day is the same one, so the last score of it stays.
    expect(await harness.rowsOf('history', 'shop')).toMatchObject([
      { score: after.score },
    ]);
  });

  it('remembers when a finding was first seen', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    await knex('hardening_finding').update({ first_seen_at: 7 });
    harness.source.put(SHOP, {
      Dockerfile: `# moved down\n${CARELESS}RUN curl -sSf https://example.com/i | sh\n`,
    });
    await harness.refreshAll();
    const { id: entityId } = (await summaryOf('shop'))!;
    const findings = await listFindings(knex, entityId, { limit: 1000 });
    const old = findings.filter(({ firstSeenAt }) => firstSeenAt === 7);
    expect(old.length).toBeGreaterThan(3);
    expect(findings.length).toBeGreaterThan(old.length);
    expect(old.every(({ start }) => start.line > 1)).toBe(true);
  });

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

  it('judges again by other rules and policies, without asking the host', async () => {
    harness.source.put(SHOP, { Dockerfile: CARELESS });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const { id: entityId, score } = (await summaryOf('shop'))!;
    const ids = await knex('hardening_repository').pluck('id');

    const [rule] = RULES.filter(
      ({ info }) => info.id === 'dockerfile/non-root-user',
    );
    harness.usePolicy({ multipliers: { [rule!.info.id]: 2 } });
    await harness.queue.reassess(ids);
    expect(await harness.refreshDue()).toEqual(['changed']);
    harness.context = { ...harness.context, rulesetVersion: 'another' };
    await harness.queue.reassess(ids);
    await harness.refreshDue();

    expect(harness.source.reads).toEqual([`${SHOP} read`]);
    const changes = await listChanges(knex, entityId, { limit: 9 });
    expect(changes.at(-1)).toMatchObject({ cause: 'first', after: score });
    const causes = changes.map(({ cause }) => cause);
    expect(causes.slice(0, -1)).toEqual(
      score === (await summaryOf('shop'))!.score ? [] : ['policy'],
    );
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

  it('keeps no secret, and judges as if it had kept all', async () => {
    const password = 'hunter2-Correct-Horse-9f8e7d';
    const text = `FROM alpine:3.22\nENV DB_PASSWORD=${password}\nUSER 1\n`;
    harness.source.put(SHOP, { Dockerfile: text });
    await harness.describe({ shop: SHOP });
    await harness.refreshDue();
    const summary = (await summaryOf('shop'))!;
    const expected = assess({
      files: filesOf({ Dockerfile: text }),
      listing: 'complete',
      now: new Date(),
    });
    expect(expected.score).toMatchObject({ points: summary.score });
    const findings = await listFindings(knex, summary.id, { limit: 99 });
    expect(findings.map(({ message }) => message).sort()).toEqual(
      expected.results
        .flatMap(result => result.findings.map(({ message }) => message))
        .sort(),
    );
    const kept = await loadText(knex, findings[0]!.oid!);
    expect(kept).toHaveLength(text.length);
    expect(kept).not.toContain(password.slice(0, 6));
    expect(JSON.stringify(findings)).not.toContain(password.slice(0, 6));
  });

  it('keeps files of any bytes', async () => {
    const content = Buffer.from('FROM a\0\xff\ud800\nRUN \xfe\0 "\n', 'latin1');
    harness.source.put(SHOP, {
      Dockerfile: content,
      'x\ud800.Dockerfile': 'FROM a\0',
    });
    await harness.describe({ shop: SHOP });
    expect(await harness.refreshDue()).toEqual(['changed']);
    const { id: entityId } = (await summaryOf('shop'))!;
    const once = await listFindings(knex, entityId, { limit: 99 });
    expect(once.length).toBeGreaterThan(0);
    await knex('hardening_entity').update({ input_hash: null, revision: null });
    const written = await tablesWritten(knex, () => harness.refreshAll());
    const twice = await listFindings(knex, entityId, { limit: 99 });
    expect(twice).toEqual(once);
    expect(written).toEqual(['hardening_entity', 'hardening_repository']);
  });

  it('judges a link by what it leads to, and nothing twice', async () => {
    const content = Buffer.from(CARELESS);
    const { length: size } = content;
    harness.source.putFiles(SHOP, [
      { path: 'base/Dockerfile', size, content },
      { path: 'a/Dockerfile', size, linkTo: 'base/Dockerfile' },
      { path: 'b/Dockerfile', size: 0, linkTo: 'base/nowhere' },
    ]);
    await harness.describe({ a: `${SHOP}#a`, b: `${SHOP}#b`, all: SHOP });
    await harness.refreshDue();
    const [a, b, all] = await Promise.all(
      ['a', 'b', 'all'].map(name => summaryOf(name)),
    );
    expect(a!.assessment!.images).toHaveLength(1);
    expect(a!.status).toBe('scored');
    expect(b).toMatchObject({
      status: 'notScored',
      reason: 'not-enough-evidence',
    });
    expect(all!.assessment!.images.map(({ path }) => path).sort()).toEqual([
      'b/Dockerfile',
      'base/Dockerfile',
    ]);
  });
});
