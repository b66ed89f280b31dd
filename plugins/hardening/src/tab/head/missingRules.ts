// SPDX-License-Identifier: Apache-2.0
import { MATURITY_LEVELS, type MaturityLevel } from '@plimsoll/model';
import type { Rule, RuleOutcome } from '@plimsoll/plugin-hardening-common';
import { stateByRule, type RuleState } from './countOutcomes';

/** A rule that keeps an entity from its next level. */
export interface MissingRule {
  readonly rule: Rule;
  readonly state: Extract<RuleState, 'failed' | 'unknown'>;
}

/** What comes after a level; undefined above the highest. */
export function levelAfter(
  level: MaturityLevel | undefined,
): MaturityLevel | undefined {
  return MATURITY_LEVELS[level ? MATURITY_LEVELS.indexOf(level) + 1 : 0];
}

/**
 * The rules without which nobody reaches a level, as far as they are not met:
 * those that are mandatory for it, and what even beginners must not get wrong.
 * What is unknown is not met. Failures first.
 */
export function missingRules(
  level: MaturityLevel,
  outcomes: readonly RuleOutcome[],
  rules: ReadonlyMap<string, Rule>,
): MissingRule[] {
  const missing: MissingRule[] = [];
  for (const [id, state] of stateByRule(outcomes)) {
    const rule = rules.get(id);
    if (!rule || (state !== 'failed' && state !== 'unknown')) continue;
    const isNeeded =
      rule.mandatoryFor.includes(level) ||
      (state === 'failed' && isBlocking(rule));
    if (isNeeded) missing.push({ rule, state });
  }
  return [
    ...missing.filter(({ state }) => state === 'failed'),
    ...missing.filter(({ state }) => state === 'unknown'),
  ];
}

function isBlocking({ level, confidence, severity }: Rule): boolean {
  return (
    level === 'beginner' &&
    confidence !== 'low' &&
    (severity === 'critical' || severity === 'high')
  );
}
