// SPDX-License-Identifier: Apache-2.0

import type { Random } from './createRandom.ts';
import { trickyCharacters } from './mutateText.ts';
import type { Questions } from './questions.ts';

const names: readonly string[] = [
  'v',
  'v1',
  'w',
  'E',
  'unset',
  'unset2',
  '_',
  'p',
  'sp',
  'star',
  'uni',
  'long_name',
  'é',
];

const values: readonly string[] = [
  '',
  'x',
  'abcabc',
  'hello world',
  '/usr/local/bin:/bin',
  'C:\\a\\b',
  'foo.bar.baz',
  'a/b/c.tar.gz',
  'a  b\tc',
  ' a ',
  'a*b?c',
  'a\\b',
  '"q"',
  "'q'",
  '$v',
  '${v}',
  'héllo🐳',
  'a\u00a0b',
  'a\nb',
  '\udcff\udcc3',
  '\ufeffa',
  'aXbXc',
  '[a](b){c}^d|e+',
];

const modifiers: readonly string[] = [
  ':-',
  '-',
  ':+',
  '+',
  ':?',
  '?',
  '#',
  '##',
  '%',
  '%%',
  '/',
  '//',
];

const badModifiers: readonly string[] = [
  ':=',
  '=',
  ':',
  '::',
  ':#',
  ':%',
  ':/',
  '!',
  '@',
  '^',
  ',',
  ':1:2',
  ' ',
  '\u00a0',
  '',
];

const patternParts: readonly string[] = [
  '*',
  '?',
  '**',
  'a',
  'b',
  'é',
  '.',
  '/',
  '[a]',
  '[!a]',
  '(',
  ')',
  '|',
  '^',
  '$',
  '+',
  '{',
  '}',
  '\\',
  '\\*',
  '\\?',
  '\\\\',
  '\\/',
  '\\}',
  '\\a',
  '`*',
  '`',
  '"*"',
  "'*'",
  "'\\'",
  '"\\"',
  '#',
  '%',
  '\udcff',
  '\n',
];

const replacements: readonly string[] = [
  '',
  'x',
  '/',
  '\\/',
  '\\$1',
  '\\$0',
  '\\${1}',
  '\\$$',
  '$',
  "'$0'",
  '\\}',
  '&',
  '"y z"',
];

const plain: readonly string[] = [
  ...'abZ019 .:;=+-*?/~!@#%^&()[]{}|<>,_',
  'foo',
  '  ',
  '<<',
  '<<EOF',
  '<<\t"EOF"',
  '<< ',
  '\\',
  '\\\\',
  '\\$',
  '\\"',
  "\\'",
  '`',
  '``',
  '`$',
  '`"',
  '$',
  '$$',
  '$(v)',
  '$-',
  '$0',
  '$12',
  '$é',
  '${',
  '${}',
  '${:-a}',
  '${{v}',
  '}',
];

function writeOperand(modifier: string, random: Random, depth: number): string {
  const inner = () => writeWord(random, depth - 1);
  if (modifier.startsWith('#') || modifier.startsWith('%')) {
    return writePattern(random, inner);
  }
  if (modifier.startsWith('/')) {
    const pattern = writePattern(random, inner);
    const replacement = random.chance(0.6)
      ? random.pick(replacements)
      : inner();
    return random.chance(0.1) ? pattern : `${pattern}/${replacement}`;
  }
  return random.chance(0.2) ? '' : inner();
}

function writePattern(random: Random, inner: () => string): string {
  return random
    .several(0, 3, () =>
      random.chance(0.75) ? random.pick(patternParts) : inner(),
    )
    .join('');
}

function writeSubstitution(random: Random, depth: number): string {
  const name = random.chance(0.93)
    ? random.pick(names)
    : random.pick([
        '',
        '1',
        '12',
        '0',
        '@',
        '#',
        '?',
        '-',
        '$',
        '!',
        '*',
        'a b',
      ]);
  if (random.chance(0.25)) {
    return `$${name}`;
  }
  const end = random.chance(0.97) ? '}' : '';
  if (random.chance(0.3)) {
    return `\${${name}${end}`;
  }
  const modifier = random.pick(random.chance(0.93) ? modifiers : badModifiers);
  return `\${${name}${modifier}${writeOperand(modifier, random, depth)}${end}`;
}

function writeWord(random: Random, depth: number): string {
  return random
    .several(depth > 2 ? 1 : 0, 3, () => {
      const kind = random.below(depth > 0 ? 10 : 3);
      switch (kind) {
        case 0:
        case 1:
          return random.pick(plain);
        case 2:
          return random.chance(0.15) ? random.pick(trickyCharacters) : 'a';
        case 3:
          return `"${writeWord(random, depth - 1)}${
            random.chance(0.97) ? '"' : ''
          }`;
        case 4:
          return `'${writeWord(random, depth - 1)}${
            random.chance(0.97) ? "'" : ''
          }`;
        default:
          return writeSubstitution(random, depth - 1);
      }
    })
    .join('');
}

/** A word to expand, with every kind of substitution inside another. */
export function generateWord(random: Random): Questions['word'] {
  const env: Record<string, string> = {};
  for (const name of names) {
    if (!name.startsWith('unset') && random.chance(0.8)) {
      env[name] = random.pick(values);
    }
  }
  const word = writeWord(random, random.between(1, 4));
  return random.chance(0.2) ? { word, env, escape: '`' } : { word, env };
}
