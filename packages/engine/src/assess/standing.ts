// SPDX-License-Identifier: Apache-2.0
import type { Gate, Grade, Score } from '@plimsoll/model';
import { areaLoads, mendArea, type AreaLoad } from './areaLoad.ts';
import { decay } from './decay.ts';
import { brokenPromises, pointsLeft } from './gates.ts';
import { AREA_WEIGHTS, LEAST_COVERAGE } from './loads.ts';
import { roundPart } from './roundPart.ts';
import type { RuleLoad } from './ruleLoad.ts';

/** What the loads of all areas come to. */
export interface Standing {
  /** Those that apply, in their fixed order. */
  readonly areas: readonly AreaLoad[];
  /** 0 to 100, before gates and rounding. */
  readonly raw: number;
  /** 0 to 1. */
  readonly coverage: number;
  readonly score: Score;
}

/** Adds up what all rules say. */
export function standingOf(rules: readonly RuleLoad[]): Standing {
  return addUp(areaLoads(rules));
}

/**
 * The standing once some rules pass wherever they failed.
 *
 * @param action - mends only what it settles, where a rule is divided
 */
export function mendStanding(
  { areas }: Standing,
  mended: ReadonlySet<string>,
  action?: string,
): Standing {
  return addUp(areas.map(area => mendArea(area, mended, action)));
}

/** Whether gates took points away. */
export function isGated({ raw, score }: Standing): boolean {
  return score.status === 'scored' && score.points < Math.floor(raw);
}

/** The gates that stand; none where there is no score. */
export function gatesOf({ areas, raw, coverage, score }: Standing): Gate[] {
  return score.status === 'scored'
    ? brokenPromises(areas, coverage, Math.floor(raw))
    : [];
}

/** The score of an area that has this load, in thousandths, alone. */
export function rawOf(load: number): number {
  return 100 * decay(load / 1000);
}

/** Of points after the gates. */
export function gradeOf(points: number): Grade {
  return GRADES_FROM.find(([, least]) => points >= least)?.[0] ?? 'F';
}

const GRADES_FROM: readonly (readonly [Grade, number])[] = [
  ['A', 90],
  ['B', 80],
  ['C', 70],
  ['D', 55],
  ['E', 40],
];

function addUp(areas: readonly AreaLoad[]): Standing {
  let weights = 0;
  let loads = 0;
  let known = 0;
  for (const { area, load, coverage } of areas) {
    const weight = AREA_WEIGHTS[area];
    weights += weight;
    loads += weight * load;
    known += weight * coverage;
  }
  const raw = rawOf(weights > 0 ? loads / weights : 0);
  const coverage = weights > 0 ? roundPart(known / weights) : 0;
  return { areas, raw, coverage, score: scoreOf(areas, raw, coverage) };
}

function scoreOf(
  areas: readonly AreaLoad[],
  raw: number,
  coverage: number,
): Score {
  if (coverage < LEAST_COVERAGE) {
    return { status: 'notScored', reason: 'not-enough-evidence' };
  }
  const points = Math.min(Math.floor(raw), pointsLeft(areas, coverage));
  return { status: 'scored', points, raw, grade: gradeOf(points) };
}
