// SPDX-License-Identifier: Apache-2.0

/** Code units with a name, for scanners that compare numbers. */
export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const SINGLE_QUOTE = 0x27;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const LEFT_BRACKET = 0x5b;
export const RIGHT_BRACKET = 0x5d;
export const BYTE_ORDER_MARK = 0xfeff;

/** What a byte that is not UTF-8 becomes wherever text is decoded. */
export const REPLACEMENT = '\ufffd';

/**
 * Whether a code unit is white space as Unicode (and Go) has it.
 *
 * JavaScript's own `trim` and `\s` differ: they take U+FEFF for a space and
 * U+0085 for none.
 */
export function isSpace(unit: number): boolean {
  if (unit <= SPACE) return unit === SPACE || (unit >= TAB && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** The first index in `[start, end)` that is no white space, else `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && isSpace(text.charCodeAt(index))) index++;
  return index;
}

/** Moves `end` back over the white space before it, at most to `start`. */
export function trimSpaceEnd(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && isSpace(text.charCodeAt(index - 1))) index--;
  return index;
}

/** The text without the white space around it. */
export function trimSpace(text: string): string {
  const start = skipSpace(text, 0, text.length);
  return text.slice(start, trimSpaceEnd(text, start, text.length));
}

/** Whether the text has a code unit outside ASCII. */
export function hasNonAscii(text: string): boolean {
  return NON_ASCII.test(text);
}

// Control characters are the point: the class is "everything but ASCII".
const NON_ASCII = /[^\0-\x7f]/;

/** Puts U+FFFD in the place of every code unit that is half of no pair. */
export function replaceLoneSurrogates(text: string): string {
  return NON_ASCII.test(text)
    ? text.replace(LONE_SURROGATE, REPLACEMENT)
    : text;
}

// With the u flag a well-formed pair is one code point and never matches.
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/**
 * Lower case, character by character, as Go's `strings.ToLower` has it: one
 * code point stays one code point, no neighbour changes the answer, and half
 * of a pair becomes U+FFFD.
 */
export function toLower(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase();
  let lower = '';
  for (const character of replaceLoneSurrogates(text)) {
    lower += character === '\u0130' ? 'i' : character.toLowerCase();
  }
  return lower;
}
