// SPDX-License-Identifier: Apache-2.0

/** How an interpreter that is no POSIX shell takes its program. */
export interface Interpreter {
  /** Options with which it reads no program from a file or from its input. */
  readonly inline: ReadonlySet<string>;
  /** Letters among them: `perl -ne`. */
  readonly inlineLetters: string;
  /** Options that take a value in the next word. */
  readonly values: ReadonlySet<string>;
  /** Whether only arguments for the program stand behind `--`. */
  readonly endsAtDashes: boolean;
}

/**
 * The interpreter that a program is, told by its name without a version.
 *
 * Source: the manual pages of Python 3.13, perl 5.40, Node.js 24, Ruby 3.4, PHP
 * 8.4, Lua 5.4, fish 4, tcsh 6, PowerShell 7.
 * Basis: knowledge, 2026-11-21.
 */
export function interpreterOf(program: string): Interpreter | undefined {
  return INTERPRETERS.get(
    /[\d.]$/.test(program) ? program.replace(/[\d.]+$/, '') : program,
  );
}

const PYTHON = interpreter('-c -m --version --help', 'cmVh', '-W -X');
const NODE = interpreter(
  '-e --eval -p --print -v --version -h --help',
  'epvh',
  '-r --require --import -C --conditions',
);
const SHELL = interpreter('-c --command -v --version', 'c', '');

const INTERPRETERS: ReadonlyMap<string, Interpreter> = new Map([
  ['python', PYTHON],
  ['pypy', PYTHON],
  ['perl', interpreter('-v', 'eEnpvV', '-I -M -x')],
  ['node', NODE],
  ['nodejs', NODE],
  ['ruby', interpreter('--version', 'enpvh', '-r -I -C -E')],
  [
    'php',
    {
      ...interpreter('--version --run', 'rRmivh', '-d -c'),
      endsAtDashes: true,
    },
  ],
  ['lua', interpreter('', 'ev', '-l')],
  ['fish', SHELL],
  ['csh', SHELL],
  ['tcsh', SHELL],
  ['pwsh', interpreter('-Command -EncodedCommand -Version', 'cev', '')],
]);

function interpreter(
  inline: string,
  inlineLetters: string,
  values: string,
): Interpreter {
  return {
    inline: new Set(inline.split(' ')),
    inlineLetters,
    values: new Set(values.split(' ')),
    endsAtDashes: false,
  };
}
