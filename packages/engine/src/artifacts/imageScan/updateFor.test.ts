// SPDX-License-Identifier: Apache-2.0
import { compareVersions, updateFor } from './updateFor.ts';

it.each([
  ['1.2.3', '1.2.10'],
  ['1.2', '1.2.1'],
  ['1.1.1n-0+deb11u3', '1.1.1n-0+deb11u4'],
  ['3.0.1-r1', '3.0.1-r2'],
  ['1.0', '1.0-r1'],
  ['1.0-rc1', '1.0'],
  ['1.0~beta2', '1.0'],
  ['1.0a', '1.0b'],
  ['0009', '10'],
  ['', '1'],
])('orders %s before %s', (a, b) => {
  expect(compareVersions(a, b)).toBeLessThan(0);
  expect(compareVersions(b, a)).toBeGreaterThan(0);
  expect(compareVersions(a, a)).toBe(0);
});

it.each<[string, string, (readonly string[])[], string | undefined]>([
  ['the next of several lines', '2.6.1', [['3.1.0', '2.6.9']], '2.6.9'],
  ['the highest that any needs', '1.0', [['1.1'], ['1.3'], ['1.2']], '1.3'],
  ['none where none is newer', '5.0', [['3.0', '4.0']], undefined],
  ['the first where nothing is installed', '', [['3.0', '4.0']], '3.0'],
  ['what is known of some', '1.0', [[], ['1.1']], '1.1'],
  ['none where nothing is', '1.0', [[]], undefined],
])('advises %s', (_, installed, fixes, expected) => {
  const vulnerabilities = fixes.map(fixedVersions => ({ fixedVersions }));
  expect(updateFor(vulnerabilities, installed)).toBe(expected);
});
