// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  CARRIAGE_RETURN,
  HASH,
  NEWLINE,
  SPACE,
  TAB,
} from '../text/characters.ts';
import { MappedText } from '../text/mappedText.ts';

/** A line with those that continue it, or a comment by itself. */
export interface LogicalLine extends TextRange {
  readonly line: MappedText;
  readonly isComment: boolean;
  /** What continues lines and escapes characters: a backslash or a backtick. */
  readonly escape: string;
}

/**
 * Joins the lines of a text as a Dockerfile and a shell do: a line goes on where
 * it ends with a backslash, and comments in between are lines by themselves.
 */
export class LogicalLines {
  readonly #text: string;
  readonly #escape: string;
  /** What lies before was joined already. */
  #done = 0;

  constructor(text: string) {
    this.#text = text;
    this.#escape = ESCAPE_DIRECTIVE.test(text.slice(0, HEAD)) ? '`' : '\\';
  }

  /**
   * The line around an offset, and the comments inside it.
   *
   * @param offset - never before the end of a line that was given
   */
  around(offset: number): LogicalLine[] {
    const first = this.#lineStart(offset);
    if (this.#isComment(first)) {
      const end = this.#lineEnd(first);
      return [this.#comment(first, end)];
    }
    return this.#join(this.#firstLine(first));
  }

  #comment(start: number, end: number): LogicalLine {
    const line = MappedText.at(start, this.#text.slice(start, end));
    return { line, isComment: true, escape: this.#escape, start, end };
  }

  /** Goes up to the line that is continued down to this one. */
  #firstLine(from: number): number {
    let first = from;
    let start = from;
    while (start > this.#done) {
      const end = start - 1;
      start = this.#lineStart(end);
      if (this.#isComment(start) || this.#isBlank(start, end)) continue;
      if (this.#continuedEnd(start, end) < 0) break;
      first = start;
    }
    return first;
  }

  #join(first: number): LogicalLine[] {
    const comments: LogicalLine[] = [];
    const parts: MappedText[] = [];
    let start = first;
    let end = first;
    let isOpen = true;
    while (isOpen && start <= this.#text.length) {
      end = this.#lineEnd(start);
      if (parts.length > 0 && this.#isComment(start)) {
        comments.push(this.#comment(start, end));
      } else if (parts.length === 0 || !this.#isBlank(start, end)) {
        const continued = this.#continuedEnd(start, end);
        isOpen = continued >= 0;
        const to = isOpen ? continued : end;
        parts.push(MappedText.at(start, this.#text.slice(start, to)));
      }
      start = end + 1;
    }
    this.#done = Math.min(start, this.#text.length);
    const line = parts.length === 1 ? parts[0]! : MappedText.join(parts);
    const escape = this.#escape;
    return [{ line, isComment: false, escape, start: first, end }, ...comments];
  }

  #lineStart(offset: number): number {
    return offset === 0 ? 0 : this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineEnd(start: number): number {
    const newline = this.#text.indexOf('\n', start);
    return newline < 0 ? this.#text.length : newline;
  }

  #isComment(start: number): boolean {
    let index = start;
    while (isBlank(this.#text.charCodeAt(index))) index++;
    return this.#text.charCodeAt(index) === HASH;
  }

  #isBlank(start: number, end: number): boolean {
    return this.#trimmedEnd(start, end) === start;
  }

  #trimmedEnd(start: number, end: number): number {
    let index = end;
    while (index > start && isTrailing(this.#text.charCodeAt(index - 1))) {
      index--;
    }
    return index;
  }

  /** Where the text ends of a line that goes on; -1 where it does not. */
  #continuedEnd(start: number, lineEnd: number): number {
    const end = this.#trimmedEnd(start, lineEnd) - 1;
    if (end < start || this.#text[end] !== this.#escape) return -1;
    return end > start && this.#text[end - 1] === this.#escape ? -1 : end;
  }
}

/** Directives stand at the top. */
const HEAD = 1_000;
const ESCAPE_DIRECTIVE = /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*`/im;

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

function isTrailing(unit: number): boolean {
  return isBlank(unit) || unit === CARRIAGE_RETURN || unit === NEWLINE;
}
