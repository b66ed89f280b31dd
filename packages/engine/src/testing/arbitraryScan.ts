// SPDX-License-Identifier: Apache-2.0
import {
  FIX_STATES,
  PACKAGE_KINDS,
  SCAN_COVERAGES,
  SEVERITIES,
  VULNERABILITY_STATUSES,
  type Evidence,
  type ScanEvidence,
  type Vulnerability,
} from '@plimsoll/model';
import fc from 'fast-check';
import { malware, scanReport, secret, vulnerability } from './scanReport.ts';

const id = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map(number => `CVE-2026-${number}`),
  fc.constantFrom('GHSA-a', 'GHSA-b', 'RHSA-1', 'constructor', ''),
);
const day = fc
  .integer({ min: 0, max: 200 })
  .map(days => new Date(Date.UTC(2026, 4, 10 + days)).toISOString());
const name = fc.constantFrom('openssl', 'qs', 'a:b', '', '__proto__', '\u202e');

/** A vulnerability of any kind, among few, so that reports share some. */
export const anyVulnerability: fc.Arbitrary<Vulnerability> = fc
  .record({
    id,
    aliases: fc.array(id, { maxLength: 2 }),
    package: name,
    version: fc.constantFrom('1.0', '1.2-r1', ''),
    kind: fc.constantFrom(...PACKAGE_KINDS),
    severity: fc.constantFrom(...SEVERITIES, 'unknown' as const),
    source: fc.constantFrom('debian', 'nvd', ''),
    fix: fc.constantFrom('fixed' as const, ...FIX_STATES),
    fixedVersions: fc.subarray(['1.1', '2.0', '2.0~rc1']),
    status: fc.constantFrom('affected' as const, ...VULNERABILITY_STATUSES),
    more: fc.record(
      {
        waived: fc.constant({ status: 'ignored' }),
        knownExploited: fc.boolean(),
        epss: fc.record({
          probability: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        fixAvailableOn: day.map(text => text.slice(0, 10)),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ more, ...traits }) => vulnerability({ ...traits, ...more }));

/** Evidence of one report about one of few images. */
export const anyScan: fc.Arbitrary<ScanEvidence> = fc
  .record({
    image: fc.constantFrom('shop/api:1', 'shop/web:2', 'batch', ' ', ''),
    scanner: fc.constantFrom('Trivy', 'Grype').map(one => ({ name: one })),
    covers: fc.oneof(
      fc.constant([...SCAN_COVERAGES]),
      fc.subarray([...SCAN_COVERAGES]),
    ),
    vulnerabilities: fc.array(anyVulnerability, { maxLength: 8 }),
    secrets: fc.array(fc.constant(secret()), { maxLength: 1 }),
    malware: fc.array(fc.constant(malware()), { maxLength: 1 }),
    omissions: fc.subarray([{ kind: 'not-scanned', count: 1 } as const]),
    time: fc.option(day, { nil: undefined }),
    dockerfile: fc.constantFrom(undefined, undefined, 'api/Dockerfile', 'x'),
    firstSeen: fc.dictionary(
      fc.tuple(id, name).map(([one, other]) => `${one} ${other}`),
      day.map(text => text.slice(0, 10)),
    ),
  })
  .map(({ time, dockerfile, firstSeen, ...traits }) => {
    const { scannedAt: _, ...report } = scanReport(traits);
    return {
      report: { ...report, ...(time && { scannedAt: time }) },
      ...(dockerfile && { dockerfile }),
      firstSeen,
    };
  });

/** All that can be known about images. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record(
    {
      scans: fc.array(anyScan, { maxLength: 4 }),
      knownExploited: fc.record({
        date: fc.constant('2026-11-20'),
        ids: fc.array(id, { maxLength: 3 }),
      }),
      epss: fc.record({
        date: fc.constant('2026-11-20'),
        ratings: fc.dictionary(
          id,
          fc.record({ probability: fc.constant(0.5) }),
        ),
      }),
      firstScanDue: day,
    },
    { requiredKeys: [] },
  )
  .map(evidence => ({ scope: 'full', ...evidence }));
