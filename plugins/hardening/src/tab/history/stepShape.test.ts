// SPDX-License-Identifier: Apache-2.0
import type { Change, HistoryPoint } from '@plimsoll/plugin-hardening-common';
import { stepShape, type StepInput } from './stepShape';

const point = (day: string, points: number | null): HistoryPoint => ({
  day,
  points,
});

const change = (at: string, after: number | null): Change => ({
  id: at,
  at,
  cause: 'commit',
  rulesetVersion: '1',
  before: 50,
  after,
  flips: [],
});

// Ten days on 1000 pixels between the edges: a day is 100 pixels wide.
const input: StepInput = {
  points: [point('2026-11-12', 60), point('2026-11-16', 80)],
  changes: [],
  days: 10,
  now: new Date('2026-11-20T00:00:00Z'),
  width: 1070,
  height: 144,
};

it('draws a step where the score changed, up to now', () => {
  expect(stepShape(input)?.path).toBe('M246.0 91.8H646.0V36.2H1046');
});

it('begins at the edge when a score is older than what is shown', () => {
  const points = [point('2026-09-01', 60), point('2026-11-16', 80)];
  expect(stepShape({ ...input, points })?.path).toMatch(/^M46\.0 /);
});

it('has a gap where there was no score', () => {
  const points = [
    point('2026-11-12', 60),
    point('2026-11-14', null),
    point('2026-11-16', 60),
  ];
  expect(stepShape({ ...input, points })?.path).toMatch(
    /^M246\.0 \S+H446\.0M646\.0 \S+H1046$/,
  );
});

it('draws nothing without any score', () => {
  expect(stepShape({ ...input, points: [] })).toBeUndefined();
  const points = [point('2026-11-12', null)];
  expect(stepShape({ ...input, points })).toBeUndefined();
});

it.each([
  [
    [60, 80],
    ['80 B', '70 C', '55 D'],
  ],
  [[100], ['90 A']],
  [[15, 20], ['0 F']],
  [[0], ['0 F']],
])('shows for the scores %j the grade lines %j', (scores, labels) => {
  const points = scores.map((score, at) => point(`2026-11-1${at}`, score));
  expect(
    stepShape({ ...input, points })?.lines.map(({ label }) => label),
  ).toEqual(labels);
});

it('marks the changes of the time that is shown, on the step', () => {
  const changes = [
    change('2026-11-16T18:30:00Z', 80),
    change('2026-11-15T18:30:00Z', null),
    change('2026-10-01T18:30:00Z', 60),
  ];
  expect(stepShape({ ...input, changes })?.marks).toMatchObject([
    { x: 646, change: { id: '2026-11-16T18:30:00Z' } },
  ]);
});

it('writes fewer days where there is less room', () => {
  expect(stepShape(input)?.ticks).toHaveLength(4);
  expect(stepShape({ ...input, width: 320 })?.ticks).toHaveLength(2);
});
