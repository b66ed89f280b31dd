// SPDX-License-Identifier: Apache-2.0
import { UsageError } from '../exitCodes.ts';
import type { Arguments } from './arguments.ts';
import { readChoice, readInstant, readWholeNumber } from './optionValues.ts';

function given(value: string | undefined): Arguments {
  return {
    operands: [],
    has: () => value !== undefined,
    value: () => value,
    values: () => (value === undefined ? [] : [value]),
  };
}

it.each([
  ['b', 'B'],
  ['A', 'A'],
  [undefined, undefined],
])('reads the choice %j', (value, expected) => {
  expect(readChoice(given(value), 'x', ['A', 'B'])).toBe(expected);
});

it('refuses another choice', () => {
  expect(() => readChoice(given('c'), 'grade', ['A', 'B', 'C+'])).toThrow(
    new UsageError('--grade must be A, B or C+, and is "c"'),
  );
});

it.each([
  ['1', 1],
  ['080', 80],
  ['100', 100],
  [undefined, undefined],
])('reads the whole number %j', (value, expected) => {
  expect(readWholeNumber(given(value), 'x', 1, 100)).toBe(expected);
});

it.each(['0', '101', '-1', '1'.repeat(400), '1.5', '1e1', 'B', ' 5', '٣'])(
  'refuses the whole number %j',
  value => {
    expect(() => readWholeNumber(given(value), 'x', 1, 100)).toThrow(
      UsageError,
    );
  },
);

it.each([
  ['2026-11-21', '2026-11-21T00:00:00.000Z'],
  ['2026-11-21T12:30Z', '2026-11-21T12:30:00.000Z'],
  ['2026-11-21t12:30:15.5z', '2026-11-21T12:30:15.500Z'],
  ['2026-11-21T00:00:00+02:00', '2026-11-20T22:00:00.000Z'],
  ['2028-02-29', '2028-02-29T00:00:00.000Z'],
])('reads the instant %j', (value, expected) => {
  expect(readInstant(given(value), 'now')?.toISOString()).toBe(expected);
});

it.each([
  'now',
  '2026',
  '2026-02-30',
  '2026-13-01',
  '2026-11-21T12:00:00',
  '2026-11-21T25:00Z',
  '21.11.2026',
])('refuses the instant %j', value => {
  expect(() => readInstant(given(value), 'now')).toThrow(
    `--now must be a day such as 2026-11-21, or a time with its zone such as 2026-11-21T12:00:00Z, and is "${value}"`,
  );
});
