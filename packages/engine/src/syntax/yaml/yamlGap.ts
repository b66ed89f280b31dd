// SPDX-License-Identifier: Apache-2.0
import {
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  COMMA,
  HASH,
  MINUS,
  NEWLINE,
  RIGHT_BRACKET,
  SPACE,
  TAB,
} from '../../text/characters.ts';

export const COLON = 0x3a;
export const QUESTION = 0x3f;
const RIGHT_BRACE = 0x7d;

/**
 * The first unit of a gap, the text between two nodes, that is neither white
 * space nor in a comment. A `#` in a gap always begins a comment.
 */
export function skipGap(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === HASH) index = endOfComment(text, index) - 1;
    else if (!isGapSpace(unit)) break;
  }
  return index;
}

/** As {@link skipGap}, past the signs that stand before a node. */
export function skipIndicators(text: string, start: number): number {
  let index = skipGap(text, start);
  while (isIndicator(text.charCodeAt(index))) index = skipGap(text, index + 1);
  return index;
}

/** Behind the bracket that closes a flow collection. */
export function endOfFlow(text: string, start: number): number {
  let index = skipIndicators(text, start);
  while (text.charCodeAt(index) === COMMA) {
    index = skipIndicators(text, index + 1);
  }
  const unit = text.charCodeAt(index);
  const isClosed = unit === RIGHT_BRACKET || unit === RIGHT_BRACE;
  return isClosed ? index + 1 : start;
}

/** Where the line of a comment ends. */
export function endOfComment(text: string, start: number): number {
  let index = start;
  while (index < text.length && !isBreak(text.charCodeAt(index))) index++;
  return index;
}

function isIndicator(unit: number): boolean {
  return unit === COLON || unit === MINUS || unit === QUESTION;
}

function isBreak(unit: number): boolean {
  return unit === NEWLINE || unit === CARRIAGE_RETURN;
}

function isGapSpace(unit: number): boolean {
  return (
    unit === SPACE || unit === TAB || isBreak(unit) || unit === BYTE_ORDER_MARK
  );
}
