// SPDX-License-Identifier: Apache-2.0
import { log2 } from './log2.ts';

it.each([
  [1, 0],
  [2, 1],
  [4, 2],
  [1024, 10],
  [2 ** 40, 40],
])('is exact for powers of two: %d gives %d', (x, expected) => {
  expect(log2(x)).toBe(expected);
});

it('is that of the machine up to the last bits', () => {
  for (let x = 1; x < 3000; x += 0.25) {
    expect(Math.abs(log2(x) - Math.log2(x))).toBeLessThan(1e-13);
  }
});

it('never falls', () => {
  let before = -1;
  for (let x = 1; x < 3000; x += 0.25) {
    const now = log2(x);
    expect(now).toBeGreaterThan(before);
    before = now;
  }
});
