// SPDX-License-Identifier: Apache-2.0
import { launcher } from '../../../../data/packageManagers/launchers.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';

/** A program with its arguments. */
export interface LaunchedProgram {
  /** Without a version, a target or an ending: `pip3.12` is `pip`. */
  readonly program: string;
  /** The word that names it. */
  readonly name: ShellWord;
  readonly args: readonly ShellWord[];
}

/** Launchers within launchers: further in, nobody looks. */
const MAX_DEPTH = 4;

/**
 * The program that a call means, seen through what only finds it: of
 * `python3 -m pip install` it is `pip`, of `npx webpack@5` it is `webpack`.
 */
export function launchedProgram(
  name: ShellWord,
  args: readonly ShellWord[],
): LaunchedProgram {
  let found = toProgram(name, args);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const index = launchedIndex(found);
    if (index < 0) break;
    found = toProgram(found.args[index]!, found.args.slice(index + 1));
  }
  return found;
}

/** What each call of a step means, in order. */
export function launchedPrograms(step: Step): readonly LaunchedProgram[] {
  return remember(step, readLaunched);
}

function readLaunched({ calls }: Step): LaunchedProgram[] {
  return calls.map(({ name, args }) => launchedProgram(name, args));
}

function toProgram(
  name: ShellWord,
  args: readonly ShellWord[],
): LaunchedProgram {
  return { program: name.isDynamic ? '' : programName(name.value), name, args };
}

/** Which argument is the program behind a launcher; -1 when it launches none. */
function launchedIndex({ program, args }: LaunchedProgram): number {
  const found = launcher(program);
  if (!found) return -1;
  let isLaunch = found.verbs.includes('');
  for (let index = 0; index < args.length; index++) {
    const { value } = args[index]!;
    if (!isLaunch && found.verbs.includes(value)) isLaunch = true;
    else if (found.valueOptions.has(value)) index++;
    else if (value.startsWith('-') || /^\w+=/.test(value)) continue;
    else return isLaunch ? index : -1;
  }
  return -1;
}

/**
 * Name of a program without folder, version, target and ending.
 *
 * @param path - for example `/opt/venv/bin/pip3.12`, `webpack@5`, `gcc-12`
 */
export function programName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (PLAIN.test(file)) return file;
  const tagged = file.includes('@') ? file.replace(/(?<=.)@[^@]*$/, '') : file;
  const name = tagged.includes('.') ? tagged.replace(ENDING, '') : tagged;
  const compiler = PART_OF_COMPILER.test(name)
    ? COMPILER.exec(name)?.[1]
    : undefined;
  return compiler ?? VERSIONED.exec(name)?.[1] ?? name;
}

/** Nothing that could be taken off. */
const PLAIN = /^[A-Za-z_]+$/;
const ENDING = /\.(?:cmd|bat|exe|phar)$/;
const PART_OF_COMPILER = /cc|\+\+|clang|gfortran/;
/** Also with the target that it compiles for: `aarch64-linux-gnu-gcc-12`. */
const COMPILER =
  /^(?:\w+-){0,4}(gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-?[\d.]+)?$/;
const VERSIONED = /^(python|pypy|pip|go|bundle|ruby|perl|php)-?\d[\d.]*$/;
