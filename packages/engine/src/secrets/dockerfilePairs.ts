// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { isSpace } from '../text/characters.ts';
import type { LogicalLine } from './logicalLine.ts';
import { isMask } from './masks.ts';
import { nameSignal, type NameSignal } from './secretName.ts';
import { kindByName, type Report } from './secretPiece.ts';
import { isRandom, natureOfValue, type ValueNature } from './secretValue.ts';

/** Whether a line sets variables as a Dockerfile does. */
export function setsVariables({ line: { text } }: LogicalLine): boolean {
  return KEYWORD.test(text);
}

const KEYWORD = /^\s*(?:onbuild\s+)?(?:env|arg)\s/i;

/**
 * Finds the values of ENV and ARG whose name is that of a secret: whatever they
 * look like, unless they clearly are none.
 *
 * @returns every index of the names that were judged
 */
export function findVariables(
  { line: { text }, escape }: LogicalLine,
  report: Report,
): ReadonlySet<number> {
  const judged = new Set<number>();
  const keyword = KEYWORD.exec(text)![0];
  const isEnv = /env\s$/i.test(keyword);
  for (const pair of pairsOf(text, keyword.length, isEnv, escape)) {
    const { name, nameEnd, value } = pair;
    const nameStart = nameEnd - name.length;
    for (let at = nameStart; at < nameEnd; at++) judged.add(at);
    const signal = nameSignal(unquote(name));
    if (signal === undefined) continue;
    const given = defaultOf(text, value) ?? value;
    const raw = text.slice(given.start, given.end);
    if (natureOfVariable(raw, signal, name) !== 'literal') continue;
    const kind = kindOfVariable(name, unquote(raw), signal);
    for (const part of partsWithoutQuotes(text, given, escape)) {
      if (!hasMask(text, part)) report(part.start, part.end, kind);
    }
  }
  return judged;
}

/** Of `${OTHER:-value}` the value. */
function defaultOf(
  text: string,
  { start, end }: TextRange,
): TextRange | undefined {
  const match = DEFAULT.exec(text.slice(start, end));
  if (!match) return undefined;
  const from = start + match[1]!.length;
  return { start: from, end: from + match[2]!.length };
}

const DEFAULT = /^(["']?\$\{\w+:?-)([^{}]*)\}["']?$/;

/**
 * What stands behind a variable of that name.
 *
 * @param raw - as it stands in the file, with its quotes
 */
export function natureOfVariable(
  raw: string,
  signal: NameSignal,
  name: string,
): ValueNature {
  const isSingle = /^'[^']*'$/.test(raw);
  // A backtick is a character like others here.
  const value = unquote(raw).replace(/`/g, '_');
  // Nothing is put in between single quotes, unless it is all there is.
  const isReference = !isSingle || /^\$\{?\w+\}?$/.test(value);
  return natureOfValue(
    isReference ? value : value.replace(/\$/g, '_'),
    signal,
    name,
  );
}

function kindOfVariable(
  name: string,
  value: string,
  signal: NameSignal,
): string {
  const special = kindByName(name, value);
  if (special !== undefined) return special;
  if (signal === 'password') return 'password';
  return isRandom(value) ? 'random-value' : 'named-value';
}

interface Pair {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: TextRange;
}

function* pairsOf(
  text: string,
  from: number,
  isEnv: boolean,
  escape: string,
): Generator<Pair> {
  const words = wordsOf(text, from, escape);
  const [first] = words;
  if (first === undefined) return;
  if (isEnv && !text.slice(first.start, first.end).includes('=')) {
    // `ENV name value to the end of the line`
    let start = first.start;
    while (start < first.end && !/[ \t]/.test(text[start]!)) start++;
    const nameEnd = start;
    const name = text.slice(first.start, nameEnd);
    while (/[ \t]/.test(text[start] ?? '')) start++;
    yield { name, nameEnd, value: { start, end: text.trimEnd().length } };
    return;
  }
  for (const { start, end } of words) {
    const equals = text.indexOf('=', start);
    if (equals < 0 || equals >= end) continue;
    yield {
      name: text.slice(start, equals),
      nameEnd: equals,
      value: { start: equals + 1, end },
    };
  }
}

/** Words between white space; quotes and escapes hold them together. */
function wordsOf(text: string, from: number, escape: string): TextRange[] {
  const words: TextRange[] = [];
  let index = from;
  for (;;) {
    while (index < text.length && isSpace(text.charCodeAt(index))) index++;
    if (index >= text.length) return words;
    const start = index;
    let quote = '';
    for (; index < text.length; index++) {
      const character = text[index]!;
      if (quote === '' && isSpace(text.charCodeAt(index))) break;
      if (character === escape && quote !== "'") index++;
      else if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) {
        quote = character;
      }
    }
    index = Math.min(index, text.length);
    words.push({ start, end: index });
  }
}

/** The parts of a value between the quotation marks that the builder drops. */
function partsWithoutQuotes(
  text: string,
  { start, end }: TextRange,
  escape: string,
): TextRange[] {
  const parts: TextRange[] = [];
  let from = start;
  let quote = '';
  for (let index = start; index < end; index++) {
    const character = text[index]!;
    if (character === escape && quote !== "'") index++;
    else if (
      character === quote ||
      (quote === '' && (character === '"' || character === "'"))
    ) {
      if (index > from) parts.push({ start: from, end: index });
      from = index + 1;
      quote = quote === '' ? character : '';
    }
  }
  if (end > from) parts.push({ start: from, end });
  return parts;
}

function hasMask(text: string, { start, end }: TextRange): boolean {
  for (let index = start; index < end; index++) {
    if (isMask(text.charCodeAt(index))) return true;
  }
  return false;
}

function unquote(text: string): string {
  return text.replace(/["']/g, '');
}
