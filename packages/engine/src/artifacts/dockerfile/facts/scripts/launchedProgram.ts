// SPDX-License-Identifier: Apache-2.0
import { launcher } from '../../../../data/packageManagers/launchers.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';

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
    const words = launchedWords(found);
    const [next, ...rest] = words;
    if (next === undefined) break;
    found = toProgram(next, rest);
  }
  return found;
}

function toProgram(
  name: ShellWord,
  args: readonly ShellWord[],
): LaunchedProgram {
  return { program: name.isDynamic ? '' : programName(name.value), name, args };
}

/** The words behind a launcher; none when it launches nothing. */
function launchedWords({
  program,
  args,
}: LaunchedProgram): readonly ShellWord[] {
  const found = launcher(program);
  if (!found) return [];
  let isLaunch = found.verbs.includes('');
  for (let index = 0; index < args.length; index++) {
    const { value } = args[index]!;
    if (!isLaunch && found.verbs.includes(value)) isLaunch = true;
    else if (found.valueOptions.has(value)) index++;
    else if (value.startsWith('-') || /^\w+=/.test(value)) continue;
    else return isLaunch ? args.slice(index) : [];
  }
  return [];
}

/**
 * Name of a program without folder, version, target and ending.
 *
 * @param path - for example `/opt/venv/bin/pip3.12`, `webpack@5`, `gcc-12`
 */
export function programName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (PLAIN.test(file)) return file;
  const name = file
    .replace(/(?<=.)@[^@]*$/, '')
    .replace(/\.(?:cmd|bat|exe|phar)$/, '');
  const compiler = COMPILER.exec(name)?.[1];
  if (compiler !== undefined) return compiler;
  return VERSIONED.exec(name)?.[1] ?? name;
}

/** Nothing that could be taken off. */
const PLAIN = /^[A-Za-z_]+$/;
/** Also with the target that it compiles for: `aarch64-linux-gnu-gcc-12`. */
const COMPILER =
  /^(?:\w+-){0,4}(gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-?[\d.]+)?$/;
const VERSIONED = /^(python|pypy|pip|go|bundle|ruby|perl|php)-?\d[\d.]*$/;
