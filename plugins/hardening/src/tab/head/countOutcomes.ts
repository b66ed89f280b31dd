// SPDX-License-Identifier: Apache-2.0
import type { RuleOutcome } from '@plimsoll/plugin-hardening-common';

/** What is known of a rule over all files that count. */
export type RuleState = 'failed' | 'unknown' | 'passed' | 'notApplicable';

/** Worst first: one file that fails outweighs all that pass. */
const WORST_FIRST: readonly RuleState[] = [
  'failed',
  'unknown',
  'passed',
  'notApplicable',
];

/** The state of each rule. */
export function stateByRule(
  outcomes: readonly RuleOutcome[],
): ReadonlyMap<string, RuleState> {
  const states = new Map<string, RuleState>();
  for (const { rule, outcome, role } of outcomes) {
    if (role === 'excluded') continue;
    const state = outcome === 'crashed' ? 'unknown' : outcome;
    const before = states.get(rule);
    if (!before || WORST_FIRST.indexOf(state) < WORST_FIRST.indexOf(before))
      states.set(rule, state);
  }
  return states;
}

/** How many rules are in each state. */
export function countOutcomes(
  outcomes: readonly RuleOutcome[],
): Readonly<Record<RuleState, number>> {
  const counts = { failed: 0, unknown: 0, passed: 0, notApplicable: 0 };
  for (const state of stateByRule(outcomes).values()) counts[state] += 1;
  return counts;
}
