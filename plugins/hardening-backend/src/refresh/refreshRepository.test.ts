// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { assess } from '@plimsoll/engine';
import { SEVERITIES } from '@plimsoll/model';
import type { Knex } from 'knex';
import { loadAssessment } from '../database/assessmentStore';
import { listFindings } from '../database/findingStore';
import { listChanges } from '../database/historyStore';
import { clearDatabase } from '../database/testing/clearDatabase';
import {
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
    const byFiles = await loadAssessment(knex, summary.id, 'files');
    const { outcomes, ...assessment } = byFiles!;
    expect(assessment).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(outcomes).toEqual(
      JSON.parse(
        JSON.stringify(
          results.map(({ findings, ...result }) => ({
            ...result,
            findings: findings.length,
            severity: SEVERITIES.find(severity =>
              findings.some(finding => finding.severity === severity),
            ),
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
