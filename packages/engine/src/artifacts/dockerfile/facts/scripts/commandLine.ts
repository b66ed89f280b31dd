// SPDX-License-Identifier: Apache-2.0
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';

/** An option of a call with its value. */
export interface CommandOption {
  /** `-t` or `--virtual`. */
  readonly name: string;
  /** Undefined for an option that takes none, or whose value is missing. */
  readonly value: string | undefined;
  /** The word that names it. */
  readonly at: ShellWord;
}

/** The words of a call, told apart as getopt does. */
export interface CommandLine {
  readonly options: readonly CommandOption[];
  /** The words that are neither options nor their values. */
  readonly operands: readonly ShellWord[];
}

/**
 * Tells options from operands: `--name=value`, `--name value`, `-tvalue`,
 * `-t value`, `-yt value`; all is operand behind `--`.
 *
 * @param valueOptions - the options that take a value
 * @param hasLongOptions - whether `-name` is one option, as in Go and Java
 */
export function readCommandLine(
  args: readonly ShellWord[],
  valueOptions: ReadonlySet<string>,
  hasLongOptions = false,
): CommandLine {
  const options: CommandOption[] = [];
  const operands: ShellWord[] = [];
  for (let index = 0; index < args.length; index++) {
    const at = args[index]!;
    const { value } = at;
    if (value === '--') {
      for (const word of args.slice(index + 1)) operands.push(word);
      break;
    }
    if (!value.startsWith('-') || value === '-') {
      operands.push(at);
      continue;
    }
    if (hasLongOptions || value.startsWith('--')) readLong(at, options);
    else readShort(at, valueOptions, options);
    const last = options.at(-1)!;
    if (last.value === undefined && valueOptions.has(last.name)) {
      const next = args[++index];
      options[options.length - 1] = { name: last.name, value: next?.value, at };
    }
  }
  return { options, operands };
}

function readLong(at: ShellWord, options: CommandOption[]): void {
  const { value: text } = at;
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const value = equals < 0 ? undefined : text.slice(equals + 1);
  options.push({ name, value, at });
}

/** Each letter is an option, up to one that takes the rest for its value. */
function readShort(
  at: ShellWord,
  valueOptions: ReadonlySet<string>,
  options: CommandOption[],
): void {
  const { value: text } = at;
  for (let index = 1; index < text.length; index++) {
    const name = `-${text[index]!}`;
    const isLast = index + 1 === text.length;
    const hasEquals = text[index + 1] === '=';
    if (hasEquals || (!isLast && valueOptions.has(name))) {
      const value = text.slice(index + (hasEquals ? 2 : 1));
      options.push({ name, value, at });
      break;
    }
    options.push({ name, value: undefined, at });
  }
}
