// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plimsoll/model';
import { largestRemainder } from './largestRemainder.ts';

/**
 * Where the points went, as a column with one decimal that adds up as printed.
 *
 * @public
 */
export interface PointsColumn {
  /** What each control lost, in their order in the assessment: `3.5`. */
  readonly controls: readonly string[];
  /** What rounding the score down lost. */
  readonly rounding: string;
  /** What the gates lost. */
  readonly gate: string;
  /** 100 minus the points: the sum of all lines. */
  readonly total: string;
}

/**
 * Rounds lost points for a reader so that the printed lines add up exactly.
 * Undefined where there is no score.
 *
 * @public
 */
export function displayPoints({
  score,
  controls,
}: Pick<Assessment, 'score' | 'controls'>): PointsColumn | undefined {
  if (score.status === 'notScored') return undefined;
  const { raw, points } = score;
  const rounded = Math.floor(raw);
  const exact = [
    ...controls.map(({ pointsLost }) => pointsLost),
    raw - rounded,
  ];
  const tenths = largestRemainder(10 * (100 - rounded), exact).map(
    formatTenths,
  );
  return {
    controls: tenths.slice(0, -1),
    rounding: tenths.at(-1)!,
    gate: formatTenths(10 * (rounded - points)),
    total: formatTenths(10 * (100 - points)),
  };
}

function formatTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
