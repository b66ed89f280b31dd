// SPDX-License-Identifier: Apache-2.0

/**
 * The candidates that may have been meant by a word, the best first.
 *
 * @param furthest - how many characters may differ
 */
export function closest(
  word: string,
  candidates: Iterable<string>,
  furthest = Math.max(1, Math.floor(word.length / 3)),
): string[] {
  const wanted = word.toLowerCase();
  return [...candidates]
    .map(candidate => ({
      candidate,
      distance: editDistance(wanted, candidate.toLowerCase()),
    }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_PROPOSALS)
    .map(({ candidate }) => candidate);
}

const MOST_PROPOSALS = 3;

/**
 * How many characters have to be added, removed, replaced or swapped with the
 * next one (optimal string alignment).
 */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const isSwapped =
        i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      next.push(
        Math.min(
          row[j]! + (a[i] === b[j] ? 0 : 1),
          row[j + 1]! + 1,
          next[j]! + 1,
          isSwapped ? before[j - 1]! + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
