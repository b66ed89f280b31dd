// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { parseDockerfile } from '@plimsoll/engine/parsers';
import { astLine, errorLine } from '../ast/astLine.ts';
import { GOOD } from '../exitCodes.ts';
import { readLines } from '../readLines.ts';

/**
 * Answers each `{"id", "text"}` line with the tree of the text, in order. A
 * line that cannot be answered gets a line with an `error`; nothing ends it.
 */
export async function streamAst(
  input: Readable,
  output: Writable,
): Promise<number> {
  let number = 0;
  for await (const line of readLines(input)) {
    number++;
    if (line.trim() === '') continue;
    const isFull = !output.write(`${answer(line, number)}\n`);
    if (isFull) await once(output, 'drain');
  }
  return GOOD;
}

function answer(line: string, number: number): string {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch (error) {
    return errorLine(null, `line ${number} is no JSON: ${messageOf(error)}`);
  }
  if (typeof request !== 'object' || request === null) {
    return errorLine(null, `line ${number} is no object with "id" and "text"`);
  }
  const { id = null, text } = request as { id?: unknown; text?: unknown };
  if (typeof text !== 'string') {
    return errorLine(id, `line ${number} has no "text" that is a string`);
  }
  try {
    return astLine(id, parseDockerfile(text));
  } catch (error) {
    return errorLine(id, `line ${number} failed: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
