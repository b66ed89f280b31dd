// SPDX-License-Identifier: Apache-2.0

/**
 * The index of the first byte, from `start` on, that does not stand for itself
 * in a JSON string: a quote, a backslash, a control character, or one outside
 * ASCII.
 *
 * Most bytes of a report are passed here. In a function of its own the loop is
 * compiled well; taking four bytes at a time was slower.
 */
export function skipPlain(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let index = start;
  while (index < length && IS_PLAIN[bytes[index]!] === 1) index++;
  return index;
}

const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== 0x22 && byte !== 0x5c ? 1 : 0,
);
