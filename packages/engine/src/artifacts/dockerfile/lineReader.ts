// SPDX-License-Identifier: Apache-2.0
import { BYTE_ORDER_MARK, CARRIAGE_RETURN } from '../../text/characters.ts';
import { byteLength } from '../../text/bytes.ts';
import { MAX_LINE_BYTES } from '../../text/lines.ts';

/** In UTF-8 a code unit takes three bytes at most. */
const SURELY_SHORT = MAX_LINE_BYTES / 3;

/** Walks through the lines of a text; holds the one it stands on. */
export class LineReader {
  readonly text: string;
  /** From 1; 0 before the first line. */
  number = 0;
  start = 0;
  /** Behind the last character that is no line ending. */
  end = 0;
  /** Where the next line starts. */
  next = 0;
  /** A line was too long for BuildKit; nothing behind it is read. */
  isStopped = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next line; false when there is none. */
  advance(): boolean {
    const { text } = this;
    if (this.next >= text.length || this.isStopped) return false;
    let start = this.next;
    const newline = text.indexOf('\n', start);
    let end = newline < 0 ? text.length : newline;
    if (end - start > SURELY_SHORT) {
      this.isStopped = byteLength(text, start, end) > MAX_LINE_BYTES;
      if (this.isStopped) return false;
    }
    this.next = newline < 0 ? end : newline + 1;
    if (start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) start = 1;
    while (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    this.number++;
    this.start = start;
    this.end = end;
    return true;
  }
}
