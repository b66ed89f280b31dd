// SPDX-License-Identifier: Apache-2.0

/**
 * Splits a whole number in proportion to weights. The parts are whole numbers
 * and add up to it; what is left after rounding down goes to the largest
 * remainders, and among equal ones to the first.
 */
export function largestRemainder(
  total: number,
  weights: readonly number[],
): number[] {
  const sum = weights.reduce((so, weight) => so + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map(weight => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((so, part) => so + part, 0);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - parts[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index]! += 1;
    left -= 1;
  }
  return parts;
}
