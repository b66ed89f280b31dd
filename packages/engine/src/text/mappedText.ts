// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';

/**
 * A text put together from pieces of another, which still knows where each
 * character came from: a logical line of a Dockerfile without its
 * continuations, a heredoc without its tabs.
 */
export class MappedText {
  readonly text: string;
  readonly #indexes: readonly number[];
  readonly #offsets: readonly number[];
  #whole: TextRange | undefined;

  /**
   * @param text - the pieces, joined
   * @param indexes - where each piece starts in `text`; the first is 0
   * @param offsets - where each piece starts in the original text
   */
  constructor(
    text: string,
    indexes: readonly number[],
    offsets: readonly number[],
  ) {
    this.text = text;
    this.#indexes = indexes;
    this.#offsets = offsets;
  }

  /** A text that is one piece of the original. */
  static at(offset: number, text: string): MappedText {
    return new MappedText(text, START, [offset]);
  }

  /** The original offset of the character at `index` of the text. */
  offsetAt(index: number): number {
    if (this.#whole) return this.#whole.start;
    let low = 0;
    let high = this.#indexes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#indexes[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return this.#offsets[low]! + index - this.#indexes[low]!;
  }

  /**
   * The original offset behind the last character of `[start, end)`, so that
   * a piece that ends where a continuation begins does not reach over it.
   */
  endOffsetAt(start: number, end: number): number {
    if (this.#whole) return this.#whole.end;
    return end > start ? this.offsetAt(end - 1) + 1 : this.offsetAt(start);
  }

  /** A text that cannot be mapped: all of it stands for the whole range. */
  static whole(range: TextRange, text: string): MappedText {
    const mapped = MappedText.at(range.start, text);
    mapped.#whole = range;
    return mapped;
  }

  /** Texts one behind the other. */
  static join(parts: readonly MappedText[]): MappedText {
    let text = '';
    const indexes: number[] = [];
    const offsets: number[] = [];
    for (const part of parts) {
      for (const [piece, index] of part.#indexes.entries()) {
        indexes.push(text.length + index);
        offsets.push(part.#offsets[piece]!);
      }
      text += part.text;
    }
    return new MappedText(text, indexes, offsets);
  }

  /** This text behind some characters that were read at one offset. */
  withPrefix(prefix: string, offset: number): MappedText {
    return new MappedText(
      prefix + this.text,
      [0, ...this.#indexes.map(index => index + prefix.length)],
      [offset, ...this.#offsets],
    );
  }

  /** `[start, end)` of this text, with its map. */
  slice(start: number, end: number): MappedText {
    if (this.#indexes.length === 1) {
      return MappedText.at(this.offsetAt(start), this.text.slice(start, end));
    }
    const indexes = [0];
    const offsets = [this.offsetAt(start)];
    for (let piece = 1; piece < this.#indexes.length; piece++) {
      const index = this.#indexes[piece]!;
      if (index <= start) continue;
      if (index >= end) break;
      indexes.push(index - start);
      offsets.push(this.#offsets[piece]!);
    }
    return new MappedText(this.text.slice(start, end), indexes, offsets);
  }
}

const START: readonly number[] = [0];
