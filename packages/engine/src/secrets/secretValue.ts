// SPDX-License-Identifier: Apache-2.0
import {
  PLACEHOLDER_MARKS,
  PLACEHOLDER_WORDS,
  PLAIN_VALUES,
} from '../data/secretNames.ts';
import { MASK_RANGE } from './masks.ts';
import type { NameSignal } from './secretName.ts';

/**
 * What stands where a secret may stand: nothing; something that a build or a
 * shell puts in (`$TOKEN`); a word that asks to be replaced; something that is
 * no secret, such as a path; or the secret itself, masked or not.
 */
export type ValueNature =
  | 'empty'
  | 'reference'
  | 'placeholder'
  | 'plain'
  | 'literal';

/**
 * Judges a value by itself.
 *
 * @param value - without quotes; of a long one the first characters decide
 * @param signal - what its name says
 * @param name - a value that repeats it stands for another one
 */
export function natureOfValue(
  value: string,
  signal: NameSignal,
  name = '',
): ValueNature {
  const head = value.slice(0, MAX_HEAD).trim();
  if (head === '') return 'empty';
  if (hasReference(head)) return 'reference';
  if (isPlain(head, signal)) return 'plain';
  if (HAS_MASK.test(head)) return 'literal';
  if (isPlaceholder(head) || letters(head) === letters(name)) {
    return 'placeholder';
  }
  return 'literal';
}

const HAS_MASK = new RegExp(`[${MASK_RANGE}]`);

/** More of a value changes nothing. */
const MAX_HEAD = 512;

/** Whether something else is put in the place of it, or of a part. */
function hasReference(value: string): boolean {
  // `$$` names nothing: it is likely to be a part of a password.
  return REFERENCE.test(value.replace(/\$\$/g, '__'));
}

const REFERENCE =
  /\$[A-Za-z_{(]|`|\{\{|<%|^%[A-Za-z_][A-Za-z0-9_]*%$|^@[A-Za-z_][A-Za-z0-9_]*@$|^__[A-Z0-9_]+__$|^#\{|^(?:op|vault|awssm|ref\+[a-z]+|secretref|keyvault):|^arn:aws|^projects\/.*\/secrets\//;

function isPlain(value: string, signal: NameSignal): boolean {
  if (value.length === 1 || !MEANINGFUL.test(value)) return true;
  if (PLAIN_VALUES.has(value.toLowerCase())) return true;
  if (PLAIN_START.test(value) || PATTERN.test(value)) return true;
  const digits = /^[0-9]+$/.test(value) ? value.length : 0;
  if (digits > 0) return digits <= (signal === 'password' ? 2 : 9);
  if (FILE.test(value)) return true;
  if (signal === 'password') return false;
  if (AMOUNT.test(value) || FINGERPRINT.test(value)) return true;
  return signal === 'vague' && WORD.test(value);
}

/** A letter or a digit, masked or not. */
const MEANINGFUL = new RegExp(`[A-Za-z0-9${MASK_RANGE}]`);
/** Paths, URLs, digests, public keys; what is looked for by its form. */
const PLAIN_START =
  /^(?:\.{0,2}\/|~\/|\.[a-z]|[A-Za-z]:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:\/\/|sha(?:1|256|384|512)[:-]|ssh-(?:rsa|dss|ed25519) |ecdsa-sha2-|-----BEGIN |file:|env:|pass:env|!Ref|!Sub)/;
/** Of `sed` and `grep`. */
const PATTERN = /^(?:\.[*+]|\^|\(\?|\\[(sSwdb]|\[\^|\.\*\$)/;
/** The name of a file. */
const FILE =
  /^[\w./-]+\.(?:sh|py|rb|js|ts|json|ya?ml|xml|toml|ini|cfg|conf|properties|env|txt|pem|key|crt|cer|p12|pfx|jks|keystore|kdbx?|gpg|asc|pub|zip|gz)$/i;
/** What a `KEY` or an `AUTH` can be that opens nothing. */
const WORD = /^[A-Za-z_.-]{1,24}$/;
/** Versions, sizes and durations. */
const AMOUNT =
  /^(?:v?[0-9]+(?:\.[0-9]+)+(?:[-+.][A-Za-z0-9.]+)?|[0-9]+(?:ms|[smhdwkKMG])[bB]?)$/;
/** Of an OpenPGP key: anybody may know it. */
const FINGERPRINT =
  /^(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40})(?:[ ,]+(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40}))*$/;

/** Whether a value asks to be replaced, or shows only what one looks like. */
export function isPlaceholder(value: string): boolean {
  const lower = value.toLowerCase();
  if (/^<[^<>]*>$|^\[[^[\]]*\]$|^\*+$|\.\.\.|…/.test(value)) return true;
  if (new Set(lower).size <= 2) return true;
  if (lower.startsWith('test')) return true;
  return (
    PLACEHOLDER_MARKS.some(mark => lower.includes(mark)) || isFiller(lower)
  );
}

/** Whether nothing but filler words make it up, with or without gaps. */
function isFiller(value: string): boolean {
  const text = letters(value);
  if (text === '' || text.length > MAX_FILLER || /[0-9]/.test(value)) {
    return false;
  }
  // Whether the text up to each index can be put together from words.
  const reached = [true];
  for (let end = 1; end <= text.length; end++) {
    let start = end - 1;
    const first = Math.max(0, end - LONGEST_WORD);
    while (start >= first && !isWord(text, start, end, reached)) start--;
    reached[end] = start >= first;
  }
  return reached[text.length]!;
}

function isWord(
  text: string,
  start: number,
  end: number,
  reached: readonly boolean[],
): boolean {
  return reached[start]! && PLACEHOLDER_WORDS.has(text.slice(start, end));
}

const LONGEST_WORD = Math.max(
  ...[...PLACEHOLDER_WORDS].map(({ length }) => length),
);
const MAX_FILLER = 64;

function letters(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * Whether a value looks as if a machine had drawn it: hexadecimal with 3 bits a
 * digit, or base 64 with 4.5 bits a character. A short text cannot reach so
 * many: there it has to come close to its most, with letters and digits.
 */
export function isRandom(value: string): boolean {
  const head = value.slice(0, MAX_HEAD);
  if (head.length < MIN_RANDOM) return false;
  if (/^[0-9a-f-]+$/i.test(head)) {
    return /[0-9]/.test(head) && entropy(head) >= HEX_BITS;
  }
  if (!/^[A-Za-z0-9+/_.~-]+={0,2}$/.test(head)) return false;
  const bits = entropy(head);
  if (bits >= BASE64_BITS) return true;
  const digits = head.match(/[0-9]/g)?.length ?? 0;
  const isMixed = digits >= 2 && /[A-Za-z]/.test(head);
  return isMixed && bits >= SHORT_PART * Math.log2(head.length);
}

const MIN_RANDOM = 20;
const HEX_BITS = 3;
const BASE64_BITS = 4.5;
const SHORT_PART = 0.85;

/** Shannon's, in bits for each character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const unit of text) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
