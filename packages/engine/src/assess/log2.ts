// SPDX-License-Identifier: Apache-2.0

/**
 * The logarithm to base 2, for x from 1 on.
 *
 * Made from the four operations, which are exact to the last bit by the
 * standard; `Math.log2` may differ between machines.
 */
export function log2(x: number): number {
  let whole = 0;
  let rest = x;
  while (rest >= 2 && rest < Infinity) {
    rest /= 2;
    whole += 1;
  }
  // ln x = 2 · (y + y³/3 + y⁵/5 + …); y is a third at most.
  const y = (rest - 1) / (rest + 1);
  const square = y * y;
  let power = y;
  let sum = 0;
  for (let n = 1; n <= TERMS; n += 2) {
    sum += power / n;
    power *= square;
  }
  return whole + (2 * sum) / Math.LN2;
}

/** Enough: the next one is less than 1e-18. */
const TERMS = 33;
