// SPDX-License-Identifier: Apache-2.0
import type { ScanEvidence } from '@plimsoll/model';
import { readRepository } from '../../artifacts/repository.ts';
import { describeRule } from '../../testing/describeRule.ts';
import { toSources } from '../../testing/assessFiles.ts';
import {
  scanned,
  vulnerabilities,
  vulnerability,
  type ReportTraits,
  type VulnerabilityTraits,
} from '../../testing/scanReport.ts';
import { scanCriticalFixable } from './critical-fixable.ts';

const FILES = 'FROM node:24 AS build\nFROM debian:13-slim\n';

/** One report with vulnerabilities; all of them were seen first on a day. */
function found(
  traits: readonly VulnerabilityTraits[],
  { since, ...report }: ReportTraits & { readonly since?: string } = {},
) {
  const list = traits.map(vulnerability);
  const firstSeen = Object.fromEntries(
    list.map(one => [`${one.id} ${one.package.name}`, since ?? '']),
  );
  return {
    scans: [
      scanned(
        { vulnerabilities: list, ...report },
        since === undefined ? {} : { firstSeen },
      ),
    ],
  };
}

const A = {};
const B = { id: 'CVE-2026-2' };

describeRule(scanCriticalFixable, {
  passing: [
    { name: 'nothing was found', files: FILES, evidence: found([]) },
    {
      name: 'no fix exists, or none will',
      files: FILES,
      evidence: found([
        { fix: 'not-fixed' },
        { fix: 'wont-fix', id: 'CVE-2026-2' },
        { fix: 'deferred', id: 'CVE-2026-3' },
        { fix: 'end-of-life', id: 'CVE-2026-4' },
      ]),
    },
    {
      name: 'what is fixed is less severe',
      files: FILES,
      evidence: found([{ severity: 'high' }, { ...B, severity: 'low' }]),
    },
    {
      name: 'the scanner left it aside, or calls it not affected',
      files: FILES,
      evidence: found([
        { waived: { status: 'ignored' } },
        { ...B, status: 'not-affected' },
      ]),
    },
    {
      name: 'NVD is more afraid than the vendor',
      files: FILES,
      evidence: found([{ severity: 'medium' }, { source: 'nvd:cpe' }]),
    },
    {
      name: 'only CVSS tells, and it is high',
      files: FILES,
      evidence: found([
        {
          severity: 'unknown',
          cvss: [{ source: 'nvd', vector: '', score: 8.9 }],
        },
      ]),
    },
  ],
  failing: [
    {
      name: 'an update mends it, at the FROM of the last stage',
      files: FILES,
      evidence: found([A]),
      findings: [
        {
          messageId: 'open',
          line: 2,
          data: {
            upgrade: 'libssl3 3.0.1 → 3.0.2',
            vulnerabilities: '1 critical vulnerability',
            ids: 'CVE-2026-1',
          },
          action: 'update-base-image',
        },
      ],
    },
    {
      name: 'several of a package, one finding',
      files: FILES,
      evidence: found([
        A,
        { ...B, fixedVersions: ['3.0.10', '4.1.0'] },
        { id: 'CVE-2026-3', fixedVersions: [] },
      ]),
      findings: [
        {
          messageId: 'open',
          line: 2,
          count: 3,
          data: {
            upgrade: 'libssl3 3.0.1 → 3.0.10',
            vulnerabilities: '3 critical vulnerabilities',
            ids: 'CVE-2026-1, CVE-2026-2, CVE-2026-3',
          },
        },
      ],
    },
    {
      name: 'the most dangerous package first, its ids too',
      files: FILES,
      evidence: found([
        { id: 'CVE-2026-1', package: 'a' },
        { id: 'CVE-2026-2', package: 'b' },
        { id: 'CVE-2026-3', package: 'b', knownExploited: true },
        { id: 'CVE-2026-4', package: 'c', kind: 'application' },
        { id: 'CVE-2026-5', package: 'c', kind: 'application' },
        { id: 'CVE-2026-6', package: 'd', epss: { probability: 0.2 } },
      ]),
      findings: [
        {
          messageId: 'open',
          line: 2,
          data: {
            upgrade: 'b 3.0.1 → 3.0.2',
            vulnerabilities: '2 critical vulnerabilities',
            ids: 'CVE-2026-3, CVE-2026-2',
          },
        },
        { messageId: 'open', line: 2 },
        { messageId: 'open', line: 2, count: 2, action: 'update-packages' },
        { messageId: 'open', line: 2 },
      ],
    },
    {
      name: 'in its grace it is a remark, until a day',
      files: FILES,
      evidence: found([A, B], { since: '2026-11-15' }),
      findings: [
        {
          messageId: 'inGrace',
          line: 2,
          severity: 'info',
          count: 2,
          data: {
            upgrade: 'libssl3 3.0.1 → 3.0.2',
            vulnerabilities: '2 critical vulnerabilities',
            until: '2026-11-22',
            ids: 'CVE-2026-1, CVE-2026-2',
          },
        },
      ],
    },
    {
      name: 'the grace is over on the seventh day',
      files: FILES,
      evidence: found([A], { since: '2026-11-14' }),
      findings: [{ messageId: 'open', line: 2 }],
    },
    {
      name: 'it begins when there is a fix',
      files: FILES,
      evidence: found([{ fixAvailableOn: '2026-11-20' }], {
        since: '2026-01-01',
      }),
      findings: [{ messageId: 'inGrace', line: 2, severity: 'info' }],
    },
    {
      name: 'a fix alone says nothing about when we could know',
      files: FILES,
      evidence: found([{ fixAvailableOn: '2026-11-20' }]),
      findings: [{ messageId: 'open', line: 2 }],
    },
    {
      name: 'after twice the grace it is overdue',
      files: FILES,
      evidence: found([A], { since: '2026-11-07' }),
      findings: [
        {
          messageId: 'overdue',
          line: 2,
          data: {
            upgrade: 'libssl3 3.0.1 → 3.0.2',
            vulnerabilities: '1 critical vulnerability',
            days: '7',
            ids: 'CVE-2026-1',
          },
        },
      ],
    },
    {
      name: 'an organisation gives another grace',
      files: FILES,
      evidence: found([A], { since: '2026-11-14' }),
      policy: { graceDays: { critical: 10 } },
      findings: [{ messageId: 'inGrace', line: 2, severity: 'info' }],
    },
    {
      name: 'a finding is a proof where parts were not scanned',
      files: FILES,
      evidence: found([A], { omissions: [{ kind: 'not-scanned', count: 1 }] }),
      findings: [{ messageId: 'open', line: 2 }],
    },
    {
      name: 'beside one of no severity',
      files: FILES,
      evidence: found([A, { ...B, severity: 'unknown' }]),
      findings: [{ messageId: 'open', line: 2 }],
    },
    {
      name: 'more packages than anybody reads are summed up by what mends them',
      files: FILES,
      evidence: {
        scans: [
          scanned({
            vulnerabilities: [
              ...vulnerabilities(110),
              vulnerability({
                id: 'CVE-2026-9',
                package: 'zod',
                kind: 'application',
              }),
            ],
          }),
        ],
      },
      findings: [
        ...Array.from({ length: 100 }, () => ({ messageId: 'open', line: 2 })),
        {
          messageId: 'more',
          line: 2,
          count: 10,
          action: 'update-base-image',
          data: {
            packages: '10',
            vulnerabilities: '10 critical vulnerabilities',
          },
        },
        { messageId: 'more', line: 2, action: 'update-packages' },
      ],
    },
  ],
  unknown: [
    { name: 'no report', files: FILES, reason: 'no-scan-report' },
    {
      name: 'a report that shows no package',
      files: FILES,
      evidence: found([], { covers: [] }),
      reason: 'no-package-scanned',
    },
    {
      name: 'a part was not scanned',
      files: FILES,
      evidence: found([], { omissions: [{ kind: 'not-scanned', count: 1 }] }),
      reason: 'scan-incomplete',
    },
    {
      name: 'an entry cannot be read, whatever is in its grace',
      files: FILES,
      evidence: found([A], {
        since: '2026-11-20',
        omissions: [{ kind: 'not-understood', count: 2 }],
      }),
      reason: 'scan-incomplete',
    },
    {
      name: 'nobody says how severe it is',
      files: FILES,
      evidence: found([{ severity: 'unknown' }]),
      reason: 'severity-not-known',
    },
  ],
});

describe('the time until which the verdict holds', () => {
  const check = (scans: readonly ScanEvidence[]) => {
    const repository = readRepository(toSources(FILES), 'complete', {
      scope: 'full',
      scans,
    });
    const { artifact } = repository.subjects.imageScan[0]!;
    if (typeof artifact === 'string') throw new Error(artifact);
    const now = new Date('2026-11-21');
    const surroundings = { repository, policy: {}, now };
    return scanCriticalFixable.check(artifact, surroundings).validUntil;
  };

  it.each([
    ['the end of the grace', '2026-11-20', '2026-11-27T00:00:00.000Z'],
    ['the end of twice the grace', '2026-11-10', '2026-11-24T00:00:00.000Z'],
    ['nothing after that', '2026-10-01', undefined],
    ['nothing without a record', undefined, undefined],
  ])('%s: first seen on %s', (_, since, expected) => {
    const { scans } = found([A], since === undefined ? {} : { since });
    expect(check(scans)?.toISOString()).toBe(expected);
  });

  it('is the first of several', () => {
    const { scans } = found([A, { ...B, fixAvailableOn: '2026-11-19' }], {
      since: '2026-11-18',
    });
    expect(check(scans)?.toISOString()).toBe('2026-11-25T00:00:00.000Z');
  });
});
