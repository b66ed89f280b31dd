// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream. Only a newline ends one: Node's own reader also splits
 * at U+2028 and U+2029, which JSON allows within a text.
 */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  for await (const lines of readLineGroups(input)) yield* lines;
}

/** The same lines, those together that arrive together. */
export async function* readLineGroups(
  input: Readable,
): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const [first, ...others] = lines;
    if (first !== undefined) {
      yield [parts.join('') + first, ...others];
      parts = [];
    }
    parts.push(last);
  }
  parts.push(decoder.end());
  const last = parts.join('');
  if (last !== '') yield [last];
}
