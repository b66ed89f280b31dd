// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';

/** Scores that are shown as one bar: of one grade, as grades begin at fives. */
export interface Bin {
  /** The lowest score, and the highest. */
  readonly from: number;
  readonly to: number;
  readonly grade: Grade;
  readonly entities: number;
}

const WIDTH = 5;
const BINS = 100 / WIDTH;

const GRADES_FROM: readonly (readonly [Grade, number])[] = [
  ['A', 90],
  ['B', 80],
  ['C', 70],
  ['D', 55],
  ['E', 40],
  ['F', 0],
];

/** Twenty bars, lowest scores first; 100 is in the last one. */
export function binsOf(scores: ScorecardOverview['scores']): readonly Bin[] {
  const entities = Array.from({ length: BINS }, () => 0);
  for (const score of scores) {
    const at = Math.min(Math.floor(score.points / WIDTH), BINS - 1);
    entities[at]! += score.entities;
  }
  return entities.map((number, at) => {
    const from = at * WIDTH;
    return {
      from,
      to: at === BINS - 1 ? 100 : from + WIDTH - 1,
      grade: GRADES_FROM.find(([, least]) => from >= least)![0],
      entities: number,
    };
  });
}
