// SPDX-License-Identifier: Apache-2.0
import type { Directive } from './dockerfile.ts';

/**
 * Reads parser directives. They stand at the top; the first line that is none
 * ends them, an empty line or an ordinary comment too.
 */
export class DirectiveReader {
  readonly directives: Directive[] = [];
  escape: '\\' | '`' = '\\';
  #isDone = false;

  /** Tells that an instruction or an empty line was seen. */
  finish(): void {
    this.#isDone = true;
  }

  /**
   * Reads a comment line.
   *
   * @param comment - from its `#` to the end of the line
   * @returns whether it is a directive, or why BuildKit rejects the file
   */
  read(comment: string, start: number, line: number): boolean | string {
    if (this.#isDone) return false;
    const match = DIRECTIVE.exec(comment);
    const name = match?.[1]!.toLowerCase();
    const value = match && valueOf(comment.slice(match[0].length));
    if (!isDirectiveName(name) || !value) {
      this.#isDone = true;
      return false;
    }
    if (this.directives.some(directive => directive.name === name)) {
      return `only one ${name} parser directive can be used`;
    }
    if (name === 'escape') {
      if (value !== '\\' && value !== '`') {
        return `invalid escape token '${value}' does not match \` or \\`;
      }
      this.escape = value;
    }
    const end = start + comment.length;
    this.directives.push({ name, value, line, start, end });
    return true;
  }
}

// White space is Unicode's before the name and Go's `\s` behind it.
const DIRECTIVE =
  /^#[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*([A-Za-z][A-Za-z0-9]*)[\t\n\f\r ]*=/;

/** A value of nothing but spaces is the last of them. */
function valueOf(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && GO_SPACE.includes(text[start]!)) start++;
  while (end > start && GO_SPACE.includes(text[end - 1]!)) end--;
  return start < end ? text.slice(start, end) : text.slice(-1);
}

const GO_SPACE = '\t\n\f\r ';

function isDirectiveName(name: string | undefined): name is Directive['name'] {
  return name === 'syntax' || name === 'escape' || name === 'check';
}
