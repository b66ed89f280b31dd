// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { MappedText } from '../../text/mappedText.ts';

/** The name of a command in a PowerShell or cmd script. */
export interface CommandName extends TextRange {
  readonly value: string;
}

/**
 * Finds the names of the commands in a script for a shell of Windows.
 *
 * Only names: what the arguments mean differs from everything POSIX, and no
 * rule shall judge them as such. Never throws; time is linear.
 */
export function readWindowsCommands(
  script: MappedText,
  dialect: 'powershell' | 'cmd',
): CommandName[] {
  const syntax = dialect === 'cmd' ? CMD : POWERSHELL;
  const { text } = script;
  const names: CommandName[] = [];
  let isStart = true;
  let index = 0;
  while (index < text.length) {
    const character = text[index]!;
    if (syntax.separators.includes(character)) {
      isStart = true;
      index++;
    } else if (syntax.blanks.includes(character)) index++;
    else {
      const end = wordEnd(text, index, syntax);
      const word = text.slice(index, end);
      if (!isStart) index = end;
      else {
        // `$x = command`: the command comes behind the sign.
        isStart = syntax.skipped.test(word);
        if (!isStart) names.push(commandName(script, index, end));
        index = end;
      }
    }
  }
  return names;
}

interface WindowsSyntax {
  readonly separators: string;
  readonly blanks: string;
  readonly quotes: string;
  readonly escape: string;
  /** Words that stand before a command and are none. */
  readonly skipped: RegExp;
}

const POWERSHELL: WindowsSyntax = {
  separators: ';|&\n(){}',
  blanks: ' \t\r',
  quotes: '\'"',
  escape: '`',
  // Variables, operators, members, types and keywords.
  skipped:
    /^(?:\$\S*|[-+*/]?=|-.*|\.(?![\\/]).*|@|\[.*|if|else|elseif|foreach|for|in|while|do|until|try|catch|finally|return|switch|throw|function|param|begin|process|end|break|continue)$/i,
};

const CMD: WindowsSyntax = {
  separators: '&|\n()',
  blanks: ' \t\r,;=',
  quotes: '"',
  escape: '^',
  skipped: /^(?:@|if|not|exist|else|do|call)$/i,
};

/** The end of a word; quotes and escapes hold it together. */
function wordEnd(text: string, start: number, syntax: WindowsSyntax): number {
  let quote = '';
  let index = start;
  for (; index < text.length; index++) {
    const character = text[index]!;
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === syntax.escape && quote === '"') index++;
    } else if (character === syntax.escape) index++;
    else if (syntax.quotes.includes(character)) quote = character;
    else if (
      syntax.blanks.includes(character) ||
      syntax.separators.includes(character)
    ) {
      break;
    }
  }
  return Math.min(index, text.length);
}

function commandName(
  script: MappedText,
  start: number,
  end: number,
): CommandName {
  const word = script.text.slice(start, end);
  return {
    value: word.replace(/^@|["']/g, ''),
    start: script.offsetAt(start),
    end: script.endOffsetAt(start, end),
  };
}
