// SPDX-License-Identifier: Apache-2.0
import { SCORE_AREAS, type Assessment, type Evidence } from '@plimsoll/model';
import type { Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientRule } from '../testing/inventRule.ts';
import {
  malware,
  scanned,
  secret,
  vulnerabilities,
  vulnerability,
  type ReportTraits,
} from '../testing/scanReport.ts';

/** Ten rules in each area, and the real ones about scans. */
const catalogue: readonly Rule[] = [
  ...SCORE_AREAS.filter(area => area !== 'scan').flatMap(scoreArea =>
    Array.from({ length: 10 }, (_, index) =>
      obedientRule({ id: `repo/${scoreArea}-${index}`, scoreArea }),
    ),
  ),
  ...RULES.filter(({ info }) => info.area === 'scan'),
];

const LISTS = {
  knownExploited: { date: '2026-11-20', ids: ['CVE-2026-1'] },
  epss: { date: '2026-11-20', ratings: {} },
};

/** A golden service with a report. */
function assessScan(
  report: ReportTraits | undefined,
  {
    files = 'FROM debian:13-slim\n',
    ...evidence
  }: Partial<Evidence> & { files?: string | Record<string, string> } = {},
): Assessment {
  return assessFiles(files, {
    rules: catalogue,
    evidence: {
      scope: 'full',
      ...(report && { scans: [scanned(report)] }),
      ...LISTS,
      ...evidence,
    },
  });
}

const summary = ({ score, gates }: Assessment) => [
  score.status === 'scored' ? `${score.points} ${score.grade}` : score.reason,
  ...gates.map(
    ({ grade, promise, binding }) => `${grade} ${promise}${binding ? '*' : ''}`,
  ),
];

const mixed = (critical: number, high: number, medium: number) => ({
  vulnerabilities: [
    ...vulnerabilities(critical),
    ...vulnerabilities(high, { severity: 'high' }),
    ...vulnerabilities(medium, { severity: 'medium' }),
  ],
});

it.each<[string, ReportTraits, number, readonly string[]]>([
  ['scanned clean', {}, 100, ['100 A']],
  [
    'one critical',
    mixed(1, 0, 0),
    95.12,
    ['79 C', 'B no-fixable-critical*', 'A no-high'],
  ],
  [
    '5 critical, 5 high, 20 medium',
    mixed(5, 5, 20),
    82.84,
    ['79 C', 'B no-fixable-critical*', 'A no-high'],
  ],
  [
    'a thousand of each',
    mixed(1000, 1000, 1000),
    49.78,
    ['49 E', 'C few-fixable-critical', 'B no-fixable-critical', 'A no-high'],
  ],
  ['a high one', mixed(0, 1, 0), 98.41, ['89 B', 'A no-high*']],
  ['a medium one', mixed(0, 0, 1), 99.6, ['99 A']],
  [
    'ten critical ones are still a C',
    mixed(10, 0, 0),
    84.11,
    ['79 C', 'B no-fixable-critical*', 'A no-high'],
  ],
  [
    'eleven are not',
    mixed(11, 0, 0),
    83.59,
    ['69 D', 'C few-fixable-critical*', 'B no-fixable-critical', 'A no-high'],
  ],
  [
    'an exploited one, however mild',
    { vulnerabilities: [vulnerability({ severity: 'low' })] },
    90.48,
    ['69 D', 'C no-known-exploited*', 'B no-critical', 'A no-high'],
  ],
  [
    'malware',
    { malware: [malware()] },
    90.48,
    ['69 D', 'C no-malware*', 'B no-critical', 'A no-high'],
  ],
  [
    'a leaked secret',
    { covers: ['secrets', 'vulnerabilities'], secrets: [secret()] },
    90.48,
    ['54 E', 'D no-leaked-secret*', 'B no-critical', 'A no-high'],
  ],
  [
    'a scan of two weeks ago',
    { scannedAt: '2026-11-07T00:00:00Z' },
    100,
    ['100 A'],
  ],
  [
    'a scan of a month ago',
    { scannedAt: '2026-10-20T00:00:00Z' },
    99.2,
    ['79 C', 'B scan-30-days*'],
  ],
])('golden, and %s', (_, report, raw, expected) => {
  const assessment = assessScan(report);
  expect(assessment.score).toMatchObject({ raw: expect.closeTo(raw, 2) });
  expect(summary(assessment)).toEqual(expected);
});

describe('golden, and never scanned', () => {
  const unknown = Array.from(
    { length: 10 },
    (_, index) => `# repo/image-${index}: unknown\n`,
  ).join('');
  const files = `FROM debian:13-slim\n${unknown}`;

  it('is a C after its first days', () => {
    const assessment = assessScan(undefined, { files });
    expect(assessment.score).toMatchObject({ raw: expect.closeTo(90.03, 2) });
    expect(summary(assessment)).toEqual([
      '79 C',
      'B scan-30-days*',
      'A coverage-80',
    ]);
    expect(assessment.firstScanDue).toBeUndefined();
    expect(assessment.actions).toEqual([]);
  });

  it('is an A on its first, and judged anew when the scan is due', () => {
    const firstScanDue = '2026-12-01T00:00:00.000Z';
    const assessment = assessScan(undefined, { firstScanDue });
    expect(summary(assessment)).toEqual(['100 A']);
    expect(assessment).toMatchObject({
      firstScanDue,
      validUntil: firstScanDue,
    });
    expect(assessment.areas.find(({ area }) => area === 'scan')).toMatchObject({
      share: 0,
      reason: 'awaiting-first-build',
    });
  });

  it.each([
    ['the day is over', { firstScanDue: '2026-11-21T00:00:00.000Z' }],
    ['the day is none', { firstScanDue: 'soon' }],
    [
      'there is a scan, of whatever',
      { firstScanDue: '2026-12-01', scans: [scanned({ covers: [] })] },
    ],
  ])('is not spared when %s', (_, evidence) => {
    const assessment = assessScan(undefined, evidence);
    expect(assessment.firstScanDue).toBeUndefined();
    expect(summary(assessment)).toContain('B scan-30-days*');
  });
});

it('leaves the score of the files alone', () => {
  const files = 'FROM debian:13-slim\n';
  const bare = assessFiles(files, { rules: catalogue });
  const told = assessScan(mixed(5, 5, 5), { scope: 'files' });
  expect(JSON.stringify(told)).toBe(JSON.stringify(bare));
  const { info } = catalogue.at(-1)!;
  expect(info.area).toBe('scan');
  const fewer = assessFiles(files, { rules: catalogue.slice(0, -1) });
  expect(JSON.stringify(fewer)).toBe(JSON.stringify(bare));
});

it('takes evidence that was written as JSON', () => {
  const evidence: Evidence = {
    scope: 'full',
    scans: [scanned(mixed(2, 2, 2), { firstSeen: { a: '2026-01-01' } })],
    ...LISTS,
  };
  const written = JSON.parse(JSON.stringify(evidence)) as Evidence;
  const assess = (one: Evidence) =>
    JSON.stringify(assessFiles('FROM debian:13\n', { evidence: one }));
  expect(assess(written)).toBe(assess(evidence));
});

it('says that one is open for more than twice its grace', () => {
  const report = { vulnerabilities: [vulnerability({ id: 'CVE-2026-2' })] };
  const since = (day: string) =>
    assessScan(undefined, {
      scans: [scanned(report, { firstSeen: { 'CVE-2026-2 libssl3': day } })],
    });
  expect(summary(since('2026-11-16'))).toEqual(['100 A']);
  expect(since('2026-11-16').validUntil).toBe('2026-11-23T00:00:00.000Z');
  expect(summary(since('2026-11-13'))[0]).toBe('79 C');
  expect(since('2026-11-01').gates[0]).toEqual({
    grade: 'C',
    atMost: 69,
    promise: 'no-overdue-critical',
    message:
      'a critical vulnerability with a fix, open for more than twice the time for it',
    rules: ['scan/critical-fixable'],
    binding: true,
  });
});

it.each<[string, ReportTraits, string]>([
  ['one critical', mixed(1, 0, 0), 'a critical vulnerability with a fix'],
  ['three', mixed(3, 0, 0), '3 critical vulnerabilities with a fix'],
  [
    'eleven',
    mixed(11, 0, 0),
    '11 critical vulnerabilities with a fix in an image, and a C allows 10',
  ],
  [
    'exploited ones',
    {
      vulnerabilities: [
        vulnerability({ severity: 'low' }),
        vulnerability({ severity: 'low', package: 'curl' }),
      ],
    },
    '2 vulnerabilities known to be exploited',
  ],
  ['malware', { malware: [malware()] }, 'a malicious package'],
  [
    'more malware',
    { malware: [malware(), malware({ id: 'MAL-2026-2' })] },
    '2 malicious packages',
  ],
  [
    'an old scan',
    { scannedAt: '2026-01-01T00:00:00Z' },
    'the scan of an image is too old',
  ],
])('says what keeps the grade away: %s', (_, report, message) => {
  expect(assessScan(report).gates[0]?.message).toBe(message);
});

describe('several images', () => {
  const files = {
    'api/Dockerfile': 'FROM debian:13-slim\n',
    'web/Dockerfile': 'FROM nginx:1.29\n',
    'Dockerfile.dev': 'FROM node:24\n',
  };
  const load = (assessment: Assessment, control: string) =>
    assessment.controls.find(one => one.control === control)?.load;
  const scan = (name: string, report: ReportTraits = {}) =>
    scanned({ image: `registry.example.com/${name}:1`, ...report });

  it('count together, and each alone', () => {
    const assessment = assessScan(undefined, {
      files,
      scans: [
        scan('api', mixed(1, 0, 0)),
        scan('web', mixed(2, 0, 0)),
        scan('dev'),
      ],
    });
    expect(load(assessment, 'scan/critical-fixable')).toBe(500);
    expect(assessment.gates[0]).toMatchObject({
      promise: 'no-fixable-critical',
      message: '3 critical vulnerabilities with a fix',
    });
    const raws = assessment.images.map(({ path, score }) => [
      path,
      score.status === 'scored' && Math.round(score.raw),
    ]);
    expect(raws).toEqual([
      ['web/Dockerfile', 92],
      ['api/Dockerfile', 95],
      ['Dockerfile.dev', 100],
    ]);
  });

  it('count a quarter in development', () => {
    const assessment = assessScan(undefined, {
      files,
      scans: [scan('api'), scan('web'), scan('dev', mixed(4, 0, 0))],
    });
    expect(load(assessment, 'scan/critical-fixable')).toBe(250);
    expect(summary(assessment)).toEqual(['95 A']);
  });

  it('are unknown where they have no report, and that is none from this month', () => {
    const assessment = assessScan(undefined, { files, scans: [scan('api')] });
    const unknown = assessment.results.filter(
      ({ reason }) => reason === 'no-scan-report',
    );
    expect(new Set(unknown.map(({ path }) => path))).toEqual(
      new Set(['web/Dockerfile', 'Dockerfile.dev']),
    );
    expect(assessment.gates[0]).toMatchObject({
      promise: 'scan-30-days',
      message: 'no scan of an image is known to be recent',
      rules: [],
    });
  });

  it('count where no Dockerfile is known, too', () => {
    const assessment = assessScan(undefined, {
      files,
      scans: [
        ...['api', 'web', 'dev'].map(name => scan(name)),
        scan('batch', mixed(1, 0, 0)),
      ],
    });
    const [finding] = assessment.results.flatMap(({ findings }) => findings);
    expect(finding).toMatchObject({
      path: 'registry.example.com/batch',
      start: { line: 1, column: 1 },
    });
    expect(summary(assessment)[0]).toBe('79 C');
    expect(assessment.images).toHaveLength(3);
    expect(
      assessment.images.every(
        ({ score }) => score.status === 'scored' && score.points === 100,
      ),
    ).toBe(true);
  });

  it('of which only one has a Dockerfile, are scored apart', () => {
    const assessment = assessScan(undefined, {
      scans: [
        scanned(),
        scanned(mixed(1, 0, 0), { dockerfile: 'gone/Dockerfile' }),
      ],
    });
    expect(summary(assessment)[0]).toBe('79 C');
    expect(assessment.images).toMatchObject([
      { path: 'Dockerfile', score: { points: 100 } },
    ]);
  });

  it('keep what other files have, when one goes', () => {
    const scans = [scan('api', mixed(1, 1, 1)), scan('web'), scan('other')];
    const before = assessScan(undefined, { files, scans });
    const open = (assessment: Assessment) =>
      assessment.results
        .filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
        .map(({ rule, path }) => `${rule} ${path}`);
    const waved = (assessment: Assessment) =>
      assessment.results
        .filter(({ outcome }) => outcome === 'notApplicable')
        .map(({ rule, path }) => `${rule} ${path}`);
    const areas = (assessment: Assessment) =>
      assessment.areas.filter(({ share }) => share > 0).length;
    for (const [index, gone] of scans.entries()) {
      const after = assessScan(undefined, {
        files,
        scans: scans.filter(one => one !== gone),
      });
      const path = before.results[index]?.path;
      const lost = open(before).filter(one => waved(after).includes(one));
      expect({ path, lost, areas: areas(after) }).toEqual({
        path,
        lost: [],
        areas: areas(before),
      });
    }
  });
});

describe('the maturity level', () => {
  it.each<[string, ReportTraits | undefined, string]>([
    ['clean', {}, 'expert'],
    ['not scanned', undefined, 'beginner'],
    ['one critical', mixed(1, 0, 0), 'beginner'],
    ['five high', mixed(0, 5, 0), 'proficient'],
    ['six high', mixed(0, 6, 0), 'beginner'],
    ['many medium', mixed(0, 0, 60), 'expert'],
  ])('of %s', (_, report, level) => {
    expect(assessScan(report).level).toBe(level);
  });
});

describe('actions', () => {
  const report = (...ids: readonly number[]) => ({
    vulnerabilities: [
      vulnerability({ id: 'CVE-2026-11' }),
      vulnerability({ id: 'CVE-2026-12', package: 'zlib1g' }),
      vulnerability({ id: 'CVE-2026-13', severity: 'high' }),
      vulnerability({ id: 'CVE-2026-14', kind: 'application', package: 'qs' }),
      vulnerability({
        id: 'CVE-2026-15',
        kind: 'application',
        package: 'qs',
        knownExploited: true,
      }),
      vulnerability({
        id: 'CVE-2026-16',
        knownExploited: true,
        fix: 'not-fixed',
        package: 'bash',
      }),
    ].filter((_, index) => ids.length === 0 || ids.includes(index + 11)),
  });

  it('tell the base image from the application', () => {
    const { actions } = assessScan(report());
    expect(
      actions.map(({ id, title, rules, effort }) => [id, title, rules, effort]),
    ).toEqual([
      ['gate', 'Become a C: 2 fixes', ['scan/known-exploited'], 'assisted'],
      [
        'update-packages',
        'Update the packages of the application: −2 vulnerabilities',
        ['scan/critical-fixable', 'scan/known-exploited'],
        'assisted',
      ],
      [
        'scan/known-exploited',
        'No vulnerability is known to be exploited',
        ['scan/known-exploited'],
        'assisted',
      ],
      [
        'update-base-image',
        'Update the base image: −3 vulnerabilities',
        ['scan/critical-fixable', 'scan/high-fixable'],
        'assisted',
      ],
    ]);
  });

  it('of which one is all that keeps a grade away stand first, once', () => {
    const { actions } = assessScan(report(11, 12));
    expect(actions.map(({ id, title }) => [id, title])).toEqual([
      ['gate', 'Become an A: Update the base image: −2 vulnerabilities'],
    ]);
  });

  it('give exactly what they promise', () => {
    const before = assessScan(report());
    const points = ({ score }: Assessment) =>
      score.status === 'scored' ? score.points : -1;
    const raw = ({ score }: Assessment) =>
      score.status === 'scored' ? score.raw : -1;
    const promised = (id: string) =>
      before.actions.find(action => action.id === id)!;
    for (const [id, left] of [
      ['update-base-image', [14, 15, 16]],
      ['update-packages', [11, 12, 13, 16]],
      ['scan/known-exploited', [11, 12, 13, 14, 15]],
    ] as const) {
      // What is exploited and has no fix stays unless somebody takes it out.
      const after = assessScan(report(...left));
      expect([id, promised(id).gain]).toEqual([
        id,
        points(after) - points(before),
      ]);
      expect(promised(id).rawGain).toBeCloseTo(raw(after) - raw(before), 10);
    }
  });
});
