// SPDX-License-Identifier: Apache-2.0
import { csvLine } from './scorecardExport';

it.each([
  ['plain', 'plain'],
  ['with, comma', '"with, comma"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  [' =1', `"' =1"`],
  ['|cmd', `"'|cmd"`],
  ['＝1', `"'＝1"`],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a=1', 'a=1'],
  ['', ''],
  [null, ''],
  [undefined, ''],
  [-5, '-5'],
  [0.5, '0.5'],
])('writes %j as %s', (cell, written) => {
  expect(csvLine([cell, 'next'])).toBe(`${written},next\r\n`);
});
