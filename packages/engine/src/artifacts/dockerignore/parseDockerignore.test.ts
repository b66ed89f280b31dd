// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitraryText, FUZZ_RUNS } from '../../testing/arbitraryText.ts';
import { expectLinear } from '../../testing/expectLinear.ts';
import { readFixture } from '../../testing/readFixture.ts';
import { parseDockerignore } from './parseDockerignore.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly paths: readonly string[];
  readonly patterns: readonly string[];
  readonly excluded: readonly boolean[] | null;
  readonly error: string | null;
}

const rows = readFixture<Row>(__dirname, 'dockerignore.jsonl');

describe('parseDockerignore answers what Docker answers', () => {
  it('has all recorded files', () => {
    expect(rows).toHaveLength(399);
  });

  it.each(rows.map(row => [row.id, row] as const))('%s', (_, row) => {
    const file = parseDockerignore(row.text);
    expect(file.patterns).toEqual(row.patterns);
    expect(file.error).toBe(row.error);
    if (row.excluded === null) return;
    expect(row.paths.map(file.excludes)).toEqual(row.excluded);
  });
});

it.each([
  ['a name, at the root only', 'a', { a: true, 'b/a': false }],
  ['what is below a folder', 'a', { 'a/b/c': true }],
  ['a name anywhere', '**/a', { a: true, 'b/a': true, 'b/ca': false }],
  ['a leading slash', '/a', { a: true }],
  ['everything below', 'a/**', { 'a/b': true, a: false }],
  ['a star within one folder', 'a/*.md', { 'a/b.md': true, 'a/b/c.md': false }],
  ['an exception', '*.md\n!README.md', { 'a.md': true, 'README.md': false }],
  ['the last line wins', '!a\na', { a: true }],
  ['a class', '[a-c].txt', { 'b.txt': true, 'd.txt': false }],
  ['an escaped letter means a class of Go', 'v\\d', { v1: true, vd: false }],
  ['a bar is a bar', 'a|b', { b: false, 'a|b': true }],
  [
    'a bar beside a star separates alternatives',
    'a|b*',
    { 'x/b': true, c: false },
  ],
  ['a counted repeat', 'a{2}?', { aab: true, 'a{2}b': false }],
  ['comments and empty lines', '# a\n\n  \nb', { a: false, b: true }],
  ['half a character, by its byte', '\udcc3**', { é: true, a: false }],
  ['the context itself', '**', { '.': false, a: true }],
])('knows %s', (_, text, expected) => {
  const file = parseDockerignore(text);
  const answers = Object.keys(expected).map(path => [
    path,
    file.excludes(path),
  ]);
  expect(Object.fromEntries(answers)).toEqual(expected);
});

it('tells which line decided', () => {
  const file = parseDockerignore('# docs\n*.md\n!README.md\n');
  expect(file.decide('a.md')).toMatchObject({
    excluded: true,
    decidedBy: { pattern: '*.md', line: 2 },
  });
  expect(file.decide('README.md')).toMatchObject({
    excluded: false,
    decidedBy: { pattern: '!README.md', line: 3 },
  });
  expect(file.decide('main.go')).toEqual({ excluded: false });
});

it.each([
  ['!', 'illegal exclusion pattern: "!"', 1],
  ['a\n[', 'syntax error in pattern', 2],
  ['a\n\n[z-a]', 'syntax error in pattern', 3],
  [`${'a'.repeat(70_000)}`, 'bufio.Scanner: token too long', 1],
])('says why %p is refused', (text, error, errorLine) => {
  const file = parseDockerignore(text);
  expect(file).toMatchObject({ error, errorLine });
  expect(file.excludes('a')).toBe(false);
});

it('gives up on patterns that are too large together', () => {
  const file = parseDockerignore('?{0,1000}\n'.repeat(1_000));
  expect(file.error).toContain('steps');
});

const PIECES = [
  'a',
  'b',
  '/',
  '*',
  '**',
  '**/',
  '?',
  '!',
  '[a-c]',
  '[^',
  ']',
  '\\',
  '\\d',
  '\\pL',
  '{2}',
  '|',
  '.',
  '..',
  '\\Q',
  '\\E',
  '[[:alpha:]]',
  '^',
  '$',
  '(',
  ')',
];

it(`reads ${FUZZ_RUNS} hostile files without throwing`, () => {
  fc.assert(
    fc.property(arbitraryText(PIECES), fc.string(), (text, path) => {
      const file = parseDockerignore(text);
      const decision = file.decide(path);
      expect(decision.excluded).toBe(file.excludes(path));
      for (const { range } of file.lines) {
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: FUZZ_RUNS },
  );
});

describe('takes time linear in the size of', () => {
  it.each([
    ['patterns', (n: number) => 'a/*.md\n'.repeat(n)],
    ['exceptions', (n: number) => '!a\n'.repeat(n)],
    ['comments', (n: number) => '# a\n'.repeat(n)],
    ['a pattern', (n: number) => 'a/'.repeat(Math.min(n, 32_000))],
    ['stars', (n: number) => '*'.repeat(Math.min(n, 60_000))],
    ['classes', (n: number) => '[a]'.repeat(Math.min(n, 20_000))],
  ])('%s', (_, make) => {
    expectLinear(make, text => parseDockerignore(text).excludes('a/b/c'));
  });

  it.each([
    ['a path against many stars', '*a*a*a*a*a*a*a*a*b', 'a'],
    ['a path against many folders', '**/a/**/a/**/a/**/b', 'ab/'],
    ['a deep path', '*x*y', 'a/'],
  ])('%s', (_, pattern, piece) => {
    const file = parseDockerignore(pattern);
    expectLinear(
      n => piece.repeat(Math.min(n, 20_000)),
      path => file.excludes(path),
    );
  });
});
