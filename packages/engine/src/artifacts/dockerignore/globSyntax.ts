// SPDX-License-Identifier: Apache-2.0
import { isEscapedByte } from '../../text/bytes.ts';

/**
 * Whether moby accepts a pattern: it asks Go's `filepath.Match` about the name
 * "." and refuses the pattern when that reports bad syntax.
 *
 * `Match` stops at the first part that does not match, so what stands behind
 * is not looked at: `a*[` passes and `a[` does not.
 */
export function isAcceptedGlob(pattern: string): boolean {
  let name = '.';
  let rest = pattern;
  while (rest !== '') {
    const { star, chunk, tail } = splitChunk(rest);
    rest = tail;
    if (star && chunk === '') return true;
    const next = matchAfterStar(chunk, name, star, rest === '');
    if (next === undefined) return false;
    if (next < 0) return true;
    name = name.slice(next);
  }
  return true;
}

const MISMATCH = -1;

/** Leading stars, then everything up to the next star outside brackets. */
function splitChunk(pattern: string): {
  readonly star: boolean;
  readonly chunk: string;
  readonly tail: string;
} {
  let start = 0;
  while (pattern[start] === '*') start++;
  let inBrackets = false;
  let index = start;
  for (; index < pattern.length; index++) {
    const sign = pattern[index];
    if (sign === '\\') index++;
    else if (sign === '[') inBrackets = true;
    else if (sign === ']') inBrackets = false;
    else if (sign === '*' && !inBrackets) break;
  }
  return {
    star: start > 0,
    chunk: pattern.slice(start, index),
    tail: pattern.slice(index),
  };
}

/** Like {@link matchChunk}, at any place of the name when a star leads. */
function matchAfterStar(
  chunk: string,
  name: string,
  star: boolean,
  isLast: boolean,
): number | undefined {
  const lastStart = star ? name.length : 0;
  for (let start = 0; start <= lastStart; start++) {
    const end = matchChunk(chunk, name.slice(start));
    if (end === undefined) return undefined;
    if (end >= 0 && !(isLast && start + end < name.length)) return start + end;
  }
  return MISMATCH;
}

/**
 * @returns how much of the name the chunk takes, {@link MISMATCH}, or
 *   undefined when its syntax is bad
 */
function matchChunk(chunk: string, name: string): number | undefined {
  let taken = 0;
  let failed = false;
  let index = 0;
  while (index < chunk.length) {
    const character = name[taken];
    failed ||= character === undefined;
    taken++;
    if (chunk[index] === '[') {
      const set = readBrackets(chunk, index, character ?? '');
      if (set === undefined) return undefined;
      failed ||= !set.matches;
      index = set.end;
    } else if (chunk[index] === '?') {
      index++;
    } else {
      if (chunk[index] === '\\' && ++index === chunk.length) return undefined;
      failed ||= chunk[index] !== character;
      index++;
    }
  }
  return failed ? MISMATCH : taken;
}

function readBrackets(
  chunk: string,
  start: number,
  character: string,
): { readonly end: number; readonly matches: boolean } | undefined {
  let index = start + 1;
  const negated = chunk[index] === '^';
  if (negated) index++;
  let matches = false;
  for (let ranges = 0; chunk[index] !== ']' || ranges === 0; ranges++) {
    const low = readMember(chunk, index);
    if (low === undefined) return undefined;
    index = low.end;
    let high: Member | undefined = low;
    if (chunk[index] === '-') {
      high = readMember(chunk, index + 1);
      if (high === undefined) return undefined;
      index = high.end;
    }
    matches ||= low.member <= character && character <= high.member;
  }
  return { end: index + 1, matches: matches !== negated };
}

interface Member {
  readonly member: string;
  readonly end: number;
}

/** One end of a range; something must follow it. */
function readMember(chunk: string, start: number): Member | undefined {
  let index = start;
  if (chunk[index] === '-' || chunk[index] === ']') return undefined;
  if (chunk[index] === '\\') index++;
  const code = chunk.codePointAt(index);
  if (code === undefined || isEscapedByte(code)) return undefined;
  const member = String.fromCodePoint(code);
  const end = index + member.length;
  return end < chunk.length ? { member, end } : undefined;
}
