// SPDX-License-Identifier: Apache-2.0
import type { MappedText } from '../../text/mappedText.ts';
import { commandName, type CommandName } from './commandName.ts';

/**
 * Finds the names of the commands in a script for cmd: what stands at the
 * start, behind a separator, behind the condition of an `if` and behind the
 * `do` of a `for`. Time is linear.
 */
export function readCmdCommands(script: MappedText): CommandName[] {
  const { text } = script;
  const names: CommandName[] = [];
  let state: State = 'start';
  let index = 0;
  while (index < text.length) {
    const character = text[index]!;
    if (BLANKS.includes(character)) index++;
    else if (isSeparator(text, index)) {
      // The list of a `for` stands in parentheses and is no command.
      if (state !== 'for') state = 'start';
      index++;
    } else {
      const end = wordEnd(text, index);
      const word = text.slice(index, end).replace(/^@/, '');
      const kind = word.toLowerCase();
      index = end;
      if (state === 'start' && (kind === 'rem' || kind.startsWith('::'))) {
        index = lineEnd(text, index);
      } else if (state === 'start' && isName(word, kind)) {
        names.push(commandName(script, end - word.length, end));
        state = 'rest';
      } else state = next(state, kind);
    }
  }
  return names;
}

/** `operand` and `operator`: so much of the condition of an `if` is to come. */
type State =
  | 'start'
  | 'rest'
  | 'redirect'
  | 'for'
  | 'if'
  | 'operand'
  | 'operator';

const BLANKS = ' \t\r,;=';
const LEADING = new Set(['else', 'do', 'call', '']);

function isSeparator(text: string, index: number): boolean {
  const character = text[index]!;
  // In `2>&1` the ampersand belongs to the redirection.
  if (character === '&') return text[index - 1] !== '>';
  return character === '|' || character === '\n' || '()'.includes(character);
}

function isName(word: string, kind: string): boolean {
  if (LEADING.has(kind) || kind === 'if' || kind === 'for') return false;
  return !/^[0-9]?[<>]/.test(word);
}

function next(state: State, kind: string): State {
  switch (state) {
    case 'start':
      if (kind === 'if' || kind === 'for') return kind;
      // `> file command`: the file is no command.
      return /^[0-9]?[<>]+$/.test(kind) ? 'redirect' : 'start';
    case 'redirect':
      return 'start';
    case 'for':
      return kind === 'do' ? 'start' : 'for';
    case 'if':
      if (kind === 'not' || kind === '/i') return 'if';
      if (/^(?:exist|defined|errorlevel)$/.test(kind)) return 'operand';
      // `a==b` is one word; with spaces the sign is lost among the blanks.
      return kind.includes('==') ? 'start' : 'operator';
    case 'operator':
      return /^(?:equ|neq|lss|leq|gtr|geq)$/.test(kind) ? 'operand' : 'start';
    case 'operand':
      return 'start';
    default:
      return 'rest';
  }
}

function lineEnd(text: string, index: number): number {
  const newline = text.indexOf('\n', index);
  return newline < 0 ? text.length : newline;
}

/** The end of a word; quotes and carets hold it together. */
function wordEnd(text: string, start: number): number {
  let isQuoted = false;
  let index = start;
  for (; index < text.length; index++) {
    const character = text[index]!;
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '^') index++;
    else if (isSeparator(text, index)) break;
    else if (BLANKS.includes(character) && !isEquals(text, index)) break;
  }
  return Math.max(Math.min(index, text.length), start + 1);
}

/** `==` holds the two sides of a comparison together. */
function isEquals(text: string, index: number): boolean {
  if (text[index] !== '=') return false;
  return text[index + 1] === '=' || text[index - 1] === '=';
}
