// SPDX-License-Identifier: Apache-2.0
import { plainValue, type PlainValue } from './yamlSchema.ts';

// Text, and what it means in YAML 1.2, to Kubernetes and to Compose.
it.each<[string, PlainValue, PlainValue, PlainValue]>([
  ['', undefined, undefined, undefined],
  ['~', undefined, undefined, undefined],
  ['Null', undefined, undefined, undefined],
  ['nULL', 'nULL', 'nULL', 'nULL'],
  ['TRUE', true, true, true],
  ['yes', 'yes', true, 'yes'],
  ['Off', 'Off', false, 'Off'],
  ['oN', 'oN', 'oN', 'oN'],
  ['y', 'y', true, 'y'],
  ['12', 12, 12, 12],
  ['-12', -12, -12, -12],
  ['0644', 644, 420, 420],
  ['-0644', -644, -420, -420],
  ['0o644', 420, 420, 420],
  ['089', 89, 89, 89],
  ['0x1F', 31, 31, 31],
  ['0X1F', '0X1F', 31, 31],
  ['0b11', '0b11', 3, 3],
  ['0b12', '0b12', '0b12', '0b12'],
  ['1_000', '1_000', 1000, 1000],
  ['1.5e3', 1500, 1500, 1500],
  ['.5', 0.5, 0.5, 0.5],
  ['-.INF', -Infinity, -Infinity, -Infinity],
  ['.nan', NaN, NaN, NaN],
  ['.iNF', '.iNF', '.iNF', '.iNF'],
  ['.', '.', '.', '.'],
  ['-', '-', '-', '-'],
  ['1.2.3', '1.2.3', '1.2.3', '1.2.3'],
  ['12:30', '12:30', '12:30', '12:30'],
  ['2026-11-21', '2026-11-21', '2026-11-21', '2026-11-21'],
  ['1e400', Infinity, Infinity, Infinity],
])('takes %j for %j, %j and %j', (text, core, kubernetes, compose) => {
  expect(plainValue(text, 'core')).toBe(core);
  expect(plainValue(text, 'kubernetes')).toBe(kubernetes);
  expect(plainValue(text, 'compose')).toBe(compose);
});
