// SPDX-License-Identifier: Apache-2.0
import type { ShellWord } from './shellScript.ts';

/** What the arguments of a POSIX shell make it run. */
export interface ShellArguments {
  /** The script behind `-c`. */
  readonly script?: ShellWord;
  /** The file that holds the script. */
  readonly file?: ShellWord;
  /** Whether it reads the script from its standard input. */
  readonly readsInput: boolean;
}

/** Programs that read scripts of a POSIX shell. */
export const POSIX_SHELLS: ReadonlySet<string> = new Set(
  'sh bash ash dash zsh ksh mksh rbash'.split(' '),
);

/**
 * Reads the arguments of a POSIX shell as it does: options may be joined
 * (`-euxo pipefail`), and the script is the first word behind all of them.
 */
export function readShellArguments(args: readonly ShellWord[]): ShellArguments {
  let isScript = false;
  let isInput = false;
  let index = 0;
  for (; index < args.length; index++) {
    const { value } = args[index]!;
    if (value === '--' || value === '-') {
      index++;
      break;
    }
    if (!/^[-+]./.test(value)) break;
    if (value.startsWith('--')) {
      if (LONG_WITH_VALUE.has(value)) index++;
      continue;
    }
    for (const letter of value.slice(1)) {
      if (letter === 'o' || letter === 'O') index++;
      isScript ||= letter === 'c' && value.startsWith('-');
      isInput ||= letter === 's';
    }
  }
  const word = args[index];
  if (isScript) {
    return word ? { script: word, readsInput: false } : { readsInput: false };
  }
  if (isInput || word === undefined) return { readsInput: true };
  return STANDARD_INPUT.has(word.value)
    ? { readsInput: true }
    : { file: word, readsInput: false };
}

const LONG_WITH_VALUE = new Set(['--rcfile', '--init-file']);

const STANDARD_INPUT = new Set(['/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

/**
 * The script that `su`, `runuser`, `flock` or `script` hands to a shell: the
 * value of `-c`, wherever it stands.
 */
export function scriptOption(
  args: readonly ShellWord[],
): ShellWord | undefined {
  for (const [index, word] of args.entries()) {
    const { value } = word;
    if (value === '--') return undefined;
    if (/^-[a-z]*c$|^--(?:session-)?command$/.test(value)) {
      return args[index + 1];
    }
    const long = /^--(?:session-)?command=/.exec(value)?.[0];
    if (long !== undefined) return { ...word, value: value.slice(long.length) };
  }
  return undefined;
}
