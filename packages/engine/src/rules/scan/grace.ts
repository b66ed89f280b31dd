// SPDX-License-Identifier: Apache-2.0
import type { ImageVulnerability } from '../../artifacts/imageScan/imageScan.ts';
import type { Policy } from '../policy.ts';

/** Severities that have a time for mending. */
export type GraceSeverity = keyof typeof GRACE_DAYS;

/** Days from when a vulnerability could have been known and mended. */
export const GRACE_DAYS = { critical: 7, high: 30, medium: 90 } as const;

/** How urgent it is to mend a vulnerability. */
export type GraceState = 'overdue' | 'open' | 'inGrace';

/** A vulnerability in its time for mending, or after it. */
export interface Grace {
  /** `overdue` when more than twice the grace has gone by. */
  readonly state: GraceState;
  /** The last instant of grace; undefined without a record. */
  readonly end: Date | undefined;
  /** When time alone changes the state; undefined when it never does. */
  readonly changesAt: Date | undefined;
}

/** Without a record of when it began, the grace is over, and not twice. */
export function graceOf(
  { openSince }: ImageVulnerability,
  days: number,
  now: Date,
): Grace {
  if (!openSince)
    return { state: 'open', end: undefined, changesAt: undefined };
  const end = new Date(openSince.getTime() + days * DAY);
  const overdue = new Date(openSince.getTime() + 2 * days * DAY);
  if (now < end) return { state: 'inGrace', end, changesAt: end };
  return now < overdue
    ? { state: 'open', end, changesAt: overdue }
    : { state: 'overdue', end, changesAt: undefined };
}

/** What an organisation has set, or the usual number; whole, from 0. */
export function graceDays(severity: GraceSeverity, policy: Policy): number {
  const set = policy.graceDays?.[severity] ?? GRACE_DAYS[severity];
  return set >= 0 && set < MOST_DAYS ? Math.floor(set) : GRACE_DAYS[severity];
}

const MOST_DAYS = 10_000;

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** `2026-11-21`. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The earliest; undefined of none. */
export function earliest(
  dates: readonly (Date | undefined)[],
): Date | undefined {
  let first: Date | undefined;
  for (const date of dates) {
    if (date && !(first && first <= date)) first = date;
  }
  return first;
}
