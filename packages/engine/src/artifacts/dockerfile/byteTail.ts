// SPDX-License-Identifier: Apache-2.0
import { byteLength, fromByteString, toByteString } from '../../text/bytes.ts';
import { hasNonAscii } from '../../text/characters.ts';
import type { MappedText } from '../../text/mappedText.ts';

/**
 * The end of a line, seen as bytes.
 *
 * BuildKit looks for flags and for the type of a HEALTHCHECK byte by byte, and
 * takes the bytes 0x85 and 0xA0 for white space. So it can cut a character in
 * two ("à" ends in 0xA0), and we must do the same.
 */
export class ByteTail {
  readonly #line: MappedText;
  readonly #start: number;
  /** For each byte the index of its character; absent when all are ASCII. */
  readonly #indexes: Uint32Array | undefined;
  /** One character, U+0000 to U+00FF, for each byte. */
  readonly bytes: string;

  constructor(line: MappedText, start: number, end: number) {
    const text = line.text.slice(start, end);
    this.#line = line;
    this.#start = start;
    if (hasNonAscii(text)) {
      this.bytes = toByteString(text);
      this.#indexes = indexesOfBytes(text, this.bytes.length);
    } else this.bytes = text;
  }

  /** The index in the line of the character that holds a byte. */
  indexAt(byte: number): number {
    return this.#start + (this.#indexes?.[byte] ?? byte);
  }

  /** What stands from a byte on: a line, and where in it that is. */
  from(byte: number): { readonly line: MappedText; readonly start: number } {
    const start = this.indexAt(byte);
    const indexes = this.#indexes;
    if (!indexes || indexes[byte - 1] !== indexes[byte]) {
      return { line: this.#line, start };
    }
    let next = byte;
    while (indexes[next] === indexes[byte]) next++;
    const rest = this.#line.slice(this.indexAt(next), this.#line.text.length);
    const broken = fromByteString(this.bytes.slice(byte, next));
    return {
      line: rest.withPrefix(broken, this.#line.offsetAt(start)),
      start: 0,
    };
  }
}

/** One more than there are bytes, so that the end has an index too. */
function indexesOfBytes(text: string, bytes: number): Uint32Array {
  const indexes = new Uint32Array(bytes + 1);
  let byte = 0;
  let index = 0;
  for (const character of text) {
    const next = byte + byteLength(character);
    indexes.fill(index, byte, next);
    byte = next;
    index += character.length;
  }
  indexes[bytes] = index;
  return indexes;
}
