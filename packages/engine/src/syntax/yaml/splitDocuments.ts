// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  HASH,
  NEWLINE,
  SPACE,
  TAB,
} from '../../text/characters.ts';

const PERCENT = 0x25;

/** The part of a file that holds one document, and comments around it. */
export interface DocumentText extends TextRange {
  /** Behind its `---`, or `start` where it has none. */
  readonly content: number;
}

/**
 * Cuts a file into its documents, so that a broken one does not hide those
 * that follow.
 *
 * A line that begins with `---` or `...` ends whatever is open, a string
 * included: YAML 1.2, production 206 (c-forbidden).
 */
export function* splitDocuments(text: string): Generator<DocumentText> {
  let start = 0;
  let content = 0;
  let isOpen = false;
  for (const { offset, isEnd } of markers(text)) {
    if (isEnd) {
      const end = endOfLine(text, offset);
      yield { start, end, content };
      start = content = end;
      isOpen = false;
      continue;
    }
    if (isOpen || hasContent(text, start, offset)) {
      yield { start, end: offset, content };
      start = offset;
    }
    content = offset + 3;
    isOpen = true;
  }
  if (start < text.length) yield { start, end: text.length, content };
}

/** The lines that begin with a marker, in order. */
function* markers(text: string) {
  let start = text.indexOf('---');
  let end = text.indexOf('...');
  while (start >= 0 || end >= 0) {
    const isEnd = start < 0 || (end >= 0 && end < start);
    const offset = isEnd ? end : start;
    if (isMarker(text, offset)) yield { offset, isEnd };
    if (isEnd) end = text.indexOf('...', end + 1);
    else start = text.indexOf('---', start + 1);
  }
}

function isMarker(text: string, offset: number): boolean {
  if (!isBreakOrEnd(text.charCodeAt(offset - 1))) {
    const isBehindMark = text.charCodeAt(offset - 1) === BYTE_ORDER_MARK;
    if (!isBehindMark || !isBreakOrEnd(text.charCodeAt(offset - 2))) {
      return false;
    }
  }
  const next = text.charCodeAt(offset + 3);
  return isBreakOrEnd(next) || next === SPACE || next === TAB;
}

/** Also beyond either end of the text, where there is no unit. */
function isBreakOrEnd(unit: number): boolean {
  return unit === NEWLINE || unit === CARRIAGE_RETURN || Number.isNaN(unit);
}

/** Whether more than comments and directives stand there. */
function hasContent(text: string, start: number, end: number): boolean {
  let index = start;
  while (index < end) {
    let unit = text.charCodeAt(index);
    const isDirective = unit === PERCENT;
    while (unit === SPACE || unit === TAB || unit === BYTE_ORDER_MARK) {
      unit = text.charCodeAt(++index);
    }
    if (index >= end) return false;
    if (!isDirective && unit !== HASH && !isBreakOrEnd(unit)) return true;
    index = endOfLine(text, index);
  }
  return false;
}

/** Behind the break of the line. */
function endOfLine(text: string, offset: number): number {
  let index = offset;
  while (!isBreakOrEnd(text.charCodeAt(index))) index++;
  const isWindows =
    text.charCodeAt(index) === CARRIAGE_RETURN &&
    text.charCodeAt(index + 1) === NEWLINE;
  return Math.min(index + (isWindows ? 2 : 1), text.length);
}
