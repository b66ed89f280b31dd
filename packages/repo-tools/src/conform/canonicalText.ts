// SPDX-License-Identifier: Apache-2.0

const firstByteUnit = 0xdc80;
const lastByteUnit = 0xdcff;
const loneSurrogate = /\p{Surrogate}/u;

function isByteUnit(codePoint: number): boolean {
  return codePoint >= firstByteUnit && codePoint <= lastByteUnit;
}

/**
 * The text as it reads once written to a file and read back. Bytes that are
 * not UTF-8 are lone surrogates U+DC80..U+DCFF; two of them beside each other
 * can be the bytes of a character, and any other lone surrogate is no byte at
 * all.
 */
export function canonicalText(text: string): string {
  return loneSurrogate.test(text) ? decodeBytes(encodeBytes(text)) : text;
}

export function encodeBytes(text: string): Buffer {
  const parts: Buffer[] = [];
  let plain = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isByteUnit(codePoint)) {
      parts.push(Buffer.from(plain), Buffer.from([codePoint - 0xdc00]));
      plain = '';
    } else {
      plain += character;
    }
  }
  // Buffer.from writes U+FFFD for the surrogates that stand for no byte.
  parts.push(Buffer.from(plain));
  return Buffer.concat(parts);
}

export function decodeBytes(bytes: Buffer): string {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    text +=
      length === 0
        ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
        : bytes.toString('utf8', at, at + length);
    at += Math.max(length, 1);
  }
  return text;
}

/** The number of bytes of the character at `at`; 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) {
    return 1;
  }
  let length = 0;
  let lowest = 0x80;
  let highest = 0xbf;
  if (first >= 0xc2 && first <= 0xdf) {
    length = 2;
  } else if (first >= 0xe0 && first <= 0xef) {
    length = 3;
    lowest = first === 0xe0 ? 0xa0 : 0x80;
    highest = first === 0xed ? 0x9f : 0xbf;
  } else if (first >= 0xf0 && first <= 0xf4) {
    length = 4;
    lowest = first === 0xf0 ? 0x90 : 0x80;
    highest = first === 0xf4 ? 0x8f : 0xbf;
  }
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[at + offset] ?? 0;
    if (byte < lowest || byte > highest) {
      return 0;
    }
    lowest = 0x80;
    highest = 0xbf;
  }
  return length;
}
