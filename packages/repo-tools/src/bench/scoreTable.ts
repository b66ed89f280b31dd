// SPDX-License-Identifier: Apache-2.0
import {
  GRADES,
  MATURITY_LEVELS,
  type MaturityLevel,
  type Score,
} from '@plimsoll/model';
import { table } from './table.ts';

/** What the distribution is made from; an image has no level. */
export interface Judged {
  readonly score: Score;
  readonly level?: MaturityLevel | 'none';
}

/** How scores are distributed, as a table for people. */
export function scoreTable(title: string, judged: readonly Judged[]): string {
  const points = judged
    .flatMap(({ score }) => (score.status === 'scored' ? [score.points] : []))
    .sort((a, b) => a - b);
  const grades = judged.map(({ score }) =>
    score.status === 'scored' ? score.grade : undefined,
  );
  const reasons = judged.flatMap(({ score }) =>
    score.status === 'notScored' ? [score.reason] : [],
  );
  const levels = judged.map(({ score, level }) =>
    score.status === 'scored' ? level : undefined,
  );
  return [
    `${title}: ${judged.length}, ${points.length} scored`,
    '',
    ...table([
      ['percentile', 'points'],
      ...[0, 5, 10, 25, 50, 75, 90, 95, 100].map(percent => [
        String(percent),
        String(percentile(points, percent) ?? '-'),
      ]),
      [
        'middle half',
        `${(percentile(points, 75) ?? 0) - (percentile(points, 25) ?? 0)} wide`,
      ],
    ]),
    '',
    ...histogram(points),
    ...counted('grade', grades, GRADES),
    ...counted('level', levels, ['none', ...MATURITY_LEVELS]),
    ...counted('not scored', reasons, [...new Set(reasons)].sort()),
  ].join('\n');
}

/** How often each name occurs; nothing where none does. */
function counted(
  title: string,
  values: readonly (string | undefined)[],
  names: readonly string[],
): string[] {
  if (!values.some(value => value !== undefined)) return [];
  const count = (name: string) =>
    values.filter(value => value === name).length.toString();
  return [
    '',
    ...table([[title, 'count'], ...names.map(name => [name, count(name)])]),
  ];
}

/** The value that so many percent of the sorted values do not exceed. */
export function percentile(
  sorted: readonly number[],
  percent: number,
): number | undefined {
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)];
}

const WIDTH = 40;

/** Ten bars; 100 points stand with those from 90. */
function histogram(points: readonly number[]): string[] {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    points.filter(value => Math.min(9, Math.floor(value / 10)) === bin),
  ).map(({ length }) => length);
  const most = Math.max(1, ...bins);
  return bins.map((count, bin) => {
    const from = bin * 10;
    const name = `${from}–${bin === 9 ? 100 : from + 9}`.padEnd(6);
    const bar = '█'.repeat(Math.round((count / most) * WIDTH));
    return `${name} ${String(count).padStart(5)} ${bar}`.trimEnd();
  });
}
