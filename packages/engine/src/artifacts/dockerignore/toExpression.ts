// SPDX-License-Identifier: Apache-2.0
import {
  BYTE_ORDER_MARK,
  replaceLoneSurrogates,
} from '../../text/characters.ts';

/** How moby compares a pattern with a path. */
export type PatternKind = 'exact' | 'prefix' | 'suffix' | 'expression';

/**
 * Translates a cleaned pattern into the regular expression that moby builds
 * for it, and tells whether moby would use it at all.
 *
 * The oddities are moby's: an escaped letter keeps its backslash and so means
 * a class (`\d`), and a star inside brackets becomes part of the class.
 */
export function toExpression(source: string): {
  readonly kind: PatternKind;
  readonly expression: string;
} {
  const signs = [...replaceLoneSurrogates(source)];
  if (signs[0]?.charCodeAt(0) === BYTE_ORDER_MARK) signs.shift();
  let kind: PatternKind = 'exact';
  let expression = '';
  let index = 0;
  for (let turn = 0; index < signs.length; turn++) {
    const sign = signs[index++]!;
    if (sign === '*' && signs[index] === '*') {
      index++;
      if (signs[index] === '/') index++;
      if (index < signs.length) {
        expression += '(.*/)?';
        kind = 'expression';
      } else if (kind === 'exact') kind = 'prefix';
      else {
        expression += '.*';
        kind = 'expression';
      }
      if (turn === 0) kind = 'suffix';
    } else if (sign === '*' || sign === '?') {
      expression += sign === '*' ? '[^/]*' : '[^/]';
      kind = 'expression';
    } else if (sign === '\\') {
      expression += `\\${signs[index] ?? ''}`;
      if (index < signs.length) kind = 'expression';
      index++;
    } else {
      if (sign === '[' || sign === ']') kind = 'expression';
      expression += ESCAPED.includes(sign) ? `\\${sign}` : sign;
    }
  }
  return { kind, expression: `^${expression}$` };
}

/**
 * moby means to escape `|`, `{` and `}` too, but its table has no room for
 * characters above U+003F: they keep their meaning in the expression.
 */
const ESCAPED = '.+()$';
