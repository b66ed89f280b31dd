// SPDX-License-Identifier: Apache-2.0

import type { Random } from './createRandom.ts';
import { trickyCharacters } from './mutateText.ts';
import type { Questions } from './questions.ts';

const segments: readonly string[] = [
  'a',
  'b',
  'c',
  'A',
  'src',
  'build',
  'node_modules',
  '.git',
  '.env',
  'README.md',
  'x.go',
  'a.b.c',
  'é',
  '🐳',
  'a b',
  '-',
  '!a',
  '#a',
  'a|b',
  'a+b',
  '(a)',
  'a{b}',
  '$a',
  '^a',
  '[a]',
  'a?',
  '\\a',
];

const patternSegments: readonly string[] = [
  '*',
  '**',
  '***',
  '?',
  '??',
  '*a',
  'a*',
  '*a*',
  '*.md',
  '*.*',
  '**a',
  'a**',
  'a**b',
  '**.go',
  '[a]',
  '[a-c]',
  '[^a]',
  '[!a]',
  '[a-]',
  '[-a]',
  '[\\]]',
  '[a\\-c]',
  '[[:alpha:]]',
  '[é-ü]',
  ']',
  'a]',
  '\\*',
  '\\?',
  '\\[a\\]',
  '\\\\',
  '\\é',
  '.',
  '..',
  '',
];

/** Those that no path matches, and some that are errors. */
const badSegments: readonly string[] = [
  '[',
  '[a',
  '[]',
  '[^]',
  '[]a]',
  '[c-a]',
  'a\\',
  '\\',
];

function writePattern(random: Random): string {
  const pieces = random.several(1, 4, () => {
    const piece = random.pick(
      random.chance(0.03)
        ? badSegments
        : random.pick([segments, patternSegments]),
    );
    return random.chance(0.03)
      ? `${piece}${random.pick(trickyCharacters)}`
      : piece;
  });
  const start = random.chance(0.25)
    ? random.pick(['/', './', '//', '../', '/./'])
    : '';
  const end = random.chance(0.2) ? random.pick(['/', '/.', '/..', '//']) : '';
  return `${start}${pieces.join('/')}${end}`;
}

function writeLine(random: Random, pattern: string): string {
  const around = () =>
    random.chance(0.1)
      ? random.pick([' ', '\t', '  ', '\u00a0', '\ufeff', '\r', '\v', '\u0085'])
      : '';
  const mark = random.chance(0.25)
    ? random.pick(['!', '!', '!', '! ', '!!', '#', ' #', '!#', '\\!', '\\#'])
    : '';
  return `${around()}${mark}${pattern}${around()}`;
}

/** A path that the pattern may match, or nearly. */
function pathFor(pattern: string, random: Random): string {
  const filled = pattern
    .replace(/\*\*+/g, () => random.pick(['a', 'a/b', 'src/a/b', '']))
    .replace(/\*/g, () => random.pick(['', 'a', 'x.md', '.']))
    .replace(/\?/g, () => random.pick(['a', 'é', '']))
    .replace(/\[[^\]]*\]/g, () => random.pick(['a', 'b', '-', ']']))
    .replace(/\\(.)/g, '$1');
  const child = random.chance(0.3) ? `/${random.pick(segments)}` : '';
  const parent = random.chance(0.1) ? `${random.pick(segments)}/` : '';
  return cleanPath(`${parent}${filled}${child}`);
}

/** A path as a listing of files would have it. */
export function cleanPath(path: string): string {
  const kept = path
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..');
  return kept.length > 0 ? kept.join('/') : 'a';
}

/** An ignore file and the paths to try on it. */
export function generateDockerignore(
  random: Random,
): Questions['dockerignore'] {
  const patterns = random.several(1, 5, () => writePattern(random));
  const lines = patterns.map(pattern => writeLine(random, pattern));
  if (random.chance(0.1)) {
    lines.splice(
      random.below(lines.length),
      0,
      random.pick(['', '# c', ' ! ', '#!']),
    );
  }
  if (random.chance(0.0002)) {
    // The longest line that Docker's reader takes has 65,535 bytes.
    lines.push('x'.repeat(65_535 + random.between(-2, 2)));
  }
  const lineEnd = random.chance(0.1) ? '\r\n' : '\n';
  const mark = random.chance(0.05) ? '\ufeff' : '';
  const text = `${mark}${lines.join(lineEnd)}${
    random.chance(0.8) ? lineEnd : ''
  }`;
  return { text, paths: writePaths(patterns, random) };
}

export function writePaths(
  patterns: readonly string[],
  random: Random,
): string[] {
  return random.several(4, 10, () =>
    patterns.length > 0 && random.chance(0.7)
      ? pathFor(random.pick(patterns), random)
      : cleanPath(random.several(1, 3, () => random.pick(segments)).join('/')),
  );
}
