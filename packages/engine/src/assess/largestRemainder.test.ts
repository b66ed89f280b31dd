// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { largestRemainder } from './largestRemainder.ts';

it.each([
  { total: 10, weights: [1, 1, 1], parts: [4, 3, 3] },
  { total: 350, weights: [65, 65, 5], parts: [169, 168, 13] },
  { total: 3, weights: [0.4, 2.6], parts: [0, 3] },
  { total: 5, weights: [0, 1], parts: [0, 5] },
  { total: 0, weights: [2, 3], parts: [0, 0] },
  { total: 7, weights: [0, 0], parts: [0, 0] },
  { total: 7, weights: [], parts: [] },
])('splits $total by $weights', ({ total, weights, parts }) => {
  expect(largestRemainder(total, weights)).toEqual(parts);
});

it('gives whole parts that add up and miss their exact part by less than one', () => {
  const positive = fc.double({ min: 0.001, max: 1000, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(positive, { minLength: 1, maxLength: 50 }),
      (total, weights) => {
        const parts = largestRemainder(total, weights);
        const sum = weights.reduce((so, weight) => so + weight, 0);
        expect(parts.reduce((so, part) => so + part, 0)).toBe(total);
        parts.forEach((part, index) => {
          expect(Number.isInteger(part)).toBe(true);
          const exact = (total * weights[index]!) / sum;
          expect(Math.abs(part - exact)).toBeLessThan(1);
        });
      },
    ),
  );
});
