// SPDX-License-Identifier: Apache-2.0

/** What `\n` and its like stand for; undefined for what JSON does not have. */
export function escapedCharacter(byte: number): number | undefined {
  return ESCAPES.get(byte);
}

const ESCAPES = new Map(
  Object.entries({
    '"': '"',
    '\\': '\\',
    '/': '/',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
  }).map(([written, meant]) => [written.charCodeAt(0), meant.charCodeAt(0)]),
);

/** The value of a hexadecimal digit; -1 for any other byte. */
export function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/**
 * Of the first byte of a character outside ASCII: how many follow, and the
 * bounds of the next one (RFC 3629, section 4). Undefined for no first byte.
 */
export function utf8Tail(
  lead: number,
): readonly [tail: number, lowest: number, highest: number] | undefined {
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  if (lead < 0xe0) return TWO;
  if (lead < 0xf0) return THREE[lead] ?? THREE_PLAIN;
  return FOUR[lead] ?? FOUR_PLAIN;
}

const TWO = [1, 0x80, 0xbf] as const;
const THREE_PLAIN = [2, 0x80, 0xbf] as const;
const FOUR_PLAIN = [3, 0x80, 0xbf] as const;
const THREE: Readonly<Record<number, readonly [number, number, number]>> = {
  0xe0: [2, 0xa0, 0xbf],
  0xed: [2, 0x80, 0x9f],
};
const FOUR: Readonly<Record<number, readonly [number, number, number]>> = {
  0xf0: [3, 0x90, 0xbf],
  0xf4: [3, 0x80, 0x8f],
};

/** A code point in UTF-8. */
export function utf8Bytes(code: number): Uint8Array {
  return ENCODER.encode(String.fromCodePoint(code));
}

const ENCODER = new TextEncoder();
