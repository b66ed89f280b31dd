// SPDX-License-Identifier: Apache-2.0
import { cleanPath, joinPaths } from './paths.ts';

it.each([
  ['', '.'],
  ['.', '.'],
  ['/', '/'],
  ['//', '/'],
  ['/.', '/'],
  ['/..', '/'],
  ['/../a', '/a'],
  ['./a', 'a'],
  ['a/', 'a'],
  ['a//b', 'a/b'],
  ['a/./b', 'a/b'],
  ['a/../b', 'b'],
  ['a/..', '.'],
  ['../../a', '../../a'],
  ['a/../../b', '../b'],
  ['..a/b../.c', '..a/b../.c'],
  ['/a/b', '/a/b'],
])('cleans %j to %j', (path, expected) => {
  expect(cleanPath(path)).toBe(expected);
});

it.each([
  ['.', 'a/b', 'a/b'],
  ['.', '', '.'],
  ['.', '../a', '../a'],
  ['/', 'a', '/a'],
  ['/', '', '/'],
  ['/', '..', '/'],
  ['/w', '', '/w'],
  ['/w/', 'a', '/w/a'],
  ['/w', '../a', '/a'],
  ['w', '/a', '/a'],
  ['', 'a', '/a'],
])('sees from %j the path %j as %j', (folder, path, expected) => {
  expect(joinPaths(folder, path)).toBe(expected);
});
