// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';
import type { Change, HistoryPoint } from '@plimsoll/plugin-hardening-common';
import { instantOfDay } from '../../words/time';

const DAY_MS = 86_400_000;
const LEFT = 46;
const RIGHT = 24;
const TOP = 14;
const BOTTOM = 30;

/** The least points of each grade. */
const GRADE_LINES: readonly (readonly [number, Grade])[] = [
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [55, 'D'],
  [40, 'E'],
  [0, 'F'],
];

/** What a step line is drawn from. */
export interface StepInput {
  readonly points: readonly HistoryPoint[];
  readonly changes: readonly Change[];
  readonly days: number;
  readonly now: Date;
  readonly width: number;
  readonly height: number;
}

/** Where everything stands, in pixels. */
export interface StepShape {
  readonly path: string;
  readonly lines: readonly {
    readonly y: number;
    readonly label: string;
  }[];
  readonly ticks: readonly { readonly x: number; readonly at: Date }[];
  readonly marks: readonly {
    readonly x: number;
    readonly y: number;
    readonly change: Change;
  }[];
  readonly left: number;
  readonly right: number;
}

/** Lays a step line out; undefined where there was never a score. */
export function stepShape({
  points,
  changes,
  days,
  now,
  width,
  height,
}: StepInput): StepShape | undefined {
  const scores = points.flatMap(({ points: score }) => score ?? []);
  if (scores.length === 0) return undefined;

  const end = now.getTime();
  const begin = end - days * DAY_MS;
  const right = width - RIGHT;
  const [least, most] = domainOf(scores);
  const x = (at: number) =>
    LEFT +
    ((right - LEFT) * Math.min(Math.max(at - begin, 0), end - begin)) /
      (end - begin);
  const y = (score: number) =>
    TOP + ((height - TOP - BOTTOM) * (most - score)) / (most - least);

  let path = '';
  let isDrawing = false;
  for (const { day, points: score } of points) {
    const at = x(instantOfDay(day).getTime()).toFixed(1);
    if (isDrawing) path += `H${at}`;
    if (score !== null)
      path += isDrawing
        ? `V${y(score).toFixed(1)}`
        : `M${at} ${y(score).toFixed(1)}`;
    isDrawing = score !== null;
  }
  if (isDrawing) path += `H${right}`;

  const marks = changes.flatMap(change => {
    // On the step, which is drawn where its day begins.
    const at = instantOfDay(change.at.slice(0, 10)).getTime();
    return at < begin || change.after === null
      ? []
      : [{ x: x(at), y: y(change.after), change }];
  });
  const tickCount = width < 520 ? 2 : 4;
  const ticks = Array.from({ length: tickCount }, (_, tick) => {
    const at = begin + ((end - begin) * tick) / (tickCount - 1);
    return { x: x(at), at: new Date(at) };
  });
  const lines = GRADE_LINES.filter(
    ([score]) => score >= least && score <= most,
  ).map(([score, grade]) => ({ y: y(score), label: `${score} ${grade}` }));
  return { path, lines, ticks, marks, left: LEFT, right };
}

/** Leaves room above and below, and shows one line at least. */
function domainOf(scores: readonly number[]): readonly [number, number] {
  const least = Math.max(0, Math.min(...scores) - 8);
  const most = Math.min(100, Math.max(...scores) + 8);
  const highest = GRADE_LINES.find(([score]) => score <= most)?.[0] ?? 0;
  return [Math.min(least, highest), most];
}
