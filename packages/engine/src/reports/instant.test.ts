// SPDX-License-Identifier: Apache-2.0
import { utcDay, utcInstant } from './instant.ts';

it.each([
  ['2026-11-02T09:15:30.123456789+02:00', '2026-11-02T07:15:30.123Z'],
  ['2026-11-02T09:15:30Z', '2026-11-02T09:15:30.000Z'],
  ['2026-11-02 09:15:30-01:00', '2026-11-02T10:15:30.000Z'],
  ['2026-11-02', '2026-11-02T00:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(utcInstant(text)).toBe(instant);
});

it.each([
  // Which zone?
  '2026-11-02T09:15:30',
  '0001-01-01T00:00:00Z',
  '2026-13-02T00:00:00Z',
  'Mon, 02 Nov 2026 09:15:30 GMT',
  '1793611530',
  'yesterday',
  '',
  undefined,
])('%s is no instant', text => {
  expect(utcInstant(text)).toBeUndefined();
});

it.each([
  ['2022-08-05T07:15:07.24Z', '2022-08-05'],
  ['2022-08-05', '2022-08-05'],
  ['0001-01-01T00:00:00Z', undefined],
  ['2022-08-50', undefined],
  ['2022-08-051', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is on the day %s', (text, day) => {
  expect(utcDay(text)).toBe(day);
});
