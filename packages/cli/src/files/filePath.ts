// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { decodeText } from '@plimsoll/engine/parsers';

/** Paths as Git prints them with `-z`, each once. */
export function splitPaths(bytes: Uint8Array): string[] {
  const paths = decodeText(bytes).split('\0');
  paths.pop();
  return [...new Set(paths)];
}

/**
 * What Node's functions take for a path below a folder. A name need not be
 * UTF-8; the text then holds its other bytes as U+DC80 to U+DCFF.
 */
export function pathOnDisk(root: string, name: string): string | Buffer {
  const whole = path.join(root, name);
  return NOT_UTF8.test(whole) ? encodePath(whole) : whole;
}

const NOT_UTF8 = /\p{Cs}/u;

function encodePath(text: string): Buffer {
  return Buffer.concat(
    Array.from(text, character => {
      const code = character.codePointAt(0)!;
      return NOT_UTF8.test(character)
        ? Buffer.of(code & 0xff)
        : Buffer.from(character);
    }),
  );
}
