// SPDX-License-Identifier: Apache-2.0

/** Reads `true`, `false` or `null`, which may lie in several chunks. */
export class LiteralToken {
  /** The whole word. */
  word = '';
  private length = 0;

  /** Whether a byte begins one. */
  begin(byte: number): boolean {
    this.word = WORDS[byte] ?? '';
    this.length = 0;
    return this.word !== '';
  }

  /** The index of the first byte, from `start` on, that is not part of it. */
  scan(bytes: Uint8Array, start: number): number {
    const { word } = this;
    let index = start;
    while (
      index < bytes.length &&
      this.length < word.length &&
      bytes[index] === word.charCodeAt(this.length)
    ) {
      this.length++;
      index++;
    }
    return index;
  }

  get isWhole(): boolean {
    return this.length === this.word.length;
  }

  /** Undefined for null. */
  get value(): boolean | undefined {
    return this.word === 'null' ? undefined : this.word === 'true';
  }
}

const WORDS: Readonly<Record<number, string>> = {
  0x74: 'true',
  0x66: 'false',
  0x6e: 'null',
};
