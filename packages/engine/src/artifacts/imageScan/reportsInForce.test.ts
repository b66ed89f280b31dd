// SPDX-License-Identifier: Apache-2.0
import type { ScanCoverage } from '@plimsoll/model';
import { scanned } from '../../testing/scanReport.ts';
import { reportsInForce } from './reportsInForce.ts';

/** What matters of a report: who, when, what of which build. */
interface Report {
  readonly by?: string;
  readonly day: number;
  readonly covers: readonly ScanCoverage[];
  readonly build?: string;
  readonly platform?: string;
}

const BOTH: readonly ScanCoverage[] = [
  'application-packages',
  'os-packages',
  'vulnerabilities',
];
const OS: readonly ScanCoverage[] = ['os-packages', 'vulnerabilities'];
const APPLICATION: readonly ScanCoverage[] = [
  'application-packages',
  'vulnerabilities',
];
const CLEAN: readonly ScanCoverage[] = ['vulnerabilities'];
const SECRETS: readonly ScanCoverage[] = ['secrets'];

it.each<[string, readonly Report[], readonly string[]]>([
  [
    'the newest of a scanner',
    [
      { day: 1, covers: BOTH },
      { day: 3, covers: BOTH },
      { day: 2, covers: BOTH },
    ],
    ['3 application-packages os-packages'],
  ],
  [
    'the newest of each scanner',
    [
      { day: 1, covers: BOTH },
      { by: 'Grype', day: 2, covers: CLEAN },
    ],
    [
      '2 application-packages os-packages',
      '1 application-packages os-packages',
    ],
  ],
  [
    'the newest on each topic',
    [
      { day: 1, covers: BOTH },
      { day: 2, covers: OS },
      { day: 3, covers: SECRETS },
    ],
    ['3 secrets', '2 os-packages', '1 application-packages'],
  ],
  [
    'a list without findings is about all packages',
    [
      { day: 1, covers: APPLICATION },
      { day: 2, covers: CLEAN },
    ],
    ['2 application-packages os-packages'],
  ],
  [
    'one that shows the kinds of what it has found is about all',
    [
      { by: 'Grype', day: 1, covers: BOTH },
      { by: 'Grype', day: 2, covers: OS },
    ],
    ['2 application-packages os-packages'],
  ],
  [
    'nothing of a build before, though it knew more',
    [
      { day: 1, covers: [...BOTH, 'secrets'], build: 'old' },
      { day: 2, covers: OS, build: 'new' },
    ],
    ['2 os-packages'],
  ],
  [
    'of another scanner on a build before what the new one does not tell',
    [
      { by: 'Grype', day: 1, covers: [...BOTH, 'secrets'], build: 'old' },
      { day: 2, covers: OS, build: 'new' },
    ],
    ['2 os-packages', '1 application-packages secrets'],
  ],
  [
    'both platforms of one image',
    [
      { day: 1, covers: BOTH, build: 'a', platform: 'linux/amd64' },
      { day: 2, covers: BOTH, build: 'b', platform: 'linux/arm64' },
    ],
    [
      '2 application-packages os-packages',
      '1 application-packages os-packages',
    ],
  ],
  [
    'both of one time',
    [
      { day: 1, covers: BOTH },
      { day: 1, covers: BOTH, build: 'a' },
    ],
    [
      '1 application-packages os-packages',
      '1 application-packages os-packages',
    ],
  ],
  [
    'one that shows nothing replaces nothing',
    [
      { day: 1, covers: BOTH },
      { day: 2, covers: [] },
    ],
    ['2 ', '1 application-packages os-packages'],
  ],
  [
    'one that shows nothing is replaced',
    [
      { day: 1, covers: [] },
      { day: 2, covers: BOTH },
    ],
    ['2 application-packages os-packages'],
  ],
])('stands: %s', (_, reports, expected) => {
  const scans = reports.map(({ by = 'Trivy', day, covers, build, platform }) =>
    scanned({
      format: by.toLowerCase(),
      scanner: { name: by },
      scannedAt: `2026-11-0${day}T00:00:00Z`,
      covers,
      subject: {
        ...(build && { imageId: build }),
        ...(platform && { platform }),
      },
    }),
  );
  for (const order of [scans, [...scans].reverse()]) {
    const standing = reportsInForce(order);
    expect(
      standing.map(
        ({ time, topics }) =>
          `${time?.getUTCDate()} ${[...topics].sort().join(' ')}`,
      ),
    ).toEqual(expected);
  }
});

it('takes digests for the build where there is no image id', () => {
  const scan = (day: number, digest: string) =>
    scanned({
      scannedAt: `2026-11-0${day}T00:00:00Z`,
      covers: day === 1 ? [...BOTH, 'secrets'] : BOTH,
      subject: { digests: [digest] },
    });
  expect(reportsInForce([scan(1, 'a'), scan(2, 'b')])).toHaveLength(1);
  expect(reportsInForce([scan(1, 'a'), scan(2, 'a')])).toHaveLength(2);
});

it('takes a report without a time for the oldest', () => {
  const { report } = scanned();
  const { scannedAt: _, ...undated } = report;
  const standing = reportsInForce([
    { report: undated },
    { report, receivedAt: '2020-01-01T00:00:00Z' },
  ]);
  expect(standing.map(({ time }) => time?.getUTCFullYear())).toEqual([2026]);
});
