// SPDX-License-Identifier: Apache-2.0
import { replaceLoneSurrogates } from '../../text/characters.ts';
import { ShellPattern } from './shellPattern.ts';

/** The value that a modifier gives, or why it gives none. */
export interface ModifierResult {
  readonly value: string;
  readonly error?: string | undefined;
}

/**
 * Applies `-`, `+`, `?` (each also with a colon), `#` and `%`.
 *
 * @param value - undefined when the variable is unset
 * @param modifier - as written between name and operand
 * @param operand - already expanded
 */
export function applyModifier(
  name: string,
  value: string | undefined,
  modifier: string,
  operand: string,
): ModifierResult {
  const isAbsent =
    value === undefined || (modifier.startsWith(':') && value === '');
  switch (modifier.at(-1)) {
    case '-':
      return { value: isAbsent ? operand : value };
    case '+':
      return { value: isAbsent ? '' : operand };
    case '?':
      return isAbsent ? missing(name, value, operand) : { value };
    case '#':
      return trimPrefix(value ?? '', operand);
    case '%':
      return trimSuffix(value ?? '', operand);
    default:
      return failed(`unsupported modifier (${modifier}) in substitution`);
  }
}

function missing(
  name: string,
  value: string | undefined,
  operand: string,
): ModifierResult {
  const state = value === undefined ? 'unset' : 'empty';
  return failed(`${name}: ${operand || `is not allowed to be ${state}`}`);
}

function trimPrefix(value: string, operand: string): ModifierResult {
  const greedy = operand.startsWith('#');
  const source = greedy ? operand.slice(1) : operand;
  const pattern = ShellPattern.parse(source, greedy);
  if (typeof pattern === 'string') return failed(pattern);
  const end = pattern.matchPrefix(value);
  if (typeof end === 'string') return failed(end);
  return { value: value.slice(end) };
}

/** Looks for the suffix from the back: a prefix of the value read backwards. */
function trimSuffix(value: string, operand: string): ModifierResult {
  const greedy = operand.startsWith('%');
  const source = reversePattern(greedy ? operand.slice(1) : operand);
  const pattern = ShellPattern.parse(source, greedy);
  if (typeof pattern === 'string') return failed(pattern);
  const backwards = reverse(replaceLoneSurrogates(value));
  const end = pattern.matchPrefix(backwards);
  if (typeof end === 'string') return failed(end);
  return { value: reverse(backwards.slice(end)) };
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

/** Reverses a pattern but keeps each escape before its character. */
function reversePattern(pattern: string): string {
  const tokens = pattern.match(/\\[^]|[^]/gu) ?? [];
  return tokens.reverse().join('');
}

/**
 * Applies `/` (the first match) or `//` (all of them).
 *
 * Only `//` reads `$0` and `$$` in the replacement, as Go's regexp does.
 */
export function replacePattern(
  value: string,
  modifier: string,
  source: string,
  replacement: string,
): ModifierResult {
  const pattern = ShellPattern.parse(source, true);
  if (typeof pattern === 'string') return failed(pattern);
  const all = modifier === '//';
  const matches = pattern.matches(value, all);
  if (typeof matches === 'string') return failed(matches);
  let result = '';
  let end = 0;
  for (const match of matches) {
    const matched = value.slice(match.start, match.end);
    result += value.slice(end, match.start);
    result += all ? fillTemplate(replacement, matched) : replacement;
    end = match.end;
  }
  return { value: result + value.slice(end) };
}

/** `$0` and `${0}` are the match, any other name is empty, `$$` a dollar. */
function fillTemplate(template: string, matched: string): string {
  return template.replace(TEMPLATE_REFERENCE, (_, dollar, braced, bare) => {
    if (dollar !== undefined) return '$';
    return (braced ?? bare) === '0' ? matched : '';
  });
}

const TEMPLATE_REFERENCE =
  /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

function failed(error: string): ModifierResult {
  return { value: '', error };
}
