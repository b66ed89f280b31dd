// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { LineIndex } from '../text/lines.ts';
import { printable } from '../text/printable.ts';
import { maskSecrets } from './maskSecrets.ts';
import { isMask } from './masks.ts';

/** A few lines of a file around a place, safe to show anywhere. */
export interface Excerpt {
  readonly lines: readonly {
    /** From 1. */
    readonly number: number;
    readonly text: string;
  }[];
  /**
   * The place, or its part on its first line: `[start, end)` counts UTF-16
   * units of the shown text of that line, from 0.
   */
  readonly mark: {
    readonly line: number;
    readonly start: number;
    readonly end: number;
  };
}

/** Lines of an excerpt, at most. */
export const MAX_EXCERPT_LINES = 7;
/** UTF-16 units of a shown line, at most. */
export const MAX_EXCERPT_COLUMNS = 200;
/** Lines before and behind the place. */
const CONTEXT_LINES = 2;
/** Of a line that is cut, units that are kept before the place. */
const KEPT_BEFORE = 40;

/**
 * Cuts excerpts out of a file: the one function that shows source text. Secrets
 * are masked, and what could move or hide text is escaped.
 */
export function createExcerpts(text: string): (range: TextRange) => Excerpt {
  let source: Source | undefined;
  return range => {
    source ??= { text: maskSecrets(text), lines: new LineIndex(text) };
    return cut(source, range);
  };
}

/** A masked file; lines and columns are those of the file. */
interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

function cut({ text, lines }: Source, range: TextRange): Excerpt {
  const start = clamp(range.start, 0, text.length);
  const end = clamp(range.end, start, text.length);
  const line = lines.positionAt(start).line;
  const lineOfEnd = lines.positionAt(Math.max(start, end - 1)).line;
  const wanted = lineOfEnd + CONTEXT_LINES;
  const shown: Excerpt['lines'][number][] = [];
  let mark = { line, start: 0, end: 0 };
  let number = Math.max(1, line - CONTEXT_LINES);
  let from = startOfLine(text, start, line - number);
  for (; from <= text.length && shown.length < MAX_EXCERPT_LINES; number++) {
    if (number > wanted) break;
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const ends = text[to - 1] === '\r' && to > from ? to - 1 : to;
    if (number === line) {
      const marked = { start: Math.min(start, ends), end: Math.min(end, ends) };
      const view = showLine(text, from, ends, marked);
      shown.push({ number, text: view.text });
      mark = { line, start: view.start, end: view.end };
    } else {
      const place = { start: from, end: from };
      shown.push({ number, text: showLine(text, from, ends, place).text });
    }
    if (newline < 0) break;
    from = newline + 1;
    // The end of a file is no line of its own, unless it is meant.
    if (from === text.length && number >= line) break;
  }
  return { lines: shown, mark };
}

/** Where the line starts that lies so many lines above an offset. */
function startOfLine(text: string, offset: number, above: number): number {
  let from = offset;
  for (let lines = 0; lines <= above; lines++) {
    if (lines > 0) from--;
    from = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  }
  return from;
}

/** A line as it is shown, and where the mark stands in it. */
interface ShownLine extends TextRange {
  readonly text: string;
}

/** Shows `[from, to)`, cut around the mark where it is too long. */
function showLine(
  text: string,
  from: number,
  to: number,
  mark: TextRange,
): ShownLine {
  const whole = show(text, from, from, to, mark);
  if (mark.start === from || whole.end > whole.start || whole.isComplete) {
    return whole;
  }
  const first = Math.max(from, mark.start - KEPT_BEFORE);
  return show(
    text,
    from,
    isInsidePair(text, first) ? first - 1 : first,
    to,
    mark,
  );
}

/** Shows what stands from `first` on, as far as there is room. */
function show(
  text: string,
  from: number,
  first: number,
  to: number,
  mark: TextRange,
): ShownLine & { readonly isComplete: boolean } {
  let shown = first > from ? ELLIPSIS : '';
  let start: number | undefined;
  let end: number | undefined;
  let index = first;
  while (index < to) {
    const character = String.fromCodePoint(text.codePointAt(index)!);
    const next = showCharacter(character);
    const isLast = index + character.length >= to;
    const room = MAX_EXCERPT_COLUMNS - (isLast ? 0 : ELLIPSIS.length);
    if (shown.length + next.length > room) break;
    if (index >= mark.start) start ??= shown.length;
    if (index >= mark.end) end ??= shown.length;
    shown += next;
    index += character.length;
  }
  const isComplete = index >= to;
  // What is not shown is marked at the place where the line was cut.
  const isSeen = start !== undefined || isComplete;
  start ??= shown.length;
  end = isSeen ? end ?? shown.length : start;
  if (!isComplete) shown += ELLIPSIS;
  return { text: shown, start, end, isComplete };
}

const ELLIPSIS = '…';
const TAB_WIDTH = 4;

function showCharacter(character: string): string {
  if (character === '\t') return ' '.repeat(TAB_WIDTH);
  return isMask(character.charCodeAt(0)) ? '•' : printable(character);
}

function isInsidePair(text: string, index: number): boolean {
  const low = text.charCodeAt(index);
  const high = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
