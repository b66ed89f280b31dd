// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  BYTE_ORDER_MARK,
  NEWLINE,
  REPLACEMENT,
} from '../../text/characters.ts';

const STAR = -1;
const ANY = -2;

/**
 * Steps that one use of a pattern may take; more is an error. A pattern of
 * m signs over a value of n characters needs at most about m·n.
 */
const MAX_STEPS = 1_000_000;

/**
 * A pattern of `${name#pattern}`: `*` any run without a newline, `?` any one
 * character but a newline, `\` an escape, everything else itself.
 *
 * Matches like Go's regular expressions, leftmost and first by preference, but
 * remembers where it has failed: no pattern is slower than its length times
 * that of the value.
 */
export class ShellPattern {
  readonly #signs: readonly number[];
  readonly #greedy: boolean;

  private constructor(signs: readonly number[], greedy: boolean) {
    this.#signs = signs;
    this.#greedy = greedy;
  }

  /**
   * @param greedy - whether `*` takes as much as it can, or as little
   * @returns the pattern, or the error as a text
   */
  static parse(source: string, greedy: boolean): ShellPattern | string {
    const codes = Array.from(source, sign => matchedCode(sign.codePointAt(0)!));
    const signs: number[] = [];
    let index = codes[0] === BYTE_ORDER_MARK ? 1 : 0;
    for (; index < codes.length; index++) {
      const code = codes[index]!;
      if (code === 0x2a) signs.push(STAR);
      else if (code === 0x3f) signs.push(ANY);
      else if (code !== 0x5c) signs.push(code);
      else {
        const next = codes[index + 1];
        if (next === 0x7d || next === 0x2f) continue;
        if (next !== 0x2a && next !== 0x3f && next !== 0x5c) {
          const shown =
            next === undefined ? REPLACEMENT : String.fromCodePoint(next);
          return `invalid pattern (${source}) in substitution: invalid escape '\\${shown}'`;
        }
        signs.push(next);
        index++;
      }
    }
    return new ShellPattern(signs, greedy);
  }

  /** Where the match at the start ends, 0 without one; a text is an error. */
  matchPrefix(value: string): number | string {
    const matcher = new Matcher(this.#signs, this.#greedy, value);
    const end = matcher.matchAt(0);
    return matcher.error ?? (end < 0 ? 0 : matcher.offsetOf(end));
  }

  /** The matches from left to right, none inside another, or the first. */
  matches(value: string, all: boolean): TextRange[] | string {
    const matcher = new Matcher(this.#signs, this.#greedy, value);
    const matches: TextRange[] = [];
    let from = 0;
    let lastEnd = -1;
    while (from <= matcher.length) {
      const [start, end] = matcher.search(from);
      if (matcher.error !== undefined) return matcher.error;
      if (start < 0) break;
      // No empty match right behind another match.
      if (end > start || end > lastEnd) {
        matches.push({
          start: matcher.offsetOf(start),
          end: matcher.offsetOf(end),
        });
        if (!all) break;
      }
      lastEnd = end;
      from = end > from ? end : from + 1;
    }
    return matches;
  }
}

/** Go matches every byte that is not UTF-8 as U+FFFD. */
function matchedCode(code: number): number {
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

/** Matches one pattern against one value, by code point. */
class Matcher {
  readonly #signs: readonly number[];
  readonly #greedy: boolean;
  readonly #codes: readonly number[];
  readonly #offsets: readonly number[];
  /** For each (sign, place) the search that last tried it. */
  readonly #tried: Map<number, number> = new Map();
  #search = 0;
  #steps = 0;
  error: string | undefined;

  constructor(signs: readonly number[], greedy: boolean, value: string) {
    this.#signs = signs;
    this.#greedy = greedy;
    const codes: number[] = [];
    const offsets: number[] = [];
    for (let offset = 0; offset < value.length; ) {
      const code = value.codePointAt(offset)!;
      codes.push(matchedCode(code));
      offsets.push(offset);
      offset += code > 0xffff ? 2 : 1;
    }
    offsets.push(value.length);
    this.#codes = codes;
    this.#offsets = offsets;
  }

  get length(): number {
    return this.#codes.length;
  }

  offsetOf(index: number): number {
    return this.#offsets[index]!;
  }

  /** The leftmost match from `from` on as [start, end]; [-1, -1] for none. */
  search(from: number): readonly [number, number] {
    this.#search++;
    for (let start = from; start <= this.length; start++) {
      const end = this.matchAt(start);
      if (end >= 0) return [start, end];
      if (this.error !== undefined) break;
    }
    return [-1, -1];
  }

  /** The end of the preferred match that starts at `start`, else -1. */
  matchAt(start: number): number {
    const alternatives: [number, number][] = [[0, start]];
    for (;;) {
      const next = alternatives.pop();
      if (next === undefined) return -1;
      let [sign, place] = next;
      while (this.#enter(sign, place)) {
        const wanted = this.#signs[sign];
        if (wanted === undefined) return place;
        const code = this.#codes[place];
        if (wanted === STAR) {
          const canGrow = code !== undefined && code !== NEWLINE;
          if (this.#greedy && canGrow) {
            alternatives.push([sign + 1, place]);
            place++;
          } else {
            if (canGrow) alternatives.push([sign, place + 1]);
            sign++;
          }
        } else if (wanted === ANY ? code !== NEWLINE : code === wanted) {
          if (code === undefined) break;
          sign++;
          place++;
        } else break;
      }
      if (this.error !== undefined) return -1;
    }
  }

  /** False where this search has been before: it failed there. */
  #enter(sign: number, place: number): boolean {
    if (++this.#steps > MAX_STEPS) {
      this.error = `the pattern needs more than ${MAX_STEPS} steps`;
      return false;
    }
    const key = sign * (this.length + 1) + place;
    if (this.#tried.get(key) === this.#search) return false;
    this.#tried.set(key, this.#search);
    return true;
  }
}
