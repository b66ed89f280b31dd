// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@plimsoll/model';
import { expectLinear } from '../../testing/expectLinear.ts';
import {
  malware,
  scanned,
  secret,
  vulnerability,
  type ReportTraits,
  type VulnerabilityTraits,
} from '../../testing/scanReport.ts';
import { mergeScans } from './mergeScans.ts';

const IMAGE = {
  path: 'Dockerfile',
  role: 'production',
  at: { start: 5, end: 6 },
} as const;

const byTrivy = (...traits: VulnerabilityTraits[]) =>
  scanned({ vulnerabilities: traits.map(vulnerability) });
const byGrype = (...traits: VulnerabilityTraits[]) =>
  scanned({
    scanner: { name: 'Grype' },
    vulnerabilities: traits.map(vulnerability),
  });
const merge = (
  scans: readonly ReturnType<typeof scanned>[],
  lists: Pick<Evidence, 'knownExploited' | 'epss'> = {},
) => mergeScans(IMAGE, scans, lists);

describe('a vulnerability of a package', () => {
  it('is one, by whatever names and in however many folders', () => {
    const { vulnerabilities } = merge([
      byTrivy(
        { id: 'CVE-2026-1', package: 'lodash', version: '4.17.1' },
        { id: 'CVE-2026-1', package: 'lodash', version: '4.17.15' },
      ),
      byGrype({
        id: 'GHSA-a',
        aliases: ['CVE-2026-1'],
        package: 'lodash',
        fixedVersions: ['4.17.21'],
      }),
    ]);
    expect(vulnerabilities).toEqual([
      expect.objectContaining({
        id: 'CVE-2026-1',
        aliases: ['GHSA-a'],
        package: 'lodash',
        versions: ['3.0.1', '4.17.1', '4.17.15'],
        fixedVersions: ['3.0.2', '4.17.21'],
      }),
    ]);
  });

  it('is one where scanners write the group of a Java package or not', () => {
    const { vulnerabilities } = merge([
      byTrivy({ package: 'org.apache.logging.log4j:log4j-core' }),
      byGrype({ package: 'log4j-core' }),
    ]);
    expect(vulnerabilities).toHaveLength(1);
  });

  it('is another one of another package', () => {
    const { vulnerabilities } = merge([
      byTrivy({ package: 'openssl' }, { package: 'libssl3' }),
    ]);
    expect(vulnerabilities.map(one => one.package)).toEqual([
      'libssl3',
      'openssl',
    ]);
  });

  it.each<[string, VulnerabilityTraits[], string]>([
    [
      'as its vendor says, whatever NVD thinks',
      [
        { severity: 'low', source: 'debian' },
        { severity: 'critical', source: 'nvd' },
      ],
      'low',
    ],
    [
      'as NVD says rather than nobody',
      [
        { severity: 'low', source: 'nvd:cpe' },
        { severity: 'critical', source: '' },
      ],
      'low',
    ],
    [
      'as the worse of two vendors says',
      [
        { severity: 'medium', source: 'debian' },
        { severity: 'high', source: 'github:language:python' },
      ],
      'high',
    ],
    [
      'as somebody says rather than one without a word',
      [
        { severity: 'unknown', source: 'debian' },
        { severity: 'info', source: '' },
      ],
      'info',
    ],
    [
      'by CVSS where nobody has a word',
      [
        {
          severity: 'unknown',
          cvss: [
            { source: 'a', vector: '', score: 5 },
            { source: 'b', vector: '', score: 9.1 },
          ],
        },
      ],
      'critical',
    ],
    ['not at all where nothing tells', [{ severity: 'unknown' }], 'unknown'],
  ])('is as severe %s', (_, traits, expected) => {
    for (const order of [traits, [...traits].reverse()]) {
      const [one, other] = order;
      const scans = [byTrivy(one!), ...(other ? [byGrype(other)] : [])];
      expect(merge(scans).vulnerabilities[0]!.severity).toBe(expected);
    }
  });

  it('has a fix when anybody knows one', () => {
    const isFixable = (...traits: VulnerabilityTraits[]) =>
      merge(traits.map((one, index) => (index ? byGrype : byTrivy)(one)))
        .vulnerabilities[0]!.isFixable;
    expect(isFixable({ fix: 'not-fixed' }, {})).toBe(true);
    expect(isFixable({ fix: 'unknown', fixedVersions: ['2'] })).toBe(true);
    expect(isFixable({ fix: 'unknown', fixedVersions: [] })).toBe(false);
    expect(isFixable({ fix: 'wont-fix', fixedVersions: ['2'] })).toBe(false);
  });

  it.each<
    [string, VulnerabilityTraits, Record<string, string>, string | undefined]
  >([
    ['nothing is recorded', {}, {}, undefined],
    ['only its fix is', { fixAvailableOn: '2026-11-01' }, {}, undefined],
    [
      'it was seen first',
      {},
      { 'CVE-2026-1 libssl3': '2026-11-03' },
      '2026-11-03',
    ],
    [
      'its fix came later',
      { fixAvailableOn: '2026-11-05' },
      { 'CVE-2026-1 libssl3': '2026-11-03' },
      '2026-11-05',
    ],
    [
      'it was seen first under another name',
      { id: 'GHSA-a', aliases: ['CVE-2026-1'] },
      { 'CVE-2026-1 libssl3': '2026-11-03', 'GHSA-a libssl3': '2026-11-02' },
      '2026-11-02',
    ],
    [
      'the record holds what every object has',
      { id: 'constructor', package: '' },
      {},
      undefined,
    ],
    ['the day is none', {}, { 'CVE-2026-1 libssl3': 'soon' }, undefined],
  ])('is open since then: %s', (_, traits, firstSeen, expected) => {
    const scan = { ...byTrivy(traits), firstSeen };
    const { openSince } = merge([scan]).vulnerabilities[0]!;
    expect(openSince?.toISOString().slice(0, 10)).toBe(expected);
  });
});

it('counts what was left aside once, and not what another scanner reports', () => {
  const waived = { status: 'ignored' };
  const { vulnerabilities, leftAside } = merge([
    byTrivy(
      { id: 'CVE-2026-1', waived },
      { id: 'CVE-2026-2', status: 'not-affected' },
      { id: 'CVE-2026-3', waived },
    ),
    byGrype({ id: 'CVE-2026-1', waived }, { id: 'CVE-2026-3' }),
  ]);
  expect(vulnerabilities.map(({ id }) => id)).toEqual(['CVE-2026-3']);
  expect(leftAside).toBe(2);
});

it('leaves entries out of what a later report is about', () => {
  const older = scanned({
    scannedAt: '2026-11-01T00:00:00Z',
    covers: [
      'application-packages',
      'os-packages',
      'secrets',
      'vulnerabilities',
    ],
    vulnerabilities: [
      vulnerability({ id: 'CVE-2026-1' }),
      vulnerability({ id: 'CVE-2026-2', kind: 'application' }),
    ],
    secrets: [secret()],
    malware: [malware()],
  });
  const newer = scanned({ covers: ['os-packages', 'vulnerabilities'] });
  const scan = merge([newer, older]);
  expect(scan.vulnerabilities.map(({ id }) => id)).toEqual(['CVE-2026-2']);
  expect(scan.malware).toHaveLength(1);
  expect(scan.secrets).toHaveLength(1);
});

it.each<[string, ReportTraits[], string, string]>([
  ['a whole report', [{}], 'sound', 'not-looked-for'],
  ['nothing', [{ covers: [] }], 'not-looked-for', 'not-looked-for'],
  ['secrets alone', [{ covers: ['secrets'] }], 'not-looked-for', 'sound'],
  [
    'licences that are not asked for',
    [{ omissions: [{ kind: 'licenses', count: 9 }] }],
    'sound',
    'not-looked-for',
  ],
  [
    'a part alone',
    [{ omissions: [{ kind: 'not-scanned', count: 1 }] }],
    'scan-incomplete',
    'not-looked-for',
  ],
  [
    'a part beside a whole',
    [
      { omissions: [{ kind: 'not-understood', count: 1 }] },
      { scanner: { name: 'Grype' } },
    ],
    'sound',
    'not-looked-for',
  ],
])('proves by %s: packages %s %s', (_, reports, ofPackages, ofSecrets) => {
  const scan = merge(reports.map(report => scanned(report)));
  expect(scan.vulnerabilityProof).toBe(ofPackages);
  expect(scan.secretProof).toBe(ofSecrets);
});

it('does not look at the order of reports and entries', () => {
  const scans = [
    byTrivy({ id: 'CVE-2026-1' }, { id: 'CVE-2026-2', package: 'b' }),
    byGrype({ id: 'GHSA-a', aliases: ['CVE-2026-2'], package: 'b' }),
    scanned({ scanner: { name: 'A' }, secrets: [secret()] }),
  ];
  expect(JSON.stringify(merge([...scans].reverse()))).toBe(
    JSON.stringify(merge(scans)),
  );
});

it('takes time in proportion to what is listed', () => {
  expectLinear(
    repeats =>
      Array.from({ length: repeats }, (_, index) =>
        vulnerability({
          id: `GHSA-${index}`,
          aliases: [`CVE-2026-${index % 999}`, `CVE-2025-${index % 7}`],
          package: `p${index % 100}`,
        }),
      ),
    list => merge([scanned({ vulnerabilities: list })]),
  );
});
