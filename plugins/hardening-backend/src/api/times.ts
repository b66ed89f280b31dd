// SPDX-License-Identifier: Apache-2.0
import { numberOf } from '../database/rows';

const DAY_MILLISECONDS = 86_400_000;

/** An instant of a row as ISO 8601, in UTC; undefined where there is none. */
export function isoOf(milliseconds: unknown): string | undefined {
  const number = numberOf(milliseconds);
  return number === undefined ? undefined : new Date(number).toISOString();
}

/** A day, counted from 1970, as ISO 8601. */
export function isoDayOf(day: number): string {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
