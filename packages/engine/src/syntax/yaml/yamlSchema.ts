// SPDX-License-Identifier: Apache-2.0

/**
 * What plain scalars mean to the program that reads the file.
 *
 * `core` is YAML 1.2: GitHub, GitLab. `kubernetes` is YAML 1.1 as go-yaml 2
 * has it: `yes` and `on` are booleans, `0644` is octal. `compose` is go-yaml 3:
 * `0644` is octal, `yes` is text.
 */
export type YamlSchema = 'core' | 'kubernetes' | 'compose';

/** The meaning of a plain scalar; times and all else are text. */
export type PlainValue = string | number | boolean | undefined;

/**
 * What a plain scalar means.
 *
 * @returns undefined for null. Integers beyond 2^53 lose their last digits.
 */
export function plainValue(text: string, schema: YamlSchema): PlainValue {
  if (NULLS.has(text)) return undefined;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  if (schema === 'kubernetes') {
    if (TRUE_IN_1_1.has(text)) return true;
    if (FALSE_IN_1_1.has(text)) return false;
  }
  if (!MAY_BE_NUMBER.test(text)) return text;
  const special = SPECIAL.get(text.toLowerCase());
  if (special !== undefined && SPECIAL_CASE.test(text)) return special;
  return schema === 'core' ? coreNumber(text) : goNumber(text);
}

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
const TRUE_IN_1_1 = new Set('y Y yes Yes YES on On ON'.split(' '));
const FALSE_IN_1_1 = new Set('n N no No NO off Off OFF'.split(' '));

const MAY_BE_NUMBER = /^[-+.0-9]/;
const SPECIAL = new Map([
  ['.inf', Infinity],
  ['+.inf', Infinity],
  ['-.inf', -Infinity],
  ['.nan', NaN],
]);
const SPECIAL_CASE = /^[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** YAML 1.2, section 10.3.2. */
function coreNumber(text: string): PlainValue {
  if (/^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text)) return Number(text);
  return FLOAT.test(text) ? Number(text) : text;
}

/** As `resolve` of go-yaml has it: Go's prefixes, `_` between digits. */
function goNumber(text: string): PlainValue {
  const plain = text.replaceAll('_', '');
  const [, sign, prefix, digits] = PREFIXED.exec(plain) ?? [];
  if (digits !== undefined) {
    const value = Number(`${PREFIXES[prefix!.toLowerCase()]}${digits}`);
    if (!Number.isNaN(value)) return sign === '-' ? -value : value;
  }
  return FLOAT.test(plain) ? Number(plain) : text;
}

const PREFIXED = /^([-+]?)(0[xX]|0[bB]|0[oO]|0(?=[0-9]))([0-9a-fA-F]+)$/;

/** How JavaScript writes them; `08` is no octal number, and so a float. */
const PREFIXES: Readonly<Record<string, string>> = {
  '0x': '0x',
  '0b': '0b',
  '0o': '0o',
  '0': '0o',
};
