// SPDX-License-Identifier: Apache-2.0
import { EFFORTS } from '@plimsoll/model';
import { rulesFrom, type FailedControl } from './failedControl.ts';
import { failedControls, MOST_HIGH_CONTROLS } from './gates.ts';
import { gatesOf, isGated, type Standing } from './standing.ts';

/**
 * The rules whose passing mends all gates that bind, but those about what is
 * not known; the easiest where there is a choice.
 */
export function rulesToMend(standing: Standing): ReadonlySet<string> {
  if (!isGated(standing)) return NONE;
  const binding = gatesOf(standing).filter(gate => gate.binding);
  const named = binding.filter(({ promise }) => promise !== 'few-high');
  const mended = new Set(named.flatMap(({ rules }) => rules));
  if (named.length === binding.length) return mended;
  const surplus = surplusRules(failedControls(standing.areas), mended);
  return new Set([...mended, ...surplus]);
}

const NONE: ReadonlySet<string> = new Set();

/** Of controls with high findings, the easiest that are too many. */
function surplusRules(
  controls: readonly FailedControl[],
  mended: ReadonlySet<string>,
): string[] {
  const open = controls
    .filter(({ severity }) => severity === 'high')
    .filter(
      control => !rulesFrom('high', [control]).every(id => mended.has(id)),
    )
    .sort((a, b) => effortOf(a) - effortOf(b));
  const surplus = Math.max(0, open.length - MOST_HIGH_CONTROLS);
  return rulesFrom('high', open.slice(0, surplus));
}

/** 0 is the easiest. */
function effortOf({ rules }: FailedControl): number {
  return Math.max(...rules.map(({ info }) => EFFORTS.indexOf(info.effort)));
}
