// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { isQuote, type Quote } from './valueReader.ts';

/** How a value is tied to its name. */
export type SlotForm =
  /** `name=value`. */
  | 'equals'
  /** `name = value`, as in a settings file, and in programs. */
  | 'spaced'
  /** `name: value`. */
  | 'colon'
  /** `"name": "value"`. */
  | 'json'
  /** `--name value`. */
  | 'argument'
  /** `${NAME:-value}`. */
  | 'default'
  /** `<name>value</name>`. */
  | 'element';

/** Where the value of a name starts. */
export interface ValueSlot {
  readonly index: number;
  readonly form: SlotForm;
  /** The quotation mark around name and value. */
  readonly outer: Quote;
}

/**
 * Finds out whether a value follows a name, and how.
 *
 * @param outer - the quotation mark that is open where the name starts
 */
export function findValueSlot(
  text: string,
  { start, end }: TextRange,
  outer: Quote,
): ValueSlot | undefined {
  const before = text[start - 1] ?? ' ';
  if (before === '{' && text[start - 2] === '$') {
    const index = skip(text, end, /:?[-=]/y);
    return index === undefined ? undefined : { index, form: 'default', outer };
  }
  if ('$%@'.includes(before)) return undefined;
  if (before === '/' && text[end] !== '=' && text[start] !== '_') {
    return undefined;
  }
  if (before === '<' && text[end] === '>') {
    return { index: end + 1, form: 'element', outer: undefined };
  }
  const closed = closingQuote(text, start, end);
  return closed === undefined
    ? openSlot(text, { start, end }, outer)
    : closedSlot(text, closed, text[start] === '-');
}

/** Behind the quotation mark that ends a name in quotation marks. */
function closingQuote(
  text: string,
  start: number,
  end: number,
): number | undefined {
  if (!isQuote(text[start - 1])) return undefined;
  return skip(text, end, /\\?["']/y);
}

function closedSlot(
  text: string,
  index: number,
  isOption: boolean,
): ValueSlot | undefined {
  const forms: readonly (readonly [SlotForm, RegExp])[] = [
    // `{"name": "TOKEN", "value": "…"}` and `key="token" value="…"`.
    ['json', /[ \t]*,?[ \t]*\\?["']?value\\?["']?[ \t]*[=:][ \t]*/iy],
    ['json', /[ \t]*:[ \t]*/y],
    ['equals', /=(?![=~])/y],
    ['spaced', /\]?[ \t]*=[>]?(?![=~])[ \t]*/y],
  ];
  for (const [form, pattern] of forms) {
    const next = skip(text, index, pattern);
    if (next !== undefined) return { index: next, form, outer: undefined };
  }
  const next = isOption ? skip(text, index, /[ \t]*,[ \t]*/y) : undefined;
  return next === undefined || !/["'\\]/.test(text[next] ?? '')
    ? undefined
    : { index: next, form: 'argument', outer: undefined };
}

function openSlot(
  text: string,
  name: TextRange,
  outer: Quote,
): ValueSlot | undefined {
  const { start, end } = name;
  const forms: readonly (readonly [SlotForm, RegExp])[] = [
    // `NAME= command` sets nothing.
    ['equals', /[+:?]?=(?![=~>])/y],
    ['spaced', /[ \t]*[+:?]?=[>]?(?![=~])[ \t]*/y],
    ['colon', /[ \t]*:(?=[ \t"'\\])[ \t]*/y],
  ];
  for (const [form, pattern] of forms) {
    const index = skip(text, end, pattern);
    if (index !== undefined) return { index, form, outer };
  }
  const index = blankEnd(text, end);
  if (index === end) return undefined;
  const isGiven =
    text[start] === '-'
      ? text[index] !== '-'
      : isFollowedByValue(text, name, index);
  return isGiven ? { index, form: 'argument', outer } : undefined;
}

/** Behind blanks, and `\\n` and `\\t` as they are written. */
function blankEnd(text: string, start: number): number {
  let index = start;
  for (;;) {
    if (text[index] === ' ' || text[index] === '\t') index++;
    else if (/^\\[nt]$/.test(text.slice(index, index + 2))) index += 2;
    else return index;
  }
}

/**
 * Whether a value follows behind a blank: in .netrc, in SQL, and behind what
 * sets a configuration.
 */
function isFollowedByValue(
  text: string,
  { start, end }: TextRange,
  index: number,
): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  if (/^pass(?:word|wd)$/i.test(text.slice(start, end))) {
    if (NETRC.test(before)) return true;
    if (isQuote(text[index]) && SQL.test(before)) return true;
  }
  return CONFIGURES.test(before);
}

const LOOK_BACK = 120;
const NETRC = /(?:login|account|user)(?:\\[nt]|\s)+[^\s\\]+(?:\\[nt]|\s)+$/i;
const SQL =
  /\b(?:user|role|with|encrypted|superuser|login|createdb|createrole|set)\s+$/i;
const CONFIGURES = /\b(?:config(?:ure)?\s+(?:set\s+)?|setx\s+)(?:-\S+\s+)*\S*$/;

/** Where a sticky pattern ends that matches at an index. */
export function skip(
  text: string,
  index: number,
  pattern: RegExp,
): number | undefined {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
