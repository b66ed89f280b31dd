// SPDX-License-Identifier: Apache-2.0
import {
  interpreterOf,
  type Interpreter,
} from '../../../../data/tools/interpreters.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import {
  POSIX_SHELLS,
  readShellArguments,
} from '../../../../syntax/shell/shellArguments.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';

/** What a call takes for a program and runs. */
export interface Interpretation {
  /** The script itself (`sh -c`, `eval`). */
  readonly script?: ShellWord | undefined;
  /** The word that names the file. */
  readonly file?: ShellWord | undefined;
  /** Whether it runs what comes in through its input. */
  readonly readsInput: boolean;
}

/**
 * What a shell, another interpreter, `eval`, `source` or `java -jar` runs;
 * undefined for any other program.
 */
export function interpretation(call: ProgramCall): Interpretation | undefined {
  const { program, args, wrappers } = call;
  const read = readCall(program, args);
  // `xargs` and `find` give files, and keep the input for themselves.
  const isFed = wrappers.includes('xargs') || wrappers.includes('find');
  return read?.readsInput && isFed ? { readsInput: false } : read;
}

function readCall(
  program: string,
  args: readonly ShellWord[],
): Interpretation | undefined {
  if (POSIX_SHELLS.has(program)) return readShellArguments(args);
  switch (program) {
    case 'source':
    case '.':
      return isInput(args[0])
        ? { readsInput: true }
        : { file: args[0], readsInput: false };
    case 'eval':
      return { script: args[0], readsInput: false };
    case 'java': {
      const option = args.findIndex(({ value }) => value === '-jar');
      const file = option < 0 ? undefined : args[option + 1];
      return { file, readsInput: false };
    }
    default: {
      const interpreter = interpreterOf(program);
      return interpreter && readArguments(args, interpreter);
    }
  }
}

function readArguments(
  args: readonly ShellWord[],
  { inline, inlineLetters, values, endsAtDashes }: Interpreter,
): Interpretation {
  for (let index = 0; index < args.length; index++) {
    const word = args[index]!;
    const { value } = word;
    if (isInput(word)) return { readsInput: true };
    if (!value.startsWith('-')) return { file: word, readsInput: false };
    if (value === '--') {
      const file = endsAtDashes ? undefined : args[index + 1];
      return { file, readsInput: file === undefined };
    }
    if (values.has(value)) index++;
    else if (inline.has(value) || hasLetter(value, inlineLetters)) {
      return { script: args[index + 1], readsInput: false };
    }
  }
  return { readsInput: true };
}

function hasLetter(option: string, letters: string): boolean {
  if (option.startsWith('--')) return false;
  for (let index = 1; index < option.length; index++) {
    if (letters.includes(option[index]!)) return true;
  }
  return false;
}

function isInput(word: ShellWord | undefined): boolean {
  return word?.value === '-' || word?.value === '/dev/stdin';
}
