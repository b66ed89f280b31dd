// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';

/** How many inputs each parser is fuzzed with. */
export const FUZZ_RUNS = 20_000;

/** Pieces that are likely to hurt any parser, beside those of its own. */
const HOSTILE = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\0',
  'é',
  '🐳',
  '\ud83d',
  '\udc80',
  '\udcff',
  '\\',
  '`',
  '"',
  "'",
  '$',
  '{',
  '}',
  '[',
  ']',
  '#',
  '=',
  '<<',
  '__proto__',
];

/** Texts put together from the pieces of a language and hostile ones. */
export function arbitraryText(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  return fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''));
}
