// SPDX-License-Identifier: Apache-2.0

import { canonicalText, decodeBytes, encodeBytes } from './canonicalText.ts';

describe('canonicalText', () => {
  it.each([
    ['plain text', 'a é 🐳', 'a é 🐳'],
    ['a byte that is not UTF-8', 'a\udcffb', 'a\udcffb'],
    ['two bytes that are one character', '\udcc3\udca9', 'é'],
    ['four bytes that are one character', '\udcf0\udc9f\udc90\udcb3', '🐳'],
    ['the bytes of a surrogate', '\udced\udca0\udc80', '\udced\udca0\udc80'],
    ['an overlong form', '\udcc0\udcaf', '\udcc0\udcaf'],
    ['the start of a character', '\udce2\udc82x', '\udce2\udc82x'],
    ['a surrogate that is no byte', 'a\ud83db\udc33', 'a\ufffdb\ufffd'],
  ])('reads %s', (_, text, expected) => {
    expect(canonicalText(text)).toBe(expected);
  });

  it('brings all bytes there and back', () => {
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256));
    expect(encodeBytes(decodeBytes(bytes))).toEqual(bytes);
  });
});
