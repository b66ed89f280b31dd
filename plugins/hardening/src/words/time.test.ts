// SPDX-License-Identifier: Apache-2.0
import {
  formatAge,
  formatDay,
  formatInstant,
  shortRevision,
  shortRuleset,
} from './time';

const now = new Date(2026, 10, 21, 14, 31);
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

it.each([
  [0, 'just now'],
  [-5, 'just now'],
  [1, '1 min ago'],
  [59, '59 min ago'],
  [60, '1 h ago'],
  [60 * 24 - 1, '23 h ago'],
  [60 * 24, 'yesterday'],
  [60 * 24 * 3, '3 days ago'],
  [60 * 24 * 8, 'on 13 Nov'],
  [60 * 24 * 400, 'on 17 Oct 2025'],
])('writes %i minutes ago as "%s"', (minutes, words) => {
  expect(formatAge(before(minutes), now)).toBe(words);
});

it('names the year only of another one', () => {
  expect(formatDay(new Date(2026, 0, 2), now)).toBe('2 Jan');
  expect(formatDay(new Date(2025, 11, 31), now)).toBe('31 Dec 2025');
});

it('names the day only of another one', () => {
  expect(formatInstant(new Date(2026, 10, 21, 9, 5), now)).toBe('09:05');
  expect(formatInstant(new Date(2026, 10, 18, 9, 5), now)).toBe(
    '18 Nov, 09:05',
  );
});

it.each([
  ['4f9c2abf0e3d5c6b7a8f9e0d1c2b3a4f5e6d7c8b', '4f9c2ab'],
  ['v1.2.3', 'v1.2.3'],
  ['"an-etag-that-is-long"', '"an-etag-tha'],
])('shortens the revision %s to %s', (revision, short) => {
  expect(shortRevision(revision)).toBe(short);
});

it('shortens the hash of a ruleset, not its version', () => {
  expect(shortRuleset('0.1.0-46ea17a1bc685aa3')).toBe('0.1.0-46ea17a');
  expect(shortRuleset('1.0.0-beta')).toBe('1.0.0-beta');
});
