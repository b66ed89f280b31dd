// SPDX-License-Identifier: Apache-2.0
import type { Action, EntitySummary } from '@plimsoll/plugin-hardening-common';

const MINUS = '\u2212';

/** Points lost, as the backend prints them: `−3.2`, and `0.0` for none. */
export function formatLost(printed: string): string {
  return isNothing(printed) ? printed : `${MINUS}${printed}`;
}

/** Whether printed points are none. */
export function isNothing(printed: string): boolean {
  return Number(printed) === 0;
}

/** What an action gives back: `+9`; less than one after rounding: `+<1`. */
export function formatGain({ gain, afterGate }: Action): string {
  if (afterGate) return 'later';
  return gain > 0 ? `+${gain}` : '+<1';
}

/** Part of a whole, rounded down: 99.6 % known is not all. */
export function formatPercent(part: number): string {
  return `${Math.floor(part * 100 + 1e-9)} %`;
}

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The part of a score that is there. */
export type Scored = Extract<
  NonNullable<EntitySummary['score']>,
  { readonly status: 'scored' }
>;

/** How far the score has moved since the trend begins. */
export function changeOf({ score, trend }: EntitySummary): number | undefined {
  const first =
    trend?.find(({ points }) => points !== null)?.points ?? undefined;
  return score?.status === 'scored' && first !== undefined
    ? score.points - first
    : undefined;
}
