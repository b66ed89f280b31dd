// SPDX-License-Identifier: Apache-2.0
import type { Confidence, ScoreArea, Severity } from '@plimsoll/model';

/** What a control adds when it fails, in thousandths. */
export const SEVERITY_LOADS: Readonly<Record<Severity, number>> = {
  critical: 500,
  high: 130,
  medium: 40,
  low: 10,
  info: 0,
};

/**
 * What the first vulnerability adds for the rules that count them, in
 * thousandths; so does each doubling of one more than their number.
 */
export const DOUBLING_LOADS: ReadonlyMap<string, number> = new Map([
  ['scan/critical-fixable', 250],
  ['scan/high-fixable', 80],
  ['scan/known-exploited', 500],
  ['scan/medium-budget', 20],
]);

/** Factors on those loads, in tenths. */
export const CONFIDENCE_TENTHS: Readonly<Record<Confidence, number>> = {
  high: 10,
  medium: 7,
  low: 3,
};

/** Factors on those loads that a policy may set stay within. */
export const MULTIPLIERS = { least: 1, most: 2 } as const;

/** How much an area counts beside the others that apply. */
export const AREA_WEIGHTS: Readonly<Record<ScoreArea, number>> = {
  dockerfile: 20,
  dockerignore: 5,
  runtime: 25,
  scan: 20,
  image: 10,
  ci: 15,
  repo: 5,
};

/** The part of its load that a rule adds while nothing is known. */
export const UNKNOWN_PART = 0.5;

/** The most that all unknown rules of an area add together, in thousandths. */
export const MOST_UNKNOWN_LOAD = 350;

/** How often a subject counts, in quarters; excluded ones do not. */
export const ROLE_QUARTERS = { production: 4, development: 1 } as const;

/** Below this part of known load there is no number at all. */
export const LEAST_COVERAGE = 0.3;
