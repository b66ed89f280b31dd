// SPDX-License-Identifier: Apache-2.0
import { DOUBLING_LOADS } from './loads.ts';
import type { RuleTally } from './tallyRules.ts';

/**
 * How many vulnerabilities an action removes. Rules by severity share none;
 * what is exploited may be among those, too.
 */
export function countSettled(
  action: string,
  tallies: readonly RuleTally[],
): number {
  let bySeverity = 0;
  let other = 0;
  for (const tally of tallies) {
    const left = tally.parts?.get(action);
    if (!left) continue;
    const settled = countAll(tally) - countAll(left);
    if (BY_SEVERITY.has(tally.info.id)) bySeverity += settled;
    else other = Math.max(other, settled);
  }
  return Math.max(bySeverity, other);
}

const BY_SEVERITY = new Set(DOUBLING_LOADS.keys());
BY_SEVERITY.delete('scan/known-exploited');

function countAll({ production, development }: RuleTally): number {
  return production.counted + development.counted;
}
