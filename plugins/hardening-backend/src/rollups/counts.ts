// SPDX-License-Identifier: Apache-2.0

/** Numbers of entities by something; what there is none of stays out. */
export type Tally = Readonly<Record<string, number>>;

/** How the entities of a group stand. */
export interface Counts {
  /** Those with a score, by it: a histogram. */
  readonly scores: Tally;
  readonly grades: Tally;
  readonly levels: Tally;
  /** Those without a score, by the reason; `pending` until the first one. */
  readonly reasons: Tally;
}

/** What one entity adds to the counts of its groups. */
export interface CountedRow {
  readonly status: string;
  readonly reason: string | null;
  readonly score: number | null;
  readonly grade: string | null;
  readonly level: string | null;
}

/** Of a group without entities. */
export const NO_COUNTS: Counts = {
  scores: {},
  grades: {},
  levels: {},
  reasons: {},
};

/** Of entities that have no score yet, among the reasons. */
export const PENDING = 'pending';

/** Of entities with a score that have no level, among the levels. */
const NO_LEVEL = 'none';

/** Counts that can be changed, to be added up. */
export class CountSums {
  readonly #sums: Record<keyof Counts, Record<string, number>> = {
    scores: {},
    grades: {},
    levels: {},
    reasons: {},
  };

  constructor(start: Counts = NO_COUNTS) {
    for (const name of NAMES) Object.assign(this.#sums[name], start[name]);
  }

  /** @param times - 1 to add what an entity adds, -1 to take it back */
  add(row: CountedRow, times: number): void {
    if (row.status === 'scored') {
      this.#count('scores', String(row.score), times);
      this.#count('grades', String(row.grade), times);
      this.#count('levels', row.level ?? NO_LEVEL, times);
      return;
    }
    const reason = row.status === PENDING ? PENDING : String(row.reason);
    this.#count('reasons', reason, times);
  }

  /** Adds sums to these. */
  addAll(other: CountSums): void {
    for (const name of NAMES) {
      for (const [value, entities] of Object.entries(other.#sums[name])) {
        this.#count(name, value, entities);
      }
    }
  }

  /** Whether nothing was added, or all of it was taken back. */
  get isNothing(): boolean {
    return NAMES.every(name => Object.keys(this.#sums[name]).length === 0);
  }

  get counts(): Counts {
    return this.#sums;
  }

  #count(name: keyof Counts, value: string, entities: number): void {
    const tally = this.#sums[name];
    const sum = (tally[value] ?? 0) + entities;
    if (sum === 0) delete tally[value];
    else tally[value] = sum;
  }
}

const NAMES = Object.keys(NO_COUNTS) as readonly (keyof Counts)[];

/** How many entities a tally counts. */
export function sumOf(tally: Tally): number {
  return Object.values(tally).reduce((sum, one) => sum + one, 0);
}

/**
 * The lowest score that a part of all does not exceed.
 *
 * @param part - 0.5 for the median, 0.1 for the 10th percentile
 * @returns undefined where none has a score
 */
export function quantileOf(scores: Tally, part: number): number | undefined {
  let left = Math.max(1, Math.ceil(sumOf(scores) * part));
  for (let score = 0; score <= MOST_POINTS; score++) {
    left -= scores[score] ?? 0;
    if (left <= 0) return score;
  }
  return undefined;
}

const MOST_POINTS = 100;
