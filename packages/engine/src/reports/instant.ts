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
