// SPDX-License-Identifier: Apache-2.0
import { GRADES, MATURITY_LEVELS } from '@plimsoll/model';
import type { Rollup } from '@plimsoll/plugin-hardening-common';
import { PENDING, quantileOf, sumOf, type Counts } from '../rollups/counts';

/** What is answered of each group. */
export type GroupCounts = Omit<Rollup, 'ref' | 'partial'>;

/** Counts as they are answered. */
export function describeCounts(counts: Counts): GroupCounts {
  const { scores, grades, levels, reasons } = counts;
  const scored = sumOf(scores);
  const pending = reasons[PENDING] ?? 0;
  const others = sumOf(reasons);
  return {
    entities: scored + others,
    scored,
    notScored: others - pending,
    pending,
    grades: fill(GRADES, grades),
    levels: fill(MATURITY_LEVELS, levels),
    median: quantileOf(scores, 0.5),
    tenth: quantileOf(scores, 0.1),
  };
}

function fill<K extends string>(
  keys: readonly K[],
  tally: Readonly<Record<string, number>>,
): Record<K, number> {
  const filled = keys.map(key => [key, tally[key] ?? 0]);
  return Object.fromEntries(filled) as Record<K, number>;
}
