// SPDX-License-Identifier: Apache-2.0

/**
 * Makes text from a file safe for a terminal or a page: control and direction
 * characters and half pairs become escapes that can be read.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, character => {
    const short = SHORT[character];
    if (short !== undefined) return short;
    return `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}

// Control characters, bidirectional marks and overrides, half pairs.
const UNSAFE =
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
