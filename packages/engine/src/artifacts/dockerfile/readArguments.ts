// SPDX-License-Identifier: Apache-2.0
import {
  isSpace,
  LEFT_BRACKET,
  replaceLoneSurrogates,
  skipSpace,
} from '../../text/characters.ts';
import { fromByteString } from '../../text/bytes.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { quote } from '../../text/quote.ts';
import { ByteTail } from './byteTail.ts';
import type { Word } from './dockerfile.ts';
import { readJsonArray } from './jsonArray.ts';
import { isBlank } from './splitInstruction.ts';

/** The arguments of an instruction. */
export interface ReadArguments {
  readonly args: readonly Word[];
  readonly json: boolean;
  /** Why BuildKit rejects the file; then there are no arguments. */
  readonly error: string | undefined;
}

/** `[start, end)` of a line: no white space at either end. */
interface Rest {
  readonly line: MappedText;
  readonly start: number;
  readonly end: number;
}

/** How the arguments of one kind of instruction are written. */
type Reader = (rest: Rest, escape: string) => ReadArguments;

const NONE: ReadArguments = { args: [], json: false, error: undefined };

function shellForm(args: readonly Word[]): ReadArguments {
  return { args, json: false, error: undefined };
}

function rejected(error: string): ReadArguments {
  return { args: [], json: false, error };
}

/**
 * Reads the arguments of an instruction the way BuildKit does for its keyword.
 * Of an unknown instruction nothing is kept but one empty word.
 */
export function readArguments(
  keyword: string,
  rest: Rest,
  escape: string,
): ReadArguments {
  const reader = READERS.get(keyword);
  if (reader) return reader(rest, escape);
  const place = rest.line.offsetAt(rest.start);
  return shellForm([{ value: '', start: place, end: place }]);
}

function wordAt({ line }: Rest, start: number, end: number): Word {
  return {
    value: line.text.slice(start, end),
    start: line.offsetAt(start),
    end: line.endOffsetAt(start, end),
  };
}

const readOne: Reader = rest => {
  if (rest.start === rest.end) return NONE;
  return shellForm([wordAt(rest, rest.start, rest.end)]);
};

const readCommand: Reader = (rest, escape) =>
  readJson(rest) ?? readOne(rest, escape);

const readPaths: Reader = (rest, escape) =>
  readJson(rest) ?? readBlankSeparated(rest, escape);

function readJson(rest: Rest): ReadArguments | undefined {
  const { line, end } = rest;
  const start = skipSpace(line.text, rest.start, end);
  if (start === end || line.text.charCodeAt(start) !== LEFT_BRACKET) {
    return undefined;
  }
  const strings = readJsonArray(line, start, end);
  if (strings === 'other') {
    return rejected(
      'when using JSON array syntax, arrays must be comprised of strings only',
    );
  }
  return strings && { args: strings, json: true, error: undefined };
}

const readBlankSeparated: Reader = rest => {
  const { text } = rest.line;
  const args: Word[] = [];
  let index = rest.start;
  while (index < rest.end) {
    const start = index;
    while (index < rest.end && !isBlank(text.charCodeAt(index))) index++;
    args.push(wordAt(rest, start, index));
    while (index < rest.end && isBlank(text.charCodeAt(index))) index++;
  }
  return shellForm(args);
};

const readHealthcheck: Reader = rest => {
  const tail = new ByteTail(rest.line, rest.start, rest.end);
  const { bytes } = tail;
  let typeEnd = 0;
  while (typeEnd < bytes.length && !isSpace(bytes.charCodeAt(typeEnd))) {
    typeEnd++;
  }
  if (typeEnd === 0) return NONE;
  const type = {
    value: fromByteString(bytes.slice(0, typeEnd)),
    start: rest.line.offsetAt(rest.start),
    end: rest.line.endOffsetAt(rest.start, tail.indexAt(typeEnd - 1) + 1),
  };
  let next = typeEnd;
  while (next < bytes.length && isSpace(bytes.charCodeAt(next))) next++;
  if (next === bytes.length) return shellForm([type]);
  const { line, start } = tail.from(next);
  const end = line.text.length - (rest.line.text.length - rest.end);
  const command = readCommand({ line, start, end }, '');
  if (command.error !== undefined) return command;
  return { ...command, args: [type, ...command.args] };
};

const readNames: Reader = (rest, escape) => shellForm(readWords(rest, escape));

function pairReader(instruction: string): Reader {
  return (rest, escape) => {
    const words = readWords(rest, escape);
    const [first] = words;
    if (first === undefined) return NONE;
    if (!first.value.includes('=')) return readOldPair(instruction, rest);
    const args: Word[] = [];
    for (const word of words) {
      const equals = word.value.indexOf('=');
      if (equals < 0) {
        return rejected(
          `Syntax error - can't find = in ${quote(
            word.value,
          )}. Must be of the form: name=value`,
        );
      }
      args.push(...splitPair(word, equals, rest.line));
    }
    return shellForm(args);
  };
}

/** `ENV name value with spaces`: one pair, to the end of the line. */
function readOldPair(instruction: string, rest: Rest): ReadArguments {
  const { text } = rest.line;
  let nameEnd = rest.start;
  while (nameEnd < rest.end && !isBlank(text.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === rest.end) {
    return rejected(`${instruction} must have two arguments`);
  }
  let start = nameEnd;
  while (isBlank(text.charCodeAt(start))) start++;
  const end = rest.line.endOffsetAt(start, rest.end);
  return shellForm([
    wordAt(rest, rest.start, nameEnd),
    wordAt(rest, start, rest.end),
    { value: '', start: end, end },
  ]);
}

/** A word of a line that also knows its indexes in it. */
interface LineWord extends Word {
  readonly from: number;
  readonly to: number;
}

function splitPair(word: LineWord, equals: number, line: MappedText): Word[] {
  const at = word.from + equals;
  return [
    {
      value: word.value.slice(0, equals),
      start: word.start,
      end: line.endOffsetAt(word.from, at),
    },
    {
      value: word.value.slice(equals + 1),
      start: at + 1 < word.to ? line.offsetAt(at + 1) : word.end,
      end: word.end,
    },
    { value: '=', start: line.offsetAt(at), end: line.offsetAt(at) + 1 },
  ];
}

/** Words between white space; quotes and escapes hold them together. */
function readWords({ line, start, end }: Rest, escape: string): LineWord[] {
  const { text } = line;
  const words: LineWord[] = [];
  let index = start;
  for (;;) {
    while (index < end && isSpace(text.charCodeAt(index))) index++;
    if (index >= end) return words;
    const from = index;
    let quoted = '';
    let isEscapeLast = false;
    for (; index < end; index++) {
      const character = text[index]!;
      if (quoted === '' && isSpace(text.charCodeAt(index))) break;
      if (character === escape && quoted !== "'") {
        // Dropped at the end of the line, otherwise kept with what follows.
        isEscapeLast = ++index >= end;
      } else if (character === quoted) quoted = '';
      else if (quoted === '' && (character === '"' || character === "'")) {
        quoted = character;
      }
    }
    const to = Math.min(index, end);
    const value = text.slice(from, isEscapeLast ? to - 1 : to);
    if (value === '') continue;
    words.push({
      value: replaceLoneSurrogates(value),
      start: line.offsetAt(from),
      end: line.endOffsetAt(from, to),
      from,
      to,
    });
  }
}

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['add', readPaths],
  ['arg', readNames],
  ['cmd', readCommand],
  ['copy', readPaths],
  ['entrypoint', readCommand],
  ['env', pairReader('ENV')],
  ['expose', readBlankSeparated],
  ['from', readBlankSeparated],
  ['healthcheck', readHealthcheck],
  ['label', pairReader('LABEL')],
  ['maintainer', readOne],
  ['run', readCommand],
  ['shell', readCommand],
  ['stopsignal', readOne],
  ['user', readOne],
  ['volume', readPaths],
  ['workdir', readOne],
]);
