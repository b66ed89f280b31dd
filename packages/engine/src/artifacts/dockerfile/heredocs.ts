// SPDX-License-Identifier: Apache-2.0
import { TAB } from '../../text/characters.ts';
import { lexWord } from '../../syntax/word/lexWord.ts';
import type { Heredoc } from './dockerfile.ts';
import type { LineReader } from './lineReader.ts';

/** `<<NAME` in an instruction, before its content is known. */
export type HeredocStart = Omit<Heredoc, 'content' | 'start' | 'end'>;

/**
 * Finds the here-documents that a logical line opens.
 *
 * BuildKit lexes the line with a backslash as escape, whatever the directive
 * says; a line that cannot be lexed opens none.
 *
 * @returns the openings in order, or why BuildKit rejects the file
 */
export function findHeredocs(line: string): HeredocStart[] | string {
  const { words } = lexWord(line, {
    lookup: () => undefined,
    escape: '\\',
    rawQuotes: true,
    rawEscapes: true,
    keepUnset: true,
  });
  const heredocs: HeredocStart[] = [];
  for (const word of words) {
    const heredoc = parseHeredocStart(word);
    if (typeof heredoc === 'string') return heredoc;
    if (heredoc) heredocs.push(heredoc);
  }
  return heredocs;
}

/**
 * Reads one word as the opening of a here-document.
 *
 * @returns undefined where it is none; a text is an error
 */
export function parseHeredocStart(
  word: string,
): HeredocStart | string | undefined {
  const match = HEREDOC.exec(word);
  if (!match) return undefined;
  const rest = word.slice(match[0].length);
  const delimiter = rest.slice(goSpaceEnd(rest));
  if (delimiter === '' || delimiter.includes('<')) return undefined;
  const unquoted = lexDelimiter(delimiter, false);
  if (unquoted.error !== undefined) {
    return `failed to process "${delimiter}": ${unquoted.error}`;
  }
  const [name] = unquoted.words;
  if (name === undefined || unquoted.words.length > 1) return undefined;
  const [quoted = ''] = lexDelimiter(delimiter, true).words;
  return {
    name,
    // A quote anywhere in the delimiter means: take the content as it is.
    expand: countQuotes(name) === countQuotes(quoted),
    chomp: match[2] === '-',
    fileDescriptor: Math.min(Number(match[1]), MAX_DESCRIPTOR),
  };
}

/** Go stops counting at 64 bits. */
const MAX_DESCRIPTOR = 2 ** 64;

const HEREDOC = /^([0-9]*)<<(-?)/;

/** Where the white space that Go's `\s` knows ends. */
function goSpaceEnd(text: string): number {
  let end = 0;
  while ('\t\n\f\r '.includes(text[end] ?? 'x')) end++;
  return end;
}

/** Whether a word of COPY or ADD is a here-document and no path. */
export function isHeredoc(word: string): boolean {
  return word.includes('<<') && typeof parseHeredocStart(word) === 'object';
}

function lexDelimiter(delimiter: string, rawQuotes: boolean) {
  return lexWord(delimiter, {
    lookup: () => undefined,
    escape: '\\',
    rawQuotes,
    keepUnset: true,
  });
}

function countQuotes(text: string): number {
  return text.match(/['"]/g)?.length ?? 0;
}

/**
 * Reads the content of a here-document, from the next line on.
 *
 * @returns undefined when the file ends first
 */
export function readHeredoc(
  opening: HeredocStart,
  reader: LineReader,
): Heredoc | undefined {
  const { text } = reader;
  const start = reader.next;
  while (reader.advance()) {
    let from = reader.start;
    if (opening.chomp) while (text.charCodeAt(from) === TAB) from++;
    const isTerminator =
      reader.end - from === opening.name.length &&
      text.startsWith(opening.name, from);
    if (isTerminator) {
      const end = reader.start;
      return { ...opening, content: text.slice(start, end), start, end };
    }
  }
  return undefined;
}
