// SPDX-License-Identifier: Apache-2.0
import {
  COMMA,
  DOUBLE_QUOTE,
  replaceLoneSurrogates,
  RIGHT_BRACKET,
  SPACE,
} from '../../text/characters.ts';
import type { MappedText } from '../../text/mappedText.ts';
import type { Word } from './dockerfile.ts';

/**
 * Reads the exec form, as Go's `encoding/json` would decode it.
 *
 * @param line - has `[` at `start`
 * @returns the strings; `'other'` for an array of anything else, which
 *   BuildKit rejects; undefined where it is no JSON and so the shell form
 */
export function readJsonArray(
  line: MappedText,
  start: number,
  end: number,
): Word[] | 'other' | undefined {
  const source = line.text.slice(start, end);
  const plain = SPECIAL.test(source) ? undefined : readPlain(line, start, end);
  if (plain) return plain;
  let values: unknown;
  try {
    values = JSON.parse(replaceLoneSurrogates(source));
  } catch {
    return undefined;
  }
  if (!Array.isArray(values)) return undefined;
  if (!values.every(value => typeof value === 'string')) {
    return isDecodable(values) ? 'other' : undefined;
  }
  return locate(line, start, source, values);
}

/** Escapes, control characters and half pairs need a real decoder. */
const SPECIAL = /[\\\0-\x1f\ud800-\udfff]/;

/** Reads what nearly all arrays are: strings without anything special. */
function readPlain(
  line: MappedText,
  start: number,
  end: number,
): Word[] | undefined {
  const { text } = line;
  const words: Word[] = [];
  let index = start + 1;
  for (;;) {
    while (text.charCodeAt(index) === SPACE) index++;
    if (text.charCodeAt(index) !== DOUBLE_QUOTE) return undefined;
    const close = text.indexOf('"', index + 1);
    if (close < 0 || close >= end) return undefined;
    words.push({
      value: text.slice(index + 1, close),
      start: line.offsetAt(index),
      end: line.endOffsetAt(index, close + 1),
    });
    index = close + 1;
    while (text.charCodeAt(index) === SPACE) index++;
    const next = text.charCodeAt(index++);
    if (next === RIGHT_BRACKET) return index === end ? words : undefined;
    if (next !== COMMA) return undefined;
  }
}

/** Finds the string literals; nothing but strings is in the array. */
function locate(
  line: MappedText,
  start: number,
  source: string,
  values: readonly string[],
): Word[] {
  const words: Word[] = [];
  let index = 0;
  for (const value of values) {
    const quote = source.indexOf('"', index);
    index = literalEnd(source, quote);
    const from = start + quote;
    const to = start + index;
    words.push({
      value: replaceLoneSurrogates(value),
      start: line.offsetAt(from),
      end: line.endOffsetAt(from, to),
    });
  }
  return words;
}

/** Where the literal that starts at a quote ends; no pattern, for huge ones. */
function literalEnd(source: string, quote: number): number {
  for (let index = quote + 1; index < source.length; index++) {
    if (source[index] === '"') return index + 1;
    if (source[index] === '\\') index++;
  }
  return source.length;
}

/** Go's decoder nests no deeper. */
const MAX_DEPTH = 10_000;

/** Whether Go could decode what JavaScript could: depth and huge numbers. */
function isDecodable(values: readonly unknown[]): boolean {
  let level: unknown[] = [values];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'number' && !Number.isFinite(value)) return false;
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Object.values(value)) below.push(inner);
    }
    level = below;
  }
  return true;
}
