// SPDX-License-Identifier: Apache-2.0
import { hasNonAscii } from './characters.ts';

/**
 * Text and bytes, without loss.
 *
 * A file need not be UTF-8. Every byte that is not becomes a lone surrogate,
 * U+DC80 to U+DCFF (Python calls it `surrogateescape`), so that reading and
 * writing give the same bytes and offsets stay true.
 */

const ESCAPE = 0xdc00;

/**
 * Decodes UTF-8; bytes that are no UTF-8 become U+DC80 to U+DCFF.
 *
 * @param bytes - the content of a file; a byte-order mark is kept
 */
export function decodeText(bytes: Uint8Array): string {
  let text = '';
  let valid = 0;
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      index += length;
      continue;
    }
    text += DECODER.decode(bytes.subarray(valid, index));
    text += String.fromCharCode(ESCAPE + bytes[index]!);
    valid = ++index;
  }
  return text + DECODER.decode(bytes.subarray(valid));
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** Length of the UTF-8 sequence at `index`; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[index + 1] ?? 0;
  const [lowest, highest] = SECOND_BYTE[lead] ?? [0x80, 0xbf];
  if (second < lowest || second > highest) return 0;
  if (lead < 0xe0) return 2;
  if (!isContinuation(bytes[index + 2])) return 0;
  if (lead < 0xf0) return 3;
  return isContinuation(bytes[index + 3]) ? 4 : 0;
}

/** Leads whose second byte is restricted (RFC 3629, section 4). */
const SECOND_BYTE: Readonly<Record<number, readonly [number, number]>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
};

function isContinuation(code: number | undefined): boolean {
  return code !== undefined && code >= 0x80 && code <= 0xbf;
}

/** Number of bytes that the text has in UTF-8; an escaped byte counts one. */
export function byteLength(text: string, start = 0, end = text.length): number {
  let bytes = end - start;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80 || isEscapedByte(unit)) continue;
    if (unit < 0x800) bytes += 1;
    else if (isPair(text, index, end)) {
      bytes += 2;
      index++;
    } else bytes += 2;
  }
  return bytes;
}

/**
 * The UTF-8 bytes of a text, one character (U+0000 to U+00FF) for each.
 *
 * For the few places where Docker reads bytes instead of characters.
 */
export function toByteString(text: string): string {
  let bytes = '';
  for (const character of text) bytes += bytesOf(character);
  return bytes;
}

function bytesOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return character;
  if (code < 0x800) return byte(0xc0 | (code >> 6)) + tail(code, 0);
  if (isEscapedByte(code)) return byte(code - ESCAPE);
  if (code < 0x10000) {
    return byte(0xe0 | (code >> 12)) + tail(code, 6) + tail(code, 0);
  }
  return (
    byte(0xf0 | (code >> 18)) + tail(code, 12) + tail(code, 6) + tail(code, 0)
  );
}

function byte(code: number): string {
  return String.fromCharCode(code);
}

function tail(code: number, shift: number): string {
  return byte(0x80 | ((code >> shift) & 0x3f));
}

/** The inverse of {@link toByteString}. */
export function fromByteString(bytes: string): string {
  if (!hasNonAscii(bytes)) return bytes;
  return decodeText(Uint8Array.from(bytes, one => one.charCodeAt(0)));
}

/** Whether a code unit stands for a byte that was not UTF-8. */
export function isEscapedByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}

function isPair(text: string, index: number, end: number): boolean {
  if (index + 1 >= end) return false;
  const high = text.charCodeAt(index);
  const low = text.charCodeAt(index + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
