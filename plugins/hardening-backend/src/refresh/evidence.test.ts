// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { assess } from '@plimsoll/engine';
import type { Knex } from 'knex';
import { loadAssessment } from '../database/assessmentStore';
import { listChanges } from '../database/historyStore';
import { saveScan } from '../database/scanStore';
import { clearDatabase } from '../database/testing/clearDatabase';
import {
  DATABASE_IDS,
  openTestDatabase,
} from '../database/testing/openTestDatabase';
import { EpssTableDraft } from '../evidence/epssTable';
import type { ExploitLists } from '../evidence/exploitLists';
import { ScanReading, unpackReport } from '../scans/readScan';
import { trivyReport } from '../scans/testing/trivyReport';
import { RefreshHarness } from './testing/refreshHarness';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const DAY = 86_400_000;
const FILES = { Dockerfile: 'FROM alpine:3.22\nUSER 10001\n' };

describe.each(databases.eachSupportedId())(
  'evidence, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let harness: RefreshHarness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });
    beforeEach(async () => {
      await clearDatabase(knex);
      harness = new RefreshHarness(knex);
      harness.source.put('memory:a', FILES);
      await harness.describe({ a: 'memory:a' });
      await harness.refreshDue();
    });

    const send = async (text: string, name = 'a', dockerfile?: string) => {
      const { id: entityId, repository_id: repositoryId } =
        await harness.entity(name);
      const entityRef = `component:default/${name}`;
      const reading = new ScanReading({ entityRef, dockerfile });
      reading.push(Buffer.from(text));
      const result = reading.end();
      if (!result.ok) throw new Error(result.error.message);
      const { scan } = result;
      const receivedAt = Date.now();
      const news = { entityId, repositoryId, scan, receivedAt };
      await saveScan(knex, { ...news, subject: 'external:ci' });
      return scan;
    };
    const daysAgo = (days: number) =>
      new Date(Date.now() - days * DAY).toISOString();
    const assessmentOf = async (name: string, scope?: 'files') => {
      const { id: entityId } = await harness.entity(name);
      return (await loadAssessment(knex, entityId, scope))!;
    };
    const outcomeOf = async (rule: string) => {
      const { outcomes } = await assessmentOf('a');
      return outcomes.find(one => one.rule === rule)?.outcome;
    };
    /** Of its worst finding: in its grace, a vulnerability is a remark. */
    const severityOf = async (rule: string) => {
      const { outcomes } = await assessmentOf('a');
      return outcomes.find(one => one.rule === rule)?.severity;
    };
    const useLists = (lists: ExploitLists) => {
      harness.context = { ...harness.context, exploitLists: () => lists };
    };

    it('is what the engine says of the same report, and of the files alone', async () => {
      const createdAt = daysAgo(10);
      const scan = await send(trivyReport({ createdAt }));
      expect(await harness.refreshDue()).toEqual(['changed']);
      const row = await harness.entity('a');
      const files = Object.entries(FILES).map(([path, text]) => ({
        path,
        size: text.length,
        text,
      }));
      const input = {
        files,
        listing: 'complete',
        now: new Date(Number(row.assessed_at)),
      } as const;
      const firstSeen = { 'CVE-2026-1000 openssl': createdAt.slice(0, 10) };
      const full = assess({
        ...input,
        evidence: {
          scope: 'full',
          scans: [{ report: unpackReport(scan.body), firstSeen }],
        },
      });
      const byFiles = assess(input);
      expect(full.validUntil).toBeDefined();
      for (const [expected, scope] of [
        [full, undefined],
        [byFiles, 'files'],
      ] as const) {
        const { results, ...rest } = expected;
        const { outcomes, scans: _, ...kept } = await assessmentOf('a', scope);
        expect(kept).toEqual(JSON.parse(JSON.stringify(rest)));
        expect(
          outcomes.map(({ rule, path, outcome }) => [rule, path, outcome]),
        ).toEqual(
          results.map(({ rule, path, outcome }) => [rule, path, outcome]),
        );
      }
      expect(full.score).not.toEqual(byFiles.score);
      expect(full.score).toMatchObject({ points: row.score, grade: row.grade });
      const [change] = await listChanges(knex, row.id, { limit: 10 });
      expect(change).toMatchObject({ cause: 'scan', after: row.score });
      expect(change!.flips).toContainEqual({
        rule: 'scan/critical-fixable',
        path: 'Dockerfile',
        before: 'notApplicable',
        after: 'failed',
      });
    });

    it('says what it was judged by', async () => {
      await send(trivyReport({ createdAt: '2026-11-01T00:00:00Z' }));
      await harness.refreshDue();
      const { scans } = await assessmentOf('a');
      expect(scans).toMatchObject({
        count: 1,
        items: [{ facts: { vulnerabilities: { critical: 1 } } }],
      });
    });

    it('changes nothing while it is the same', async () => {
      await send(trivyReport({ createdAt: daysAgo(200) }));
      await harness.refreshDue();
      const before = await harness.entity('a');
      await send(trivyReport({ createdAt: daysAgo(300) }));
      expect(await harness.refreshDue()).toEqual(['unchanged']);
      expect(await harness.refreshAll()).toEqual(['unchanged']);
      expect(await harness.entity('a')).toEqual(before);
    });

    it('counts a vulnerability from the day on which it was first seen', async () => {
      const recent = trivyReport({ createdAt: daysAgo(2) });
      await send(recent);
      await harness.refreshDue();
      expect(await severityOf('scan/critical-fixable')).toBe('info');
      const { validUntil } = await assessmentOf('a');
      expect(Date.parse(validUntil!)).toBeLessThan(Date.now() + 7 * DAY);
      // The same of another build: it is as old as it was.
      await send(trivyReport({ createdAt: daysAgo(40) }));
      await send(trivyReport({ createdAt: daysAgo(1) }));
      await harness.refreshDue();
      expect(await severityOf('scan/critical-fixable')).toBe('critical');
    });

    it('gives a new repository some days, and none to one that comes back', async () => {
      expect((await assessmentOf('a')).firstScanDue).toBeDefined();
      const { first_seen_at: firstSeenAt } = (await knex('hardening_place'))[0];
      const { firstScanDue, validUntil } = await assessmentOf('a');
      expect(Date.parse(firstScanDue!)).toBe(Number(firstSeenAt) + 14 * DAY);
      expect(validUntil).toBe(firstScanDue);

      await knex('hardening_place').update({
        first_seen_at: Date.now() - 15 * DAY,
      });
      await knex('hardening_entity').delete();
      await harness.describe({ again: 'memory:a' });
      await harness.refreshAll();
      const again = await assessmentOf('again');
      expect(again.firstScanDue).toBeUndefined();
      expect(again.outcomes).toContainEqual(
        expect.objectContaining({
          rule: 'scan/present',
          outcome: expect.stringMatching(/failed|unknown/),
        }),
      );
      expect((await assessmentOf('again', 'files')).score).toMatchObject({
        status: 'scored',
      });
    });

    it('keeps the report of one entity apart from the others', async () => {
      await harness.describe({ a: 'memory:a', b: 'memory:a' });
      await harness.refreshDue();
      const before = await harness.entity('b');
      await send(trivyReport({ createdAt: daysAgo(200) }));
      expect(await harness.refreshDue()).toEqual(['changed']);
      expect(await harness.entity('b')).toEqual(before);
    });

    it('takes lists of exploited vulnerabilities, and judges again when they change', async () => {
      await send(
        trivyReport({
          createdAt: daysAgo(1),
          vulnerabilities: [{ id: 'CVE-2026-1000', severity: 'HIGH' }],
        }),
      );
      await harness.refreshDue();
      expect(await outcomeOf('scan/known-exploited')).toBe('unknown');
      expect(await outcomeOf('scan/likely-exploited')).toBe('unknown');

      const draft = new EpssTableDraft();
      draft.add('CVE-2026-1000', 0.9, 0.99);
      const knownExploited = { date: '2026-11-20', ids: ['CVE-2020-1'] };
      const epss = draft.finish('2026-11-20');
      useLists({ knownExploited, epss, digest: 'first' });
      expect(await harness.refreshAll()).toEqual(['changed']);
      expect(await outcomeOf('scan/known-exploited')).toBe('passed');
      expect(await outcomeOf('scan/likely-exploited')).toBe('failed');

      const worse = { date: '2026-11-21', ids: ['CVE-2026-1000'] };
      useLists({ knownExploited: worse, epss, digest: 'second' });
      expect(await harness.refreshAll()).toEqual(['changed']);
      expect(await outcomeOf('scan/known-exploited')).toBe('failed');
    });

    it('matches a report to the Dockerfile that its sender names', async () => {
      harness.source.put('memory:a', {
        'api/Dockerfile': FILES.Dockerfile,
        'web/Dockerfile': FILES.Dockerfile,
      });
      await harness.refreshAll();
      await send(
        trivyReport({ createdAt: daysAgo(200) }),
        'a',
        'web/Dockerfile',
      );
      await harness.refreshDue();
      const { outcomes } = await assessmentOf('a');
      const failed = outcomes.filter(
        ({ rule, outcome }) =>
          rule === 'scan/critical-fixable' && outcome === 'failed',
      );
      expect(failed.map(({ path }) => path)).toEqual(['web/Dockerfile']);
    });
  },
);
