// SPDX-License-Identifier: Apache-2.0
import type { TextPosition } from '@plimsoll/model';

/** Docker reads the lines of a file into a buffer of this many bytes. */
export const MAX_LINE_BYTES = 65_535;

/** Finds line and column of an offset; lines end with a newline. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    let newline = text.indexOf('\n');
    while (newline >= 0) {
      starts.push(newline + 1);
      newline = text.indexOf('\n', newline + 1);
    }
    this.#starts = starts;
  }

  /** Line and column, from 1, of an offset within the text. */
  positionAt(offset: number): TextPosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
