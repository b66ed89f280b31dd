// SPDX-License-Identifier: Apache-2.0
import { percentile, scoreTable, type Judged } from './scoreTable.ts';

describe('percentile', () => {
  it.each([
    [0, 1],
    [25, 1],
    [50, 2],
    [51, 3],
    [100, 4],
  ])('%d %% of 1 to 4', (percent, value) => {
    expect(percentile([1, 2, 3, 4], percent)).toBe(value);
  });

  it('is nothing of nothing', () => {
    expect(percentile([], 50)).toBeUndefined();
  });
});

it('scoreTable counts everything once', () => {
  const scored = (points: number, grade: 'A' | 'F'): Judged => ({
    score: { status: 'scored', points, raw: points, grade },
  });
  const judged: Judged[] = [
    { ...scored(100, 'A'), level: 'expert' },
    { ...scored(90, 'A'), level: 'none' },
    { ...scored(9, 'F'), level: 'none' },
    { score: { status: 'notScored', reason: 'no-container-artefacts' } },
  ];
  expect(scoreTable('Things', judged)).toMatchInlineSnapshot(`
    "Things: 4, 3 scored

    percentile    points
    0                  9
    5                  9
    10                 9
    25                 9
    50                90
    75               100
    90               100
    95               100
    100              100
    middle half  91 wide

    0–9        1 ████████████████████
    10–19      0
    20–29      0
    30–39      0
    40–49      0
    50–59      0
    60–69      0
    70–79      0
    80–89      0
    90–100     2 ████████████████████████████████████████

    grade  count
    A          2
    B          0
    C          0
    D          0
    E          0
    F          1

    level       count
    none            2
    beginner        0
    proficient      0
    expert          1

    not scored              count
    no-container-artefacts      1"
  `);
});

it('scoreTable leaves out what nothing has', () => {
  const score = { status: 'scored', points: 90, raw: 90, grade: 'A' } as const;
  const table = scoreTable('Images', [{ score }]);
  expect(table).toContain('grade');
  expect(table).not.toContain('level');
  expect(table).not.toContain('not scored');
});
