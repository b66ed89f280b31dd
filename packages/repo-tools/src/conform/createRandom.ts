// SPDX-License-Identifier: Apache-2.0

/** A source of choices that is the same for the same seed, everywhere. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One item of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Between `low` and `high` results of `make`. */
  several<T>(low: number, high: number, make: () => T): T[];
}

/** The mulberry32 generator. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }
  function between(low: number, high: number): number {
    return low + below(high - low + 1);
  }

  return {
    below,
    between,
    chance: probability => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) {
        throw new Error('Nothing to pick from');
      }
      return list[below(list.length)] as T;
    },
    several: (low, high, make) =>
      Array.from({ length: between(low, high) }, make),
  };
}

/** A seed of its own for each input, so that any one can be made again. */
export function mixSeed(seed: number, ...parts: (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const part of parts) {
    for (const unit of `${part}/`) {
      hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
