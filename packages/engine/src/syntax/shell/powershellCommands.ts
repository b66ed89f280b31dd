// SPDX-License-Identifier: Apache-2.0
import type { MappedText } from '../../text/mappedText.ts';
import { commandName, type CommandName } from './commandName.ts';

/**
 * Finds the names of the commands in a PowerShell script.
 *
 * A name is a bare word at the start of a statement, or what `&` or `.` calls;
 * variables, texts, numbers and operators there begin an expression. Time is
 * linear.
 */
export function readPowershellCommands(script: MappedText): CommandName[] {
  const { text } = script;
  const names: CommandName[] = [];
  let state: State = 'start';
  let index = 0;
  while (index < text.length) {
    const character = text[index]!;
    if (BLANKS.includes(character)) index++;
    else if (character === '#') index = lineEnd(text, index);
    else if (state === 'variable' && isAssignment(text, index)) {
      state = 'start';
      index = text.indexOf('=', index) + 1;
    } else if (
      character === '&' &&
      text[index + 1] !== '&' &&
      state === 'start'
    ) {
      state = 'call';
      index++;
    } else if (SEPARATORS.includes(character)) {
      // In `2>&1` the ampersand belongs to the redirection.
      if (character !== '&' || text[index - 1] !== '>') state = 'start';
      index++;
    } else {
      const end = wordEnd(text, index);
      const word = text.slice(index, end);
      if (isName(word, state)) names.push(commandName(script, index, end));
      state = next(state, word);
      index = end;
    }
  }
  return names;
}

/**
 * Where the reader stands: before a statement, behind a call operator, behind a
 * variable that may be assigned to, or in the rest of a statement.
 */
type State = 'start' | 'call' | 'variable' | 'rest';

const BLANKS = ' \t\r';
const SEPARATORS = ';|&\n(){}';

const KEYWORDS = new Set(
  (
    'if elseif else foreach for in while do until try catch finally return ' +
    'switch throw function param begin process end trap'
  ).split(' '),
);
const BARE_COMMAND = /^(?:[A-Za-z_][\w.-]*|(?:\.{1,2}|~|[A-Za-z]:)?[\\/].+)$/;

function isName(word: string, state: State): boolean {
  if (state === 'call') return true;
  if (state !== 'start' || KEYWORDS.has(word.toLowerCase())) return false;
  return BARE_COMMAND.test(word);
}

function next(state: State, word: string): State {
  if (state !== 'start') return 'rest';
  if (word === '.') return 'call';
  if (word.startsWith('$')) return 'variable';
  return KEYWORDS.has(word.toLowerCase()) ? 'start' : 'rest';
}

function isAssignment(text: string, index: number): boolean {
  const sign = '-+*/%'.includes(text[index]!) ? index + 1 : index;
  return text[sign] === '=';
}

function lineEnd(text: string, index: number): number {
  const newline = text.indexOf('\n', index);
  return newline < 0 ? text.length : newline;
}

/** The end of a word; quotes and backticks hold it together. */
function wordEnd(text: string, start: number): number {
  let quote = '';
  let index = start;
  for (; index < text.length; index++) {
    const character = text[index]!;
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '`' && quote === '"') index++;
    } else if (character === '`') index++;
    else if (character === '"' || character === "'") quote = character;
    else if (BLANKS.includes(character) || SEPARATORS.includes(character))
      break;
    else if (text[start] === '$' && isAssignment(text, index)) break;
  }
  return Math.max(Math.min(index, text.length), start + 1);
}
