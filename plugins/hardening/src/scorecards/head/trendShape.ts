// SPDX-License-Identifier: Apache-2.0
import type { TrendPoint } from '@plimsoll/plugin-hardening-common';
import { instantOfDay } from '../../words/time';

const DAY_MS = 86_400_000;

/** How long back a trend goes. */
export const TREND_DAYS = 90;

/** Which of its numbers a line is of. */
export type TrendLine = 'median' | 'tenth';

/** A value, and how far through the days it begins: 0 to 1. */
export interface TrendStep {
  readonly at: number;
  readonly value: number;
}

/** What held on each day, from a point to the next one. */
export function stepsOf(
  trend: readonly TrendPoint[],
  line: TrendLine,
  now: Date,
): readonly TrendStep[] {
  const end = now.getTime();
  const begin = end - TREND_DAYS * DAY_MS;
  const steps = trend.flatMap(point => {
    const value = point[line];
    if (value === undefined) return [];
    const at = (instantOfDay(point.day).getTime() - begin) / (end - begin);
    return [{ at: Math.min(1, Math.max(0, at)), value }];
  });
  // Of those that held before it begins, the last one.
  const first = steps.filter(({ at }) => at === 0).at(-1);
  const later = steps.filter(({ at }) => at > 0);
  return first ? [first, ...later] : later;
}

/** How far a number has moved; undefined where nothing tells. */
export function changeSince(
  trend: readonly TrendPoint[],
  line: TrendLine,
): number | undefined {
  const values = trend.flatMap(point => point[line] ?? []);
  return values.length < 2 ? undefined : values.at(-1)! - values[0]!;
}
