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
  if (name.length > MAX_NAME_LENGTH) return undefined;
  const known = VENDOR_NAMES.get(name.toUpperCase().replace(/-/g, '_'));
  if (known !== undefined) return known;
  const words = splitName(name);
  const signals = words.map((_, index) => wordSignal(words, index));
  const first = signals.findIndex(signal => signal !== undefined);
  if (first < 0) return undefined;
  const last = signals.findLastIndex(signal => signal !== undefined);
  if (words.slice(0, first).some(word => WORDS_BEFORE.has(word))) {
    return undefined;
  }
  if (words.slice(last + 1).some(word => WORDS_BEHIND.has(word))) {
    return undefined;
  }
  return STRENGTHS.find(strength => signals.includes(strength));
}

/** Longer names are no names. */
export const MAX_NAME_LENGTH = 128;

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
