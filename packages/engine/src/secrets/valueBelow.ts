// SPDX-License-Identifier: Apache-2.0
import type { LogicalLine } from './logicalLine.ts';
import { nameSignal } from './secretName.ts';
import type { Report } from './secretPiece.ts';
import { isRandom, natureOfValue } from './secretValue.ts';
import { readValue } from './valueReader.ts';
import { skip } from './valueSlot.ts';

/**
 * Finds the value of a variable that a manifest gives in two lines: `name:
 * DB_PASSWORD`, and below it `value: …`, in YAML or JSON.
 *
 * @param report - takes offsets of the file
 */
export function findValueBelow(
  text: string,
  { line, end }: LogicalLine,
  report: Report,
): void {
  if (line.text.length > MAX_LINE_LENGTH) return;
  const name = NAME_LINE.exec(line.text)?.[1];
  const signal = name === undefined ? undefined : nameSignal(name);
  if (signal === undefined) return;
  const index = skip(text, end + 1, VALUE_LINE);
  if (index === undefined) return;
  const newline = text.indexOf('\n', index);
  const below = text.slice(0, newline < 0 ? text.length : newline);
  const found = readValue(below, index, IN_LIST);
  const isText = found.isQuoted || !/["']/.test(text.slice(end, index));
  if (!isText || found.isMasked || found.end <= found.start) return;
  const value = text.slice(found.start, found.end);
  if (natureOfValue(value, signal, name) !== 'literal') return;
  const isDrawn = isRandom(value);
  if (signal === 'vague' && !isDrawn) return;
  const other = isDrawn ? 'random-value' : 'named-value';
  report(found.start, found.end, signal === 'password' ? 'password' : other);
}

const MAX_LINE_LENGTH = 400;
const NAME_LINE =
  /^[ \t]*(?:-[ \t]+)?\{?[ \t]*["']?(?:name|key)["']?[ \t]*:[ \t]*["']?([A-Za-z_][\w.-]{0,127})["']?[ \t]*,?[ \t\r]*$/i;
const VALUE_LINE = /[ \t]*["']?value["']?[ \t]*:[ \t]*/iy;
const IN_LIST = { outer: undefined, inList: true, inBraces: false };
