// SPDX-License-Identifier: Apache-2.0
import {
  DOUBLE_QUOTE,
  isSpace,
  MINUS,
  SINGLE_QUOTE,
  skipSpace,
  SPACE,
  trimSpaceEnd,
} from '../../text/characters.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { ByteTail } from './byteTail.ts';
import type { Word } from './dockerfile.ts';

/** A logical line, taken apart as far as all instructions are alike. */
export interface SplitInstruction {
  readonly name: Word;
  readonly flags: readonly Word[];
  /** The line that holds the arguments; rarely not the one given. */
  readonly line: MappedText;
  /** The arguments without the white space around them. */
  readonly start: number;
  readonly end: number;
}

const NO_FLAGS: readonly Word[] = [];

/** Splits keyword, flags and arguments. */
export function splitInstruction(
  line: MappedText,
  from: number,
  escape: string,
): SplitInstruction {
  const { text } = line;
  const start = skipSpace(text, from, text.length);
  const end = trimSpaceEnd(text, start, text.length);
  let nameEnd = start;
  while (nameEnd < end && !isBlank(text.charCodeAt(nameEnd))) nameEnd++;
  const name = {
    value: text.slice(start, nameEnd),
    start: line.offsetAt(start),
    end: line.endOffsetAt(start, nameEnd),
  };
  let rest = nameEnd;
  while (rest < end && isBlank(text.charCodeAt(rest))) rest++;
  if (!mayHaveFlags(text, rest, end)) {
    const argsStart = skipSpace(text, rest, end);
    return { name, flags: NO_FLAGS, line, start: argsStart, end };
  }
  const tail = new ByteTail(line, rest, end);
  const { flags, next } = readFlags(tail.bytes, escape);
  const behind = tail.from(next);
  const behindText = behind.line.text;
  const behindEnd = behindText.length - (text.length - end);
  const argsStart = skipSpace(behindText, behind.start, behindEnd);
  return {
    name,
    flags: flags.map(flag => locate(flag, tail, line)),
    line: behind.line,
    start: argsStart,
    end: trimSpaceEnd(behindText, argsStart, behindEnd),
  };
}

/** Only ASCII white space ends a keyword, a newline not among it. */
export function isBlank(unit: number): boolean {
  return unit === SPACE || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0a);
}

/** False for most lines: the first thing is no flag. */
function mayHaveFlags(text: string, start: number, end: number): boolean {
  if (start >= end) return false;
  const first = text.charCodeAt(start);
  // A byte that is not UTF-8 may be one that BuildKit takes for a space.
  return first === MINUS || isSpace(first) || first >= 0xdc80;
}

/** A flag within a byte string. */
interface Flag {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function locate(flag: Flag, tail: ByteTail, line: MappedText): Word {
  const start = tail.indexAt(flag.start);
  const end = Math.max(tail.indexAt(flag.end - 1) + 1, start);
  return {
    value: flag.value,
    start: line.offsetAt(start),
    end: line.endOffsetAt(start, end),
  };
}

/**
 * Reads words that start with two dashes and takes off quotes and escapes.
 *
 * @returns the flags, and where the text behind them starts
 */
function readFlags(
  bytes: string,
  escape: string,
): { readonly flags: Flag[]; readonly next: number } {
  const flags: Flag[] = [];
  let index = 0;
  for (;;) {
    while (index < bytes.length && isSpace(bytes.charCodeAt(index))) index++;
    if (!bytes.startsWith('--', index)) return { flags, next: index };
    const flag = readFlag(bytes, index, escape);
    index = flag.end;
    if (flag.value === '--') return { flags, next: index };
    flags.push(flag);
  }
}

function readFlag(bytes: string, start: number, escape: string): Flag {
  const escapeUnit = escape.charCodeAt(0);
  let end = start;
  for (; end < bytes.length; end++) {
    const unit = bytes.charCodeAt(end);
    if (isSpace(unit)) break;
    if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE || unit === escapeUnit) {
      return readQuotedFlag(bytes, start, escape);
    }
  }
  return { value: bytes.slice(start, end), start, end };
}

function readQuotedFlag(bytes: string, start: number, escape: string): Flag {
  let value = '';
  let quote = '';
  let index = start;
  for (; index < bytes.length; index++) {
    const character = bytes[index]!;
    if (quote === '' && isSpace(character.charCodeAt(0))) break;
    if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
    } else if (character === quote) {
      quote = '';
    } else if (character !== escape) {
      value += character;
    } else if (index + 1 < bytes.length) {
      value += bytes[++index]!;
    } else {
      // A lone escape at the end is dropped.
      quote = '';
    }
  }
  return { value, start, end: index };
}
