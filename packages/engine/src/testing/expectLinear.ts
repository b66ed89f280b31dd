// SPDX-License-Identifier: Apache-2.0

/** The input is doubled three times. */
const FACTOR = 8;
/** Linear work takes 8 times as long then, and squared work 64 times. */
const MOST_GROWTH = 26;
/** Shorter runs are doubled first: a clock cannot tell them apart. */
const LEAST_MILLISECONDS = 6;
const MOST_REPEATS = 1 << 20;
const ATTEMPTS = 5;

/**
 * Fails when the work does not grow linearly with its input.
 *
 * Compares processor time for an input and one that was doubled three times,
 * the fastest of several runs each, and tries again before it believes in a bad
 * ratio. One doubling would not do: the garbage collector makes steps of two.
 *
 * @param make - an input of the shape, with so many repeats
 */
export function expectLinear<Input>(
  make: (repeats: number) => Input,
  work: (input: Input) => unknown,
): void {
  let repeats = 64;
  while (repeats < MOST_REPEATS) {
    if (fastest(make(repeats), work) >= LEAST_MILLISECONDS) break;
    repeats *= 2;
  }
  const growths: number[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const small = fastest(make(repeats), work);
    const large = fastest(make(FACTOR * repeats), work);
    const growth = large / small;
    if (growth <= MOST_GROWTH) return;
    growths.push(growth);
  }
  const shown = growths.map(growth => growth.toFixed(1)).join(', ');
  throw new Error(
    `${FACTOR} times ${repeats} repeats took ${shown} times as long; linear is ${FACTOR}`,
  );
}

function fastest<Input>(input: Input, work: (input: Input) => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    work(input);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
