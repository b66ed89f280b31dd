// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import {
  CONFIDENCE_TENTHS,
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
  const factor = (severity: Severity) =>
    (SEVERITY_LOADS[severity] *
      CONFIDENCE_TENTHS[info.confidence] *
      multiplier) /
    10;
  const weight = factor(info.severity);
  const failedLoad = worst ? (factor(worst) * failed) / all : 0;
  const openLoad = (UNKNOWN_PART * weight * open) / all;
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

/** The load of the same rule after all that failed has been mended. */
export function mendRule({ tally, multiplier }: RuleLoad): RuleLoad {
  return ruleLoad(mendTally(tally), multiplier);
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
