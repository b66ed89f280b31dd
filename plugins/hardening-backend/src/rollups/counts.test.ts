// SPDX-License-Identifier: Apache-2.0
import { CountSums, quantileOf, sumOf, type CountedRow } from './counts';

const scored = (
  score: number,
  level: string | null = 'expert',
): CountedRow => ({
  status: 'scored',
  reason: null,
  score,
  grade: 'A',
  level,
});
const without = (status: string, reason: string | null): CountedRow => ({
  status,
  reason,
  score: null,
  grade: null,
  level: null,
});

it('counts entities with a score by score, grade and level', () => {
  const sums = new CountSums();
  for (const row of [scored(91), scored(91), scored(99, null)]) {
    sums.add(row, 1);
  }
  expect(sums.counts).toEqual({
    scores: { 91: 2, 99: 1 },
    grades: { A: 3 },
    levels: { expert: 2, none: 1 },
    reasons: {},
  });
});

it('counts the others by their reasons', () => {
  const sums = new CountSums();
  sums.add(without('pending', null), 1);
  sums.add(without('notScored', 'no-source'), 1);
  expect(sums.counts.reasons).toEqual({ pending: 1, 'no-source': 1 });
  expect(sums.counts.scores).toEqual({});
});

it('keeps nothing of what was taken back', () => {
  const sums = new CountSums();
  sums.add(scored(50), 1);
  expect(sums.isNothing).toBe(false);
  sums.add(scored(50), -1);
  expect(sums.isNothing).toBe(true);
  expect(sums.counts.scores).toEqual({});
});

it('starts from counts without changing them', () => {
  const start = { scores: { 7: 1 }, grades: {}, levels: {}, reasons: {} };
  const sums = new CountSums(start);
  sums.add(scored(7), 1);
  const more = new CountSums();
  more.add(scored(8), 2);
  sums.addAll(more);
  expect(sums.counts.scores).toEqual({ 7: 2, 8: 2 });
  expect(start.scores).toEqual({ 7: 1 });
});

it.each([
  [{}, 0.5, undefined],
  [{ 40: 1 }, 0.5, 40],
  [{ 40: 1 }, 0.1, 40],
  [{ 10: 1, 20: 1 }, 0.5, 10],
  [{ 10: 1, 20: 1, 30: 1 }, 0.5, 20],
  [{ 0: 1, 50: 8, 100: 1 }, 0.1, 0],
  [{ 0: 1, 50: 9, 100: 1 }, 0.1, 50],
  [{ 100: 3 }, 0.5, 100],
] as const)('of %j the part %f is at %p', (scores, part, expected) => {
  expect(quantileOf(scores, part)).toBe(expected);
  expect(sumOf(scores)).toBe(
    Object.values<number>(scores).reduce((a, b) => a + b, 0),
  );
});
