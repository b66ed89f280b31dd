// SPDX-License-Identifier: Apache-2.0
import { closest } from './closest.ts';

it.each([
  ['chekc', ['check', 'explain'], ['check']],
  ['CHECK', ['check'], ['check']],
  ['expalin', ['check', 'explain'], ['explain']],
  ['rule', ['rules', 'role', 'check'], ['rules', 'role']],
  ['frobnicate', ['check', 'rules'], []],
  ['', ['check'], []],
])('proposes for %j of %j', (word, candidates, proposals) => {
  expect(closest(word, candidates)).toEqual(proposals);
});
