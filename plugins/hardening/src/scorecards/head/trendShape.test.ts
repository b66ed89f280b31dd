// SPDX-License-Identifier: Apache-2.0
import { changeSince, stepsOf } from './trendShape';

const NOW = new Date('2026-11-21T00:00:00Z');
const point = (day: string, median?: number) => ({
  day,
  scored: 1,
  ...(median !== undefined && { median, tenth: median - 10 }),
});

it('begins with what held before the first day', () => {
  const trend = [
    point('2026-01-01', 50),
    point('2026-10-07', 60),
    point('2026-11-21', 70),
  ];
  expect(stepsOf(trend, 'median', NOW)).toEqual([
    { at: 0, value: 50 },
    { at: 0.5, value: 60 },
    { at: 1, value: 70 },
  ]);
  expect(stepsOf(trend, 'tenth', NOW).map(({ value }) => value)).toEqual([
    40, 50, 60,
  ]);
  expect(changeSince(trend, 'median')).toBe(20);
});

it('leaves out days on which nothing had a score', () => {
  const trend = [point('2026-10-07'), point('2026-11-21', 70)];
  expect(stepsOf(trend, 'median', NOW)).toEqual([{ at: 1, value: 70 }]);
  expect(changeSince(trend, 'median')).toBeUndefined();
  expect(stepsOf([], 'median', NOW)).toEqual([]);
});
