// SPDX-License-Identifier: Apache-2.0
import { MappedText } from '../../text/mappedText.ts';

/** Most pieces whose places are kept: more than lines of any script. */
const MAX_PIECES = 1 << 16;
const PARTS_AT_ONCE = 1 << 12;

/** Puts a {@link MappedText} together from pieces of a source, in order. */
export class TextPieces {
  readonly #source: string;
  readonly #start: number;
  readonly #indexes: number[] = [];
  readonly #offsets: number[] = [];
  #text = '';
  #parts: string[] = [];
  #length = 0;
  #pieces = 0;
  /** What is copied when something else follows: most pieces touch. */
  #from: number;
  #to: number;

  /** @param start - where a text without any piece stands */
  constructor(source: string, start: number) {
    this.#source = source;
    this.#start = this.#from = this.#to = start;
  }

  /** Adds a part of the source. */
  copy(start: number, end: number): void {
    if (start >= end) return;
    if (start !== this.#to) {
      this.#flush();
      this.#from = start;
    }
    this.#to = end;
  }

  /** Adds a character that was read at the offset. */
  add(character: string, offset: number): void {
    if (this.#source[offset] === character) {
      this.copy(offset, offset + 1);
      return;
    }
    this.#flush();
    this.#push(character, offset);
    this.#from = this.#to = offset + 1;
  }

  /** The text; of one in very many pieces, only where the whole stands. */
  join(): MappedText {
    this.#flush();
    const text = this.#text + this.#parts.join('');
    if (this.#pieces === 0) return MappedText.at(this.#start, '');
    if (this.#pieces > MAX_PIECES) {
      return MappedText.whole({ start: this.#start, end: this.#to }, text);
    }
    return new MappedText(text, this.#indexes, this.#offsets);
  }

  #flush(): void {
    if (this.#from >= this.#to) return;
    this.#push(this.#source.slice(this.#from, this.#to), this.#from);
    this.#from = this.#to;
  }

  #push(text: string, offset: number): void {
    if (++this.#pieces <= MAX_PIECES) {
      this.#indexes.push(this.#length);
      this.#offsets.push(offset);
    }
    this.#length += text.length;
    this.#parts.push(text);
    if (this.#parts.length < PARTS_AT_ONCE) return;
    this.#text += this.#parts.join('');
    this.#parts = [];
  }
}
