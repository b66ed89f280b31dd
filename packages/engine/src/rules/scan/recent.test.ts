// SPDX-License-Identifier: Apache-2.0
import { readRepository } from '../../artifacts/repository.ts';
import { toSources } from '../../testing/assessFiles.ts';
import { describeRule } from '../../testing/describeRule.ts';
import { scanned } from '../../testing/scanReport.ts';
import { scanRecent } from './recent.ts';

const FILES = 'FROM debian:13-slim\n';

const at = (scannedAt: string, databaseBuiltAt?: string) => ({
  scans: [
    scanned({
      scannedAt,
      scanner: { name: 'Trivy', ...(databaseBuiltAt && { databaseBuiltAt }) },
    }),
  ],
});

describeRule(scanRecent, {
  passing: [
    { name: 'yesterday', files: FILES, evidence: at('2026-11-20T00:00:00Z') },
    {
      name: 'less than a week ago',
      files: FILES,
      evidence: at('2026-11-14T00:00:01Z'),
    },
    {
      name: 'a clock that is ahead',
      files: FILES,
      evidence: at('2026-11-22T00:00:00Z'),
    },
    {
      name: 'with data of that week',
      files: FILES,
      evidence: at('2026-11-15T00:00:00Z', '2026-11-10T00:00:00Z'),
    },
    {
      name: 'by when it was received',
      files: FILES,
      evidence: {
        scans: [
          {
            report: withoutTime(),
            receivedAt: '2026-11-19T00:00:00Z',
          },
        ],
      },
    },
    {
      name: 'an older one of another scanner beside it',
      files: FILES,
      evidence: {
        scans: [
          ...at('2026-11-20T00:00:00Z').scans,
          scanned({
            scanner: { name: 'Grype' },
            scannedAt: '2026-01-01T00:00:00Z',
          }),
        ],
      },
    },
  ],
  failing: [
    {
      name: 'a week ago',
      files: FILES,
      evidence: at('2026-11-14T00:00:00Z'),
      findings: [
        {
          messageId: 'old',
          line: 1,
          severity: 'info',
          data: { scanner: 'Trivy', date: '2026-11-14', days: '7' },
        },
      ],
    },
    {
      name: 'thirty days ago',
      files: FILES,
      evidence: at('2026-10-22T00:00:00Z'),
      findings: [{ messageId: 'old', line: 1 }],
    },
    {
      name: 'lately, with data that was old then',
      files: FILES,
      evidence: at('2026-11-20T00:00:00Z', '2026-11-10T00:00:00Z'),
      findings: [
        {
          messageId: 'oldDatabase',
          line: 1,
          severity: 'info',
          data: { scanner: 'Trivy', date: '2026-11-20', days: '10' },
        },
      ],
    },
    {
      name: 'lately, with data of another year',
      files: FILES,
      evidence: at('2026-11-20T00:00:00Z', '2024-11-10T00:00:00Z'),
      findings: [{ messageId: 'oldDatabase', line: 1 }],
    },
    {
      name: 'a new report on secrets does not make the old one new',
      files: FILES,
      evidence: {
        scans: [
          ...at('2026-09-01T00:00:00Z').scans,
          scanned({ covers: ['secrets'] }),
        ],
      },
      findings: [{ messageId: 'old', line: 1 }],
    },
  ],
  unknown: [
    { name: 'no report', files: FILES, reason: 'no-scan-report' },
    {
      name: 'no time',
      files: FILES,
      evidence: { scans: [{ report: withoutTime() }] },
      reason: 'scan-not-dated',
    },
    {
      name: 'no package',
      files: FILES,
      evidence: { scans: [scanned({ covers: ['secrets'] })] },
      reason: 'no-package-scanned',
    },
  ],
});

it.each([
  ['2026-11-20T00:00:00Z', '2026-11-27T00:00:00.000Z'],
  ['2026-11-10T00:00:00Z', '2026-12-10T00:00:00.000Z'],
  ['2026-01-01T00:00:00Z', undefined],
])('a scan of %s is judged anew at %s', (scannedAt, expected) => {
  const evidence = { scope: 'full', ...at(scannedAt) } as const;
  const repository = readRepository(toSources(FILES), 'complete', evidence);
  const { artifact } = repository.subjects.imageScan[0]!;
  if (typeof artifact === 'string') throw new Error(artifact);
  const now = new Date('2026-11-21');
  const verdict = scanRecent.check(artifact, { repository, policy: {}, now });
  expect(verdict.validUntil?.toISOString()).toBe(expected);
});

function withoutTime() {
  const { scannedAt: _, ...report } = scanned().report;
  return report;
}
