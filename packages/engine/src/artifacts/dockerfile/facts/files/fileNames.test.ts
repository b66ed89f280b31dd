// SPDX-License-Identifier: Apache-2.0
import { mayBeSameFile, mayNameFile } from './fileNames.ts';

it.each([
  ['x.sh', 'x.sh'],
  ['./x.sh', 'x.sh'],
  ['x.sh', '/tmp/x.sh'],
  ['tmp/x.sh', '/a/tmp/x.sh'],
  ['/tmp//x.sh', '/tmp/x.sh'],
  ['$D/x.sh', '/tmp/x.sh'],
  ['~/x.sh', 'x.sh'],
  ['$(pwd)/a/x.sh', '/src/a/x.sh'],
  ['$F', '$F'],
])('%s may be %s', (a, b) => {
  expect(mayBeSameFile(a, b)).toBe(true);
  expect(mayBeSameFile(b, a)).toBe(true);
});

it.each([
  ['/a/x.sh', '/b/x.sh'],
  ['a/x.sh', '/b/x.sh'],
  ['x.sh', 'y.sh'],
  ['x.sh', 'ax.sh'],
  ['$F', '$G'],
  ['', ''],
  ['.', '/tmp/x.sh'],
])('"%s" is not "%s"', (a, b) => {
  expect(mayBeSameFile(a, b)).toBe(false);
  expect(mayBeSameFile(b, a)).toBe(false);
});

it.each([
  ['*.sh', 'x.sh', true],
  ['/opt/*', '/opt/x', true],
  ['/opt/*', '/bin/x', false],
  ['t?st-*-x', 'test-1.2-x', true],
  ['*a*b', 'xaxxb', true],
  ['*a*b', 'xbxxa', false],
  ['x.sh', '/tmp/x.sh', true],
  ['*/x.sh', 'a/x.sh', false],
])('the pattern %s and %s: %s', (word, file, expected) => {
  expect(mayNameFile(word, file)).toBe(expected);
});
