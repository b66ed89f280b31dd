// SPDX-License-Identifier: Apache-2.0

const RUNS = 5;

/**
 * Processor time (user and system) of the fastest of five runs of each work.
 * They take turns, so that a busy moment of the machine hits all alike.
 */
export function bestMilliseconds(works: readonly (() => void)[]): number[] {
  const best = works.map(() => Infinity);
  for (let run = 0; run < RUNS; run++) {
    for (const [index, work] of works.entries()) {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      best[index] = Math.min(best[index]!, (user + system) / 1000);
    }
  }
  return best;
}
