// SPDX-License-Identifier: Apache-2.0

/**
 * e to the power of minus x, for x from 0 on.
 *
 * Made from the four operations, which are exact to the last bit by the
 * standard; `Math.exp` may differ between machines.
 */
export function decay(x: number): number {
  const whole = Math.floor(x);
  const rest = x - whole;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= TERMS; n++) {
    term *= -rest / n;
    sum += term;
  }
  return sum / power(Math.E, whole);
}

/** Enough for every x below 1: the next one is less than 1e-18. */
const TERMS = 19;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let n = 0; n < exponent && result < Infinity; n++) result *= base;
  return result;
}
