// SPDX-License-Identifier: Apache-2.0
import { createExcerpts } from '@plimsoll/engine';
import { openPage } from '../terminal/page.ts';
import { excerptLines } from './excerptLines.ts';

function show(text: string, at: string, columns = 60): string[] {
  const start = text.indexOf(at);
  const range = { start, end: start + at.length };
  const page = openPage({ columns }, {});
  return excerptLines(createExcerpts(text)(range), page, line => line);
}

it('puts carets below the place', () => {
  expect(show('FROM a\nRUN apt-get update\n', 'apt-get')).toEqual([
    '         2 │ RUN apt-get update',
    '           │     ^^^^^^^',
  ]);
});

it('marks at least one column', () => {
  expect(show('FROM a\n', '')).toEqual([
    '         1 │ FROM a',
    '           │ ^',
  ]);
});

it('puts carets below wide characters, marks and tabs', () => {
  const carets = show('RUN echo 漢字 e\u0301\tok x\n', 'ok')[1] ?? '';
  const [, before = ''] = carets.split('│');
  // A space, "RUN echo ", two wide characters, " e" with its mark, a tab.
  expect(before).toBe(`${' '.repeat(1 + 9 + 4 + 2 + 4)}^^`);
});

it('marks the first line of a place that has several', () => {
  expect(show('RUN a \\\n  && b\n', 'a \\\n  && b')).toEqual([
    '         1 │ RUN a \\',
    '           │     ^^^',
  ]);
});

it('cuts a long line behind the place', () => {
  const [line = '', carets] = show(`RUN curl ${'x'.repeat(300)}\n`, 'curl');
  expect(line).toHaveLength(60);
  expect(line).toMatch(/│ RUN curl x+…$/);
  expect(carets).toBe('           │     ^^^^');
});

it('cuts a long line on both sides of a place that would be out of sight', () => {
  const text = `RUN ${'a'.repeat(100)} curl ${'b'.repeat(100)}\n`;
  const [line = '', carets = ''] = show(text, 'curl');
  expect(line).toHaveLength(60);
  expect(line).toMatch(/│ …a+ curl b+…$/);
  expect(carets.indexOf('^')).toBe(line.indexOf('curl'));
  expect(carets.trim()).toMatch(/│ +\^{4}$/);
});

it('marks a place that is longer than the page', () => {
  const text = `RUN echo ${'x'.repeat(150)}\n`;
  const [line = '', carets = ''] = show(text, 'x'.repeat(150));
  expect(line).toHaveLength(60);
  expect(carets.length).toBeLessThanOrEqual(60);
  expect(carets.indexOf('^')).toBe(line.indexOf('x'));
});
