// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import { log2 } from './log2.ts';
import {
  CONFIDENCE_TENTHS,
  DOUBLING_LOADS,
  MULTIPLIERS,
  ROLE_QUARTERS,
  SEVERITY_LOADS,
  UNKNOWN_PART,
} from './loads.ts';
import {
  mendTally,
  worstSeverity,
  type RuleTally,
  type SubjectTally,
} from './tallyRules.ts';

/** What a rule adds, in whole thousandths. */
export interface RuleLoad {
  readonly tally: RuleTally;
  /** That of the policy. */
  readonly multiplier: number;
  /** Of its findings; its own severity where only some are unknown. */
  readonly severity: Severity;
  /** By what failed. */
  readonly failed: number;
  /** By what failed and, half, by what is unknown. */
  readonly total: number;
  /** What it would add if it failed everywhere with its own severity. */
  readonly weight: number;
  /** Parts of its subjects, by weight of their roles; 0 to 1. */
  readonly passedShare: number;
  readonly unknownShare: number;
}

/**
 * The load of a rule. Its shares are parts of all its subjects, known or not: a
 * subject about which nothing is known cannot hide behind others that pass. One
 * critical finding in production counts as if all subjects failed.
 */
export function ruleLoad(tally: RuleTally, multiplier: number): RuleLoad {
  const { info, production, development } = tally;
  const weigh = (outcome: 'failed' | 'passed' | 'unknown') =>
    ROLE_QUARTERS.production * production[outcome] +
    ROLE_QUARTERS.development * development[outcome];
  const unknown = weigh('unknown');
  const all = weigh('failed') + weigh('passed') + unknown;
  const isCritical = production.findings.critical > 0;
  const failed = isCritical ? all : weigh('failed');
  const open = isCritical ? 0 : unknown;

  const worst = worstSeverity([production, development]);
  const scale = (load: number) =>
    (load * CONFIDENCE_TENTHS[info.confidence] * multiplier) / 10;
  const factor = (severity: Severity) => scale(SEVERITY_LOADS[severity]);
  const weight = factor(info.severity);
  const doubling = DOUBLING_LOADS.get(info.id);
  const isCounting = doubling !== undefined;
  const bySubjects = worst ? (factor(worst) * failed) / all : 0;
  const failedLoad = isCounting
    ? scale(doubling) * log2(1 + countVulnerabilities(tally))
    : bySubjects;
  const openLoad = isCounting
    ? openCount(failedLoad, (UNKNOWN_PART * weight * unknown) / all, weight)
    : (UNKNOWN_PART * weight * open) / all;
  return {
    tally,
    multiplier,
    severity: worst ?? info.severity,
    failed: Math.round(failedLoad),
    // Not the sum of two rounded ones: learning that a subject passes might
    // raise that.
    total: Math.round(failedLoad + openLoad),
    weight,
    passedShare: (all - failed - open) / all,
    unknownShare: unknown / all,
  };
}

/**
 * The load of the same rule after all that failed has been mended.
 *
 * @param action - mends only what it settles, where the rule is divided
 */
export function mendRule(
  { tally, multiplier }: RuleLoad,
  action?: string,
): RuleLoad {
  const part = action === undefined ? undefined : tally.parts?.get(action);
  return ruleLoad(part ?? mendTally(tally), multiplier);
}

/** Those of development count a quarter where there is production, too. */
function countVulnerabilities({ production, development }: RuleTally): number {
  const { production: whole, development: part } = ROLE_QUARTERS;
  return countSubjects(production) > 0
    ? production.counted + (development.counted * part) / whole
    : development.counted;
}

/**
 * What unknown subjects add to a count: no more than leads to half of the
 * weight. Beside many vulnerabilities a few more weigh next to nothing, and to
 * learn of them must not lift the score.
 */
function openCount(failed: number, unknown: number, weight: number): number {
  return Math.min(unknown, Math.max(0, UNKNOWN_PART * weight - failed));
}

/** The factor that a policy sets for a rule, within its limits. */
export function multiplierOf(
  rule: string,
  multipliers: Readonly<Record<string, number>> = {},
): number {
  const { least, most } = MULTIPLIERS;
  const set = Object.hasOwn(multipliers, rule) ? multipliers[rule]! : least;
  return set > least ? Math.min(set, most) : least;
}

/** Subjects of a role that a rule applies to. */
export function countSubjects({
  failed,
  passed,
  unknown,
}: SubjectTally): number {
  return failed + passed + unknown;
}
