// SPDX-License-Identifier: Apache-2.0
import { makesExecutable } from './executableMode.ts';

it.each([
  ['755', true],
  ['0755', true],
  ['4711', true],
  ['001', true],
  ['644', false],
  ['0640', false],
  ['1666', false],
  ['+x', true],
  ['a+x', true],
  ['ug+rx', true],
  ['u=rwx,g=r', true],
  ['a+X', true],
  ['-x', false],
  ['a-x', false],
  ['u+rw', false],
  ['', false],
])('%s: %s', (mode, expected) => {
  expect(makesExecutable(mode)).toBe(expected);
});
