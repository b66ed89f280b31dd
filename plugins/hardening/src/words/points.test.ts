// SPDX-License-Identifier: Apache-2.0
import type { Action } from '@plimsoll/plugin-hardening-common';
import { exampleSummary } from '../testing/examples';
import {
  changeOf,
  count,
  formatGain,
  formatLost,
  formatPercent,
} from './points';

const action: Action = {
  id: 'a',
  title: 'A',
  rules: ['a'],
  effort: 'auto',
  gain: 0,
  rawGain: 0.4,
  afterGate: false,
};

it.each([
  [{ gain: 9 }, '+9'],
  [{ gain: 0 }, '+<1'],
  [{ gain: 0, afterGate: true }, 'later'],
])('writes what %j gives back as %s', (given, text) => {
  expect(formatGain({ ...action, ...given })).toBe(text);
});

it.each([
  ['3.2', '−3.2'],
  ['0.0', '0.0'],
])('writes %s lost points as %s', (printed, text) => {
  expect(formatLost(printed)).toBe(text);
});

it.each([
  [0.996, '99 %'],
  [0.57, '57 %'],
  [1, '100 %'],
])('rounds %d down to %s', (part, text) => {
  expect(formatPercent(part)).toBe(text);
});

it.each([
  [0, '0 findings'],
  [1, '1 finding'],
  [2, '2 findings'],
])('counts %i as "%s"', (number, text) => {
  expect(count(number, 'finding')).toBe(text);
});

describe('the change of a score', () => {
  const now = new Date();
  const point = (points: number | null) => ({ day: '2026-11-01', points });

  it.each([
    [[point(57), point(61)], 4],
    [[point(null), point(57), point(61)], 4],
    [[point(70)], -9],
    [[point(null)], undefined],
    [[], undefined],
  ])('over %j is %s', (trend, change) => {
    expect(changeOf(exampleSummary(now, { trend }))).toBe(change);
  });

  it('is none without a score', () => {
    expect(changeOf(exampleSummary(now, { score: undefined }))).toBeUndefined();
  });
});
