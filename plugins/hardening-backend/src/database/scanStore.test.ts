// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { RefreshHarness } from '../refresh/testing/refreshHarness';
import { ScanReading, type ReadScan } from '../scans/readScan';
import {
  trivyReport,
  type TestVulnerability,
} from '../scans/testing/trivyReport';
import { dayOf } from './historyStore';
import {
  listScans,
  MOST_IN_FORCE,
  saveScan,
  scansInForce,
  type SavedScan,
} from './scanStore';
import { loadFirstDays } from './sightingStore';
import { clearDatabase } from './testing/clearDatabase';
import { DATABASE_IDS, openTestDatabase } from './testing/openTestDatabase';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: DATABASE_IDS });
const IMAGE = 'registry.test/acme/shop';
const NOW = Date.parse('2026-11-21T12:00:00Z');

interface TestScan {
  readonly image?: string;
  readonly createdAt?: string | null;
  readonly vulnerabilities?: readonly TestVulnerability[];
  readonly dockerfile?: string;
}

function read({ dockerfile, ...report }: TestScan): ReadScan {
  const entityRef = 'component:default/a';
  const reading = new ScanReading({ entityRef, dockerfile });
  reading.push(Buffer.from(trivyReport(report)));
  const result = reading.end();
  if (!result.ok) throw new Error(result.error.message);
  return result.scan;
}

describe.each(databases.eachSupportedId())(
  'scans, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let harness: RefreshHarness;
    let entityId: number;
    let repositoryId: number;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });
    const begin = async () => {
      await clearDatabase(knex);
      harness = new RefreshHarness(knex);
      await harness.describe({ a: 'memory:a' });
      ({ id: entityId, repository_id: repositoryId } = await harness.entity(
        'a',
      ));
    };
    beforeEach(begin);

    const save = (scan: TestScan, receivedAt = NOW) =>
      saveScan(knex, {
        ...{ entityId, repositoryId, receivedAt },
        ...{ scan: read(scan), subject: 'external:ci' },
      }) as Promise<SavedScan>;
    /** All but ids and the times at which things came. */
    const state = async () => ({
      scans: (
        await knex('hardening_scan')
          .orderBy(['slot', 'dated_at', 'digest'])
          .select('slot', 'image', 'dockerfile', 'digest', 'superseded_at')
      ).map(row => ({ ...row, superseded_at: row.superseded_at !== null })),
      seen: await knex('hardening_vulnerability_seen').orderBy([
        'image',
        'vulnerability',
        'package',
      ]),
    });

    it('ends in the same state in whatever order reports come', async () => {
      const one = { createdAt: '2026-11-20T00:00:00Z' };
      const reports: TestScan[] = [
        one,
        { ...one, vulnerabilities: [{ id: 'CVE-1' }, { id: 'CVE-2' }] },
        { createdAt: '2026-11-02T00:00:00Z' },
        {
          createdAt: '2026-10-01T00:00:00Z',
          vulnerabilities: [{ id: 'CVE-2' }],
        },
        { createdAt: '2026-11-20T00:00:00Z', dockerfile: 'b.Dockerfile' },
        { createdAt: '2026-11-19T00:00:00Z', image: 'registry.test/acme/b:2' },
        { createdAt: null },
        { createdAt: '2026-11-18T00:00:00Z', vulnerabilities: [] },
      ];
      for (const [index, first] of reports.entries()) {
        for (const second of reports.slice(index + 1)) {
          const states = [];
          for (const order of [
            [first, second],
            [second, first],
            [first, second, first],
          ]) {
            await begin();
            for (const report of order) await save(report);
            states.push(await state());
          }
          expect(states[1]).toEqual(states[0]);
          expect(states[2]).toEqual(states[0]);
          expect(states[0]!.scans).toHaveLength(2);
        }
      }
    });

    it('has the newest of a kind in force, however many come', async () => {
      const days = [3, 1, 5, 2, 4, 5];
      for (const day of days) {
        await save({ createdAt: `2026-11-0${day}T00:00:00Z` });
      }
      const kept = await listScans(knex, entityId, { limit: 10 });
      expect(kept).toHaveLength(5);
      expect(
        kept.filter(scan => scan.supersededAt === undefined),
      ).toMatchObject([{ scannedAt: Date.parse('2026-11-05T00:00:00Z') }]);
      expect(await scansInForce(knex, [entityId])).toHaveLength(1);
    });

    it('takes what a report says of tomorrow for today', async () => {
      const later = NOW + 5 * 60_000;
      await save({ createdAt: new Date(later).toISOString() });
      await save({ createdAt: null }, NOW + 60_000);
      expect(await scansInForce(knex, [entityId])).toMatchObject([
        { scannedAt: undefined },
      ]);
    });

    it('has no more in force of one entity than it can judge', async () => {
      for (let build = 0; build < MOST_IN_FORCE + 5; build++) {
        const createdAt = new Date(NOW - build * 3_600_000).toISOString();
        await save({ image: `registry.test/build-${build}:1`, createdAt });
      }
      const inForce = await scansInForce(knex, [entityId]);
      expect(inForce).toHaveLength(MOST_IN_FORCE);
      expect(inForce.map(({ image }) => image)).not.toContain(
        `registry.test/build-${MOST_IN_FORCE}`,
      );
    });

    it('is one report when it comes many times at once', async () => {
      const saved = await Promise.all(
        Array.from({ length: 8 }, () => save({})),
      );
      expect(saved.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(saved.map(one => one.id)).size).toBe(1);
      expect(await knex('hardening_scan')).toHaveLength(1);
    });

    it('keeps the first day of what has a fix and matters', async () => {
      const day = (text: string) => dayOf(Date.parse(text));
      await save({
        createdAt: '2026-11-10T23:59:59Z',
        vulnerabilities: [
          { id: 'cve-2026-1' },
          { id: 'CVE-2026-2', severity: 'UNKNOWN' },
          { id: 'GHSA-xxxx', package: 'org.acme:core', severity: 'MEDIUM' },
          { id: 'CVE-2026-3', severity: 'LOW' },
          { id: 'CVE-2026-4', fixedVersion: '' },
          { id: `CVE-${'9'.repeat(400)}` },
        ],
      });
      const first = day('2026-11-10');
      expect(JSON.parse(await loadFirstDays(knex, IMAGE))).toEqual({
        'CVE-2026-1 openssl': first,
        'CVE-2026-2 openssl': first,
        'GHSA-xxxx core': first,
      });
      await save({
        createdAt: '2026-11-20T00:00:00Z',
        vulnerabilities: [{ id: 'CVE-2026-1' }, { id: 'CVE-2026-4' }],
      });
      await save({
        createdAt: '2026-11-01T00:00:00Z',
        vulnerabilities: [{ id: 'CVE-2026-2' }],
      });
      expect(JSON.parse(await loadFirstDays(knex, IMAGE))).toMatchObject({
        'CVE-2026-1 openssl': first,
        'CVE-2026-2 openssl': day('2026-11-01'),
        'CVE-2026-4 openssl': day('2026-11-20'),
      });
      expect(await loadFirstDays(knex, 'registry.test/else')).toBe('{}');
    });

    it('writes sightings by a few statements, and only once a week', async () => {
      const vulnerabilities = Array.from({ length: 2_001 }, (_, index) => ({
        id: `CVE-2026-${index}`,
      }));
      const written: number[] = [];
      const note = ({ sql }: { readonly sql: string }) => {
        if (/insert into hardening_vulnerability_seen/i.test(sql))
          written.push(1);
      };
      knex.on('query', note);
      // A Thursday, as the first of 1970 was: a week of ours begins.
      await save({ createdAt: '2026-11-05T00:00:00Z', vulnerabilities });
      knex.removeListener('query', note);
      expect(written).toHaveLength(5);
      const seen = () =>
        knex('hardening_vulnerability_seen').orderBy('vulnerability');
      const before = await seen();
      expect(before).toHaveLength(2_001);
      await save({ createdAt: '2026-11-11T00:00:00Z', vulnerabilities });
      expect(await seen()).toEqual(before);
      await save({ createdAt: '2026-11-12T00:00:00Z', vulnerabilities });
      expect((await seen())[0].last_day).toBe(before[0].last_day + 7);
    });

    it('goes with its entity', async () => {
      await save({});
      await knex('hardening_entity').update({ removed_at: NOW });
      expect(await save({ createdAt: null })).toBeUndefined();
      await knex('hardening_entity').delete();
      expect(await knex('hardening_scan')).toHaveLength(0);
      expect(JSON.parse(await loadFirstDays(knex, IMAGE))).not.toEqual({});
    });

    it('makes the repository due, and asks nobody for its files', async () => {
      harness.source.put('memory:a', { Dockerfile: 'FROM a\n' });
      await harness.refreshDue();
      const reads = await knex('hardening_repository').pluck('read_at');
      await save({});
      expect(await harness.refreshDue()).toHaveLength(1);
      expect(await knex('hardening_repository').pluck('read_at')).toEqual(
        reads,
      );
    });
  },
);
