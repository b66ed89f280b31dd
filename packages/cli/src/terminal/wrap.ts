// SPDX-License-Identifier: Apache-2.0
import { displayWidth } from './displayWidth.ts';

/**
 * Breaks a text at its spaces into lines of at most `width` columns. What has no
 * space stays whole: an address can still be clicked.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const size = displayWidth(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    used += line === word ? size : size + 1;
  }
  lines.push(line);
  return lines;
}

/** The start of a text that fits, with an ellipsis where it is cut. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}
