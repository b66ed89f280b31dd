// SPDX-License-Identifier: Apache-2.0
import type { EpssList } from '@plimsoll/model';

type Columns = Pick<EpssTable, 'keys' | 'probabilities' | 'percentiles'>;
type Rating = EpssList['ratings'][string];

/**
 * Ratings by CVE, a few hundred thousand of them, in memory that all threads
 * share: a table of numbers with open addressing.
 */
export interface EpssTable {
  /** That of the list (`YYYY-MM-DD`). */
  readonly date: string;
  /** How many they are. */
  readonly count: number;
  /** Year and number of the CVE; 0 where there is none. Its length is a power of 2. */
  readonly keys: Float64Array;
  readonly probabilities: Float64Array;
  /** Below 0 where it is not told. */
  readonly percentiles: Float64Array;
}

/** Grows as ratings come. */
export class EpssTableDraft {
  #capacity: number;
  #count = 0;
  #table: Columns;

  constructor(capacity = 2 ** 16) {
    this.#capacity = capacity;
    this.#table = emptyTable(capacity);
  }

  /** @returns false for what is no CVE */
  add(cve: string, probability: number, percentile: number): boolean {
    const key = keyOf(cve);
    if (key === undefined) return false;
    if (3 * this.#count >= 2 * this.#capacity) this.#grow();
    if (put(this.#table, key, probability, percentile)) this.#count += 1;
    return true;
  }

  get count(): number {
    return this.#count;
  }

  finish(date: string): EpssTable {
    return { date, count: this.#count, ...this.#table };
  }

  #grow(): void {
    const { keys, probabilities, percentiles } = this.#table;
    this.#capacity *= 2;
    const larger = emptyTable(this.#capacity);
    keys.forEach((key, slot) => {
      if (key !== 0) put(larger, key, probabilities[slot]!, percentiles[slot]!);
    });
    this.#table = larger;
  }
}

/** The rating of a CVE; undefined for what has none. */
export function ratingOf(table: EpssTable, cve: string): Rating | undefined {
  const key = keyOf(cve);
  if (key === undefined) return undefined;
  const slot = slotOf(table.keys, key);
  if (table.keys[slot] !== key) return undefined;
  const probability = table.probabilities[slot]!;
  const percentile = table.percentiles[slot]!;
  return percentile < 0 ? { probability } : { probability, percentile };
}

function emptyTable(capacity: number): Columns {
  const numbers = () => new Float64Array(new SharedArrayBuffer(8 * capacity));
  return { keys: numbers(), probabilities: numbers(), percentiles: numbers() };
}

/** @returns whether it is new */
function put(
  { keys, probabilities, percentiles }: Columns,
  key: number,
  probability: number,
  percentile: number,
): boolean {
  const slot = slotOf(keys, key);
  const isNew = keys[slot] === 0;
  keys[slot] = key;
  probabilities[slot] = probability;
  percentiles[slot] = percentile;
  return isNew;
}

/** Where a key is, or would be. */
function slotOf(keys: Float64Array, key: number): number {
  const last = keys.length - 1;
  let slot = Math.imul(key % 0x7fff_ffff, 0x9e37_79b1) & last;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
  return slot;
}

function keyOf(cve: string): number | undefined {
  const [, year, number] = /^CVE-(\d{4})-(\d{1,9})$/i.exec(cve) ?? [];
  if (year === undefined || number === undefined) return undefined;
  return Number(year) * 1e9 + Number(number);
}
