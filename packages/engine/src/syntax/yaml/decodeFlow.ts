// SPDX-License-Identifier: Apache-2.0
import {
  CARRIAGE_RETURN,
  NEWLINE,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from '../../text/characters.ts';
import { MappedText } from '../../text/mappedText.ts';
import { TextPieces } from './textPieces.ts';

const BACKSLASH = 0x5c;

/** A plain scalar: lines are folded. */
export function decodePlain(
  source: string,
  start: number,
  end: number,
): MappedText {
  const raw = source.slice(start, end);
  if (!BREAK.test(raw)) return MappedText.at(start, raw);
  return decode(source, { start, end, escape: -1 });
}

/** What stands between single quotes: lines are folded, `''` is a quote. */
export function decodeSingle(
  source: string,
  start: number,
  end: number,
): MappedText {
  const raw = source.slice(start, end);
  if (!BREAK_OR_QUOTE.test(raw)) return MappedText.at(start, raw);
  return decode(source, { start, end, escape: SINGLE_QUOTE });
}

/** What stands between double quotes: lines are folded, escapes read. */
export function decodeDouble(
  source: string,
  start: number,
  end: number,
): MappedText {
  const raw = source.slice(start, end);
  if (!BREAK_OR_BACKSLASH.test(raw)) return MappedText.at(start, raw);
  return decode(source, { start, end, escape: BACKSLASH });
}

const BREAK = /[\n\r]/;
const BREAK_OR_QUOTE = /[\n\r']/;
const BREAK_OR_BACKSLASH = /[\n\r\\]/;

interface FlowText {
  readonly start: number;
  readonly end: number;
  /** The unit that begins an escape; -1 for none. */
  readonly escape: number;
}

function decode(source: string, flow: FlowText): MappedText {
  const { start, end, escape } = flow;
  const pieces = new TextPieces(source, start);
  let from = start;
  // Behind the last unit that is no white space: a fold drops what follows.
  let solid = start;
  let index = start;
  while (index < end) {
    const unit = source.charCodeAt(index);
    if (isBreak(unit)) {
      pieces.copy(from, solid);
      index = fold(source, index, end, pieces);
      from = solid = index;
    } else if (unit === escape) {
      pieces.copy(from, index);
      index = readEscape(source, index, end, pieces);
      from = solid = index;
    } else {
      index++;
      if (!isBlank(unit)) solid = index;
    }
  }
  // White space before a closing quote stays.
  pieces.copy(from, end);
  return pieces.join();
}

/** One line break is a space, n of them are n - 1 newlines. */
function fold(
  source: string,
  start: number,
  end: number,
  pieces: TextPieces,
): number {
  const second = skipBreak(source, start, end);
  if (!isBreak(source.charCodeAt(second)) || second >= end) {
    pieces.add(' ', start);
    return second;
  }
  let index = second;
  while (index < end && isBreak(source.charCodeAt(index))) {
    pieces.add('\n', index);
    index = skipBreak(source, index, end);
  }
  return index;
}

/** Behind one line break and the white space that follows it. */
function skipBreak(source: string, start: number, end: number): number {
  const isWindows =
    source.charCodeAt(start) === CARRIAGE_RETURN &&
    source.charCodeAt(start + 1) === NEWLINE;
  let index = start + (isWindows ? 2 : 1);
  while (index < end && isBlank(source.charCodeAt(index))) index++;
  return index;
}

function isBreak(unit: number): boolean {
  return unit === NEWLINE || unit === CARRIAGE_RETURN;
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

function readEscape(
  source: string,
  start: number,
  end: number,
  pieces: TextPieces,
): number {
  const mark = source[start + 1] ?? '';
  if (mark === "'") {
    pieces.add("'", start);
    return start + 2;
  }
  // A line break that is escaped is none.
  if (mark === '\n' || mark === '\r') {
    let index = start + 1;
    while (index < end && isBreak(source.charCodeAt(index))) {
      index = skipBreak(source, index, end);
    }
    return index;
  }
  const digits = DIGITS[mark] ?? 0;
  const next = start + 2 + digits;
  const hex = source.slice(start + 2, next);
  pieces.add(digits > 0 ? character(hex) : ESCAPES[mark] ?? mark, start);
  return next;
}

function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** How many digits follow. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
