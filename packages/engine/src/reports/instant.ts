// SPDX-License-Identifier: Apache-2.0

/**
 * A time as scanners write it (RFC 3339, or a day alone), in UTC.
 *
 * @returns undefined for anything else, and for the year 1, by which programs
 *   in Go mean "never"
 */
export function utcInstant(text: string | undefined): string | undefined {
  if (text === undefined || !INSTANT.test(text)) return undefined;
  const milliseconds = Date.parse(text.replace(' ', 'T'));
  if (Number.isNaN(milliseconds) || milliseconds < YEAR_1970) return undefined;
  return new Date(milliseconds).toISOString();
}

const INSTANT =
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?$/;
const YEAR_1970 = 0;

/**
 * The day of a time as scanners write it. Offsets are left aside where there is
 * one: who publishes a vulnerability does so by the day.
 */
export function utcDay(text: string | undefined): string | undefined {
  return text !== undefined && DAY.test(text) ? text.slice(0, 10) : undefined;
}

// From 1970 on, for the same reason; a day, and whatever follows it.
const DAY =
  /^(?:19[7-9]\d|[2-9]\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]|$)/;
