// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { decay } from './decay.ts';

it('is e to the power of minus x', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30, noNaN: true }), x => {
      expect(decay(x)).toBeCloseTo(Math.exp(-x), 13);
      expect(decay(x) / Math.exp(-x)).toBeCloseTo(1, 12);
    }),
  );
});

it('is exactly 1 for nothing and goes down to 0', () => {
  expect(decay(0)).toBe(1);
  expect(decay(800)).toBe(0);
  expect(decay(1e9)).toBe(0);
});

it('falls from each thousandth to the next, over the seams of whole numbers', () => {
  for (let load = 0; load < 12_000; load++) {
    expect(decay((load + 1) / 1000)).toBeLessThan(decay(load / 1000));
  }
});
