// SPDX-License-Identifier: Apache-2.0
import { cut, wrap } from './wrap.ts';

describe('wrap', () => {
  it.each([
    ['short', 10, ['short']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 8, ['one two', 'three']],
    [
      'see https://example.org/long now',
      10,
      ['see', 'https://example.org/long', 'now'],
    ],
    ['漢字 漢字', 8, ['漢字', '漢字']],
    ['漢字 漢字', 9, ['漢字 漢字']],
    ['', 10, ['']],
  ])('breaks %j at %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('cut', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['漢字漢', 5, '漢字…'],
    ['🐳🐳', 3, '🐳…'],
  ])('cuts %j to %i columns', (text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
  });
});
