// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { isMask } from './masks.ts';

/** A quotation mark that is open. */
export type Quote = '"' | "'" | undefined;

/** Where a value stands, without the quotation marks around it. */
export interface FoundValue extends TextRange {
  readonly isQuoted: boolean;
  /** A mask stands in it: it was found before. */
  readonly isMasked: boolean;
}

/** Tells what is open at a place; asked from left to right. */
export class NestingCursor {
  readonly #text: string;
  readonly #hasQuotes: boolean;
  #index = 0;
  #quote: Quote;
  #braces = 0;

  /** @param hasQuotes - false for prose, where an apostrophe is none */
  constructor(text: string, hasQuotes: boolean) {
    this.#text = text;
    this.#hasQuotes = hasQuotes;
  }

  /** The quotation mark that is open, and whether a `${` is. */
  at(index: number): { readonly outer: Quote; readonly inBraces: boolean } {
    const text = this.#text;
    while (this.#index < index) {
      const character = text[this.#index]!;
      if (character === '\\' && this.#quote !== "'") this.#index++;
      else if (character === '{' && text[this.#index - 1] === '$') {
        this.#braces++;
      } else if (character === '}' && this.#braces > 0) this.#braces--;
      else if (character === this.#quote) this.#quote = undefined;
      else if (this.#hasQuotes && !this.#quote && isQuote(character)) {
        this.#quote = character;
      }
      this.#index++;
    }
    return { outer: this.#quote, inBraces: this.#braces > 0 };
  }
}

/** What ends a value that has no quotation marks of its own. */
export interface ValueEnds {
  /** The quotation mark around it all. */
  readonly outer: Quote;
  /** Also where a comma or a closing bracket stands. */
  readonly inList: boolean;
  /** Also where the brace of a `${` is closed. */
  readonly inBraces: boolean;
}

/** A word by itself. */
export const WORD: ValueEnds = {
  outer: undefined,
  inList: false,
  inBraces: false,
};

/** Reads the value that starts at an index. */
export function readValue(
  text: string,
  index: number,
  ends: ValueEnds,
): FoundValue {
  const quote = quoteAt(text, index);
  if (quote === undefined || quote === ends.outer) {
    return readBare(text, index, ends);
  }
  const start = index + quote.length;
  const end = quoteEnd(text, start, quote, ends.outer);
  // Without an end it is no quotation.
  if (end < 0) return readBare(text, start, ends);
  const isMasked = hasMask(text, start, end);
  return { start, end, isQuoted: true, isMasked };
}

/** `"`, `'`, or one of them behind a backslash. */
function quoteAt(text: string, index: number): string | undefined {
  const character = text[index];
  if (isQuote(character)) return character;
  return character === '\\' && isQuote(text[index + 1])
    ? text.slice(index, index + 2)
    : undefined;
}

function quoteEnd(
  text: string,
  start: number,
  quote: string,
  outer: Quote,
): number {
  for (let index = start; index < text.length; index++) {
    if (text.startsWith(quote, index)) return index;
    if (text[index] === outer) return index;
    if (text[index] === '\\' && quote !== "'") index++;
  }
  return -1;
}

function readBare(
  text: string,
  start: number,
  { outer, inList, inBraces }: ValueEnds,
): FoundValue {
  let isMasked = false;
  let index = start;
  while (index < text.length) {
    const character = text[index]!;
    if (character === '\\') {
      const next = text[index + 1];
      if (next === undefined || 'nrt"\''.includes(next)) break;
      index += 2;
      continue;
    }
    if (isQuote(character)) {
      if (outer !== undefined) break;
      // A word of a shell goes on: `abc"d e"f`.
      const end = quoteEnd(text, index + 1, character, undefined);
      if (end < 0 || index === start) break;
      isMasked ||= hasMask(text, index, end);
      index = end + 1;
      continue;
    }
    if (isEnd(character, outer)) break;
    if (inList && ',}]'.includes(character)) break;
    if (inBraces && character === '}') break;
    if (character === ',' && startsPair(text, index + 1)) break;
    isMasked ||= isMask(text.charCodeAt(index));
    index++;
  }
  const end = Math.min(index, text.length);
  return { start, end, isQuoted: false, isMasked };
}

function isEnd(character: string, outer: Quote): boolean {
  if (BLANK.test(character) || character === '`') return true;
  return outer === undefined
    ? ';|&<>()'.includes(character)
    : ';&'.includes(character);
}

const BLANK = /\s/;

/** `name=`: the next one of a list. */
function startsPair(text: string, index: number): boolean {
  PAIR.lastIndex = index;
  return PAIR.test(text);
}

const PAIR = /[A-Za-z_][\w.-]{0,40}=/y;

function hasMask(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (isMask(text.charCodeAt(index))) return true;
  }
  return false;
}

export function isQuote(character: string | undefined): character is '"' | "'" {
  return character === '"' || character === "'";
}
