// SPDX-License-Identifier: Apache-2.0

import type { Random } from './createRandom.ts';

/** Characters that parsers trip over. */
export const trickyCharacters: readonly string[] = [
  ...'\\`"\'$#<>-=[]{}(),:;&|!?*/%+~^@._ \t\n\r0aA',
  '\v',
  '\f',
  '\0',
  '\x01',
  '\x1a',
  '\x7f',
  '\u0085',
  '\u00a0',
  // Their second byte is that of U+00A0 and U+0085.
  'à',
  'Å',
  'é',
  'ß',
  // In lower case K, I and S.
  '\u212a',
  'İ',
  'ı',
  'ſ',
  '\u1680',
  '\u180e',
  '\u2003',
  '\u200b',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '🐳',
  '“',
  // Bytes that are not UTF-8.
  '\udc80',
  '\udc85',
  '\udca0',
  '\udcc3',
  '\udced',
  '\udcff',
];

const spaces = /[ \t]/;

type Mutation = (units: string[], random: Random, other: string[]) => string[];

function span(units: readonly unknown[], random: Random): [number, number] {
  const start = random.below(units.length + 1);
  const longest = random.chance(0.7) ? 4 : 40;
  return [start, Math.min(units.length, start + random.between(1, longest))];
}

const characterMutations: readonly Mutation[] = [
  function remove(units, random) {
    const [start, end] = span(units, random);
    return [...units.slice(0, start), ...units.slice(end)];
  },
  function duplicate(units, random) {
    const [start, end] = span(units, random);
    return [...units.slice(0, end), ...units.slice(start)];
  },
  function swap(units, random) {
    const at = random.below(Math.max(1, units.length - 1));
    const [left, right] = [units[at], units[at + 1]];
    return left === undefined || right === undefined
      ? units
      : [...units.slice(0, at), right, left, ...units.slice(at + 2)];
  },
  function insert(units, random) {
    const at = random.below(units.length + 1);
    return [
      ...units.slice(0, at),
      random.pick(trickyCharacters),
      ...units.slice(at),
    ];
  },
  function replace(units, random) {
    const at = random.below(units.length + 1);
    return [
      ...units.slice(0, at),
      random.pick(trickyCharacters),
      ...units.slice(at + 1),
    ];
  },
  function turnCase(units, random) {
    const [start, end] = span(units, random);
    return units.map((unit, at) => {
      if (at < start || at >= end) {
        return unit;
      }
      const upper = unit.toUpperCase();
      return unit === upper ? unit.toLowerCase() : upper;
    });
  },
  function splice(units, random, other) {
    return [
      ...units.slice(0, random.below(units.length + 1)),
      ...other.slice(random.below(other.length + 1)),
    ];
  },
  function transplant(units, random, other) {
    const at = random.below(units.length + 1);
    const [start, end] = span(other, random);
    return [
      ...units.slice(0, at),
      ...other.slice(start, end),
      ...units.slice(at),
    ];
  },
  function otherSpace(units, random) {
    const places = units.flatMap((unit, at) => (spaces.test(unit) ? [at] : []));
    if (places.length === 0) {
      return units;
    }
    const place = random.pick(places);
    const space = random.pick(['\t', '  ', '\u00a0', '\v', '\r', '\u3000', '']);
    return [...units.slice(0, place), space, ...units.slice(place + 1)];
  },
];

const lineMutations: readonly Mutation[] = [
  function removeLine(lines, random) {
    const at = random.below(lines.length);
    return [...lines.slice(0, at), ...lines.slice(at + 1)];
  },
  function duplicateLine(lines, random) {
    const at = random.below(lines.length);
    return [...lines.slice(0, at + 1), ...lines.slice(at)];
  },
  function swapLines(lines, random) {
    const swapped = [...lines];
    const [one, two] = [random.below(lines.length), random.below(lines.length)];
    swapped[one] = lines[two] ?? '';
    swapped[two] = lines[one] ?? '';
    return swapped;
  },
  function insertLine(lines, random, other) {
    const at = random.below(lines.length + 1);
    const line = other.length > 0 ? random.pick(other) : '\n';
    return [...lines.slice(0, at), line, ...lines.slice(at)];
  },
  function spliceLines(lines, random, other) {
    return [
      ...lines.slice(0, random.below(lines.length + 1)),
      ...other.slice(random.below(other.length + 1)),
    ];
  },
  function joinLines(lines, random) {
    const at = random.below(lines.length);
    return lines.map((line, index) =>
      index === at ? line.replace(/\r?\n$/, '') : line,
    );
  },
  function otherLineEnds(lines, random) {
    const end = random.pick(['\r\n', '\r\r\n', '\r', '\n\n', ' \n', '\\\n']);
    const all = random.chance(0.5);
    return lines.map(line =>
      all || random.chance(0.3) ? line.replace(/\r?\n$/, end) : line,
    );
  },
];

/** The lines of a text, each with its line end. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The text after one change, which may take parts of `other`. */
export function mutateText(
  text: string,
  other: string,
  random: Random,
): string {
  const lines = splitLines(text);
  if (lines.length > 1 && random.chance(0.35)) {
    const mutate = random.pick(lineMutations);
    return mutate(lines, random, splitLines(other)).join('');
  }
  const mutate = random.pick(characterMutations);
  return mutate(Array.from(text), random, Array.from(other)).join('');
}
