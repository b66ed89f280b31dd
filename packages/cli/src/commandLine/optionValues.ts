// SPDX-License-Identifier: Apache-2.0
import { UsageError } from '../exitCodes.ts';
import type { Arguments } from './arguments.ts';

/**
 * The value of an option that takes one of several words.
 *
 * @throws UsageError - when it is another
 */
export function readChoice<Word extends string>(
  given: Arguments,
  option: string,
  words: readonly Word[],
): Word | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  const word = words.find(one => one.toLowerCase() === value.toLowerCase());
  if (word !== undefined) return word;
  const last = words.at(-1);
  const others = words.slice(0, -1).join(', ');
  throw new UsageError(
    `--${option} must be ${others} or ${last}, and is "${value}"`,
  );
}

/**
 * The value of an option that takes a whole number.
 *
 * @throws UsageError - when it is none, or outside of the limits
 */
export function readWholeNumber(
  given: Arguments,
  option: string,
  least: number,
  most: number,
): number | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(
    `--${option} must be a whole number from ${least} to ${most}, and is "${value}"`,
  );
}

/**
 * The value of an option that takes a day or an instant. A time without a zone
 * would mean something else on each machine.
 *
 * @throws UsageError - when it is none
 */
export function readInstant(
  given: Arguments,
  option: string,
): Date | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  const [, day, time = 'T00:00:00Z'] = INSTANT.exec(value) ?? [];
  // A 30th of February would become the 2nd of March.
  const midnight = new Date(`${day}T00:00:00Z`);
  const exists =
    !Number.isNaN(midnight.getTime()) &&
    midnight.toISOString().slice(0, 10) === day;
  const instant = new Date(`${day}${time.toUpperCase()}`);
  if (exists && !Number.isNaN(instant.getTime())) return instant;
  throw new UsageError(
    `--${option} must be a day such as 2026-11-21, or a time with its zone such as 2026-11-21T12:00:00Z, and is "${value}"`,
  );
}

const INSTANT =
  /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/i;
