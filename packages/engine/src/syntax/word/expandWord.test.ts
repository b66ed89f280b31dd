// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitraryText, FUZZ_RUNS } from '../../testing/arbitraryText.ts';
import { expectLinear } from '../../testing/expectLinear.ts';
import { readFixture } from '../../testing/readFixture.ts';
import { expandWord, type Expansion } from './expandWord.ts';

interface Row extends Expansion {
  readonly id: string;
  readonly word: string;
  readonly env: Readonly<Record<string, string>>;
  readonly escape?: string;
}

const rows = readFixture<Row>(__dirname, 'words.jsonl');

describe('expandWord answers what BuildKit answers', () => {
  it('has all recorded words', () => {
    expect(rows).toHaveLength(600);
  });

  it.each(rows.map(row => [row.id, row] as const))('%s', (_, row) => {
    const { id, word, env, escape, ...expected } = row;
    expect(expandWord(word, { env, escape })).toEqual(expected);
  });
});

it.each([
  ['a default', '${X:-d}', {}, 'd'],
  ['a default for an empty value', '${X:-d}', { X: '' }, 'd'],
  ['no default for an empty value', '${X-d}', { X: '' }, ''],
  ['an alternative', '${X:+a}', { X: 'x' }, 'a'],
  ['the shortest prefix', '${X#*/}', { X: 'a/b/c' }, 'b/c'],
  ['the longest prefix', '${X##*/}', { X: 'a/b/c' }, 'c'],
  ['the shortest suffix', '${X%/*}', { X: 'a/b/c' }, 'a/b'],
  ['the longest suffix', '${X%%/*}', { X: 'a/b/c' }, 'a'],
  ['the first match', '${X/b/-}', { X: 'abab' }, 'a-ab'],
  ['all matches', '${X//b/-}', { X: 'abab' }, 'a-a-'],
  ['the match in its replacement', '${X//b/[$0]}', { X: 'ab' }, 'a[]'],
  ['nested operands', '${A:-${B:-${C:-z}}}', {}, 'z'],
  ['an escaped dollar', '\\$X', { X: '1' }, '$X'],
  ['single quotes', "'$X'", { X: '1' }, '$X'],
  ['double quotes', '"$X"', { X: '1' }, '1'],
  ['a name of the prototype', '$constructor', {}, ''],
])('expands %s', (_, word, env, value) => {
  expect(expandWord(word, { env })).toMatchObject({ value, error: null });
});

it.each([
  [
    '${X',
    'failed to process "${X": unsupported modifier (\ufffd) in substitution',
  ],
  ['${X:?gone}', 'failed to process "${X:?gone}": X: gone'],
  [
    '"a',
    'failed to process "\\"a": unexpected end of statement while looking for matching double-quote',
  ],
])('says why %s cannot be expanded', (word, error) => {
  expect(expandWord(word, { env: {} })).toEqual({
    value: null,
    unmatched: null,
    error,
    words: null,
    wordsError: error,
  });
});

it('gives up on a value that grows without bounds', () => {
  const env = { A: 'x'.repeat(1 << 20) };
  expect(expandWord('$A'.repeat(100), { env }).error).toContain('longer than');
});

it('gives up on a pattern that is too costly', () => {
  const env = { A: 'a'.repeat(10_000) };
  const { error } = expandWord(`\${A#${'*a'.repeat(1_000)}b}`, { env });
  expect(error).toContain('steps');
});

const PIECES = [
  '$A',
  '${A}',
  '${A:-',
  '${B:+',
  '${C:?',
  '${A#',
  '${A##*',
  '${A%',
  '${A/',
  '${A//x/',
  '*',
  '?',
  '/',
  ':',
  '-',
  '+',
  'A',
  'x',
  '\\$',
  '\\}',
  '$$',
  '$1',
  '$@',
  "'",
  '"',
];

it(`expands ${FUZZ_RUNS} hostile words without throwing`, () => {
  fc.assert(
    fc.property(
      arbitraryText(PIECES),
      fc.dictionary(fc.constantFrom('A', 'B', 'x', '__proto__'), fc.string()),
      fc.constantFrom('\\', '`'),
      (word, env, escape) => {
        const { value, error } = expandWord(word, { env, escape });
        expect((value === null) !== (error === null)).toBe(true);
      },
    ),
    { numRuns: FUZZ_RUNS },
  );
});

describe('takes time linear in the size of', () => {
  const env = { A: 'abc', B: 'x y' };
  it.each([
    ['plain text', (n: number) => 'ab '.repeat(n)],
    ['variables', (n: number) => '$A $B'.repeat(n)],
    ['unset variables', (n: number) => '$Z'.repeat(n)],
    ['nested operands', (n: number) => '${Z:-'.repeat(n) + '}'.repeat(n)],
    ['open operands', (n: number) => '${Z:-'.repeat(n)],
    ['quoted operands', (n: number) => '"${Z:-'.repeat(n) + '}"'.repeat(n)],
    ['nested patterns', (n: number) => '${Z#'.repeat(n) + '}'.repeat(n)],
    ['replacements', (n: number) => '${A//b/x}'.repeat(n)],
    ['single quotes', (n: number) => "''".repeat(n)],
    ['double quotes', (n: number) => '""'.repeat(n)],
    ['escapes', (n: number) => '\\'.repeat(n)],
    ['openings of heredocs', (n: number) => '<<'.repeat(n)],
    ['a pattern', (n: number) => `\${A#${'x'.repeat(n)}}`],
  ])('%s', (_, make) => {
    expectLinear(make, word => expandWord(word, { env }));
  });

  it.each([
    ['a value with many matches', '${A//a/b}'],
    ['a value without a match', '${A//ab/c}'],
    ['a value with a long prefix', '${A##*a}'],
    ['a value with a long suffix', '${A%%a*}'],
    ['a value with empty matches', '${A//*/x}'],
  ])('%s', (_, word) => {
    expectLinear(
      n => ({ A: 'a'.repeat(Math.min(n, 200_000)) }),
      variables => expandWord(word, { env: variables }),
    );
  });
});
