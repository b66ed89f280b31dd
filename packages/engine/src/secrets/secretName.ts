// SPDX-License-Identifier: Apache-2.0
import {
  HARMLESS_KEYS,
  LAST_PASSWORD_WORDS,
  PASSWORD_ENDINGS,
  PASSWORD_WORDS,
  SECRET_KEYS,
  SECRET_WORDS,
  VAGUE_WORDS,
  VENDOR_NAMES,
  WORDS_BEFORE,
  WORDS_BEHIND,
} from '../data/secretNames.ts';

/**
 * What a name says about its value: a password, some other secret, or perhaps
 * one (`KEY`, `AUTH`).
 */
export type NameSignal = 'password' | 'secret' | 'vague';

/**
 * What the name of a variable, a key or a flag says about its value; undefined
 * where it says nothing of a secret.
 */
export function nameSignal(name: string): NameSignal | undefined {
  if (name.length > MAX_NAME_LENGTH || !TELLING.test(name)) return undefined;
  const known = VENDOR_NAMES.get(name.toUpperCase().replace(/-/g, '_'));
  if (known !== undefined) return known;
  const words = splitName(name);
  let strongest: NameSignal | undefined;
  let first = words.length;
  let last = 0;
  for (let index = 0; index < words.length; index++) {
    const signal = wordSignal(words, index);
    if (signal === undefined) continue;
    strongest = strongest ? stronger(strongest, signal) : signal;
    first = Math.min(first, index);
    last = index;
  }
  if (strongest === undefined) return undefined;
  const isDenied =
    words.slice(0, first).some(word => WORDS_BEFORE.has(word)) ||
    words.slice(last + 1).some(word => WORDS_BEHIND.has(word));
  return isDenied ? undefined : strongest;
}

/** Longer names are no names. */
export const MAX_NAME_LENGTH = 128;

/** A part of each name that says something; few others have one. */
const TELLING =
  /pass|pword|pw|token|secret|key|auth|cred|private|cookie|[_-]pat/i;

function stronger(a: NameSignal, b: NameSignal): NameSignal {
  return STRENGTHS.indexOf(b) < STRENGTHS.indexOf(a) ? b : a;
}

const STRENGTHS: readonly NameSignal[] = ['password', 'secret', 'vague'];

/** `dbPassword2` and `DB_PASSWORD_2` are `db`, `password` and `2`. */
function splitName(name: string): string[] {
  const words = name.match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+/g);
  return (words ?? []).map(word => word.toLowerCase());
}

function wordSignal(
  words: readonly string[],
  index: number,
): NameSignal | undefined {
  const word = words[index]!.replace(/[0-9]+$/, '');
  if (PASSWORD_WORDS.has(word)) return 'password';
  if (LAST_PASSWORD_WORDS.has(word)) {
    const isLast = words.slice(index + 1).every(next => /^[0-9]+$/.test(next));
    // PWD alone is the folder.
    return isLast && (word !== 'pwd' || index > 0) ? 'password' : undefined;
  }
  if (SECRET_WORDS.has(word)) return 'secret';
  if (word === 'key') {
    const before = words[index - 1] ?? '';
    if (HARMLESS_KEYS.has(before)) return undefined;
    return SECRET_KEYS.has(before) ? 'secret' : 'vague';
  }
  if (VAGUE_WORDS.has(word)) return 'vague';
  const isEnding = PASSWORD_ENDINGS.some(ending => word.endsWith(ending));
  return isEnding && !word.startsWith('no') ? 'password' : undefined;
}
