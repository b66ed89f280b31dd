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
      operands.push(...args.slice(index + 1));
      break;
    }
    if (!value.startsWith('-') || value === '-') {
      operands.push(at);
      continue;
    }
    const isLong = hasLongOptions || value.startsWith('--');
    const read = isLong ? readLong : readShort;
    const found = read(at, valueOptions);
    const last = found.at(-1)!;
    if (last.value === undefined && valueOptions.has(last.name)) {
      const next = args[++index];
      options.push(...found.slice(0, -1), { ...last, value: next?.value });
    } else options.push(...found);
  }
  return { options, operands };
}

function readLong(at: ShellWord): CommandOption[] {
  const equals = at.value.indexOf('=');
  return equals < 0
    ? [{ name: at.value, value: undefined, at }]
    : [
        {
          name: at.value.slice(0, equals),
          value: at.value.slice(equals + 1),
          at,
        },
      ];
}

/** Each letter is an option, up to one that takes the rest for its value. */
function readShort(
  at: ShellWord,
  valueOptions: ReadonlySet<string>,
): CommandOption[] {
  const options: CommandOption[] = [];
  const { value } = at;
  for (let index = 1; index < value.length; index++) {
    const name = `-${value[index]!}`;
    const rest = value.slice(index + 1);
    if (rest.startsWith('=')) {
      options.push({ name, value: rest.slice(1), at });
      break;
    }
    if (valueOptions.has(name) && rest !== '') {
      options.push({ name, value: rest, at });
      break;
    }
    options.push({ name, value: undefined, at });
  }
  return options;
}
