// SPDX-License-Identifier: Apache-2.0
import { parseShell } from '../../../../syntax/shell/parseShell.ts';
import {
  programCalls,
  type ProgramCall,
} from '../../../../syntax/shell/programCalls.ts';
import type {
  ShellCommand,
  ShellWord,
} from '../../../../syntax/shell/shellScript.ts';
import { MappedText } from '../../../../text/mappedText.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { FileTree } from '../../../fileTree.ts';
import type { Command, Setting, Stage } from '../../stages/stage.ts';
import { contextCopies } from '../files/contextCopies.ts';
import { stageChain } from '../stages/stageChain.ts';

/** How a container that starts as root gives its rights away. */
export interface RightsDrop {
  /** `gosu`. */
  readonly program: string;
  /** The command of the stage that does it, or that runs a script that does. */
  readonly command: Setting<Command>;
}

/** The files of a build context. */
export interface ContextFiles {
  /** The folder, `.` for the root of the repository. */
  readonly root: string;
  readonly tree: FileTree;
}

/**
 * How ENTRYPOINT or CMD of a stage give rights away: by a program of their own,
 * or in a script that the stage copies from the context.
 */
export function rightsDrop(
  stage: Stage,
  context: ContextFiles,
): RightsDrop | undefined {
  const { entrypoint, cmd } = stage.state;
  for (const command of [entrypoint, cmd]) {
    if (!command) continue;
    const words = wordLists(command);
    const program =
      firstDrop(words) ?? firstDrop(copiedScript(stage, context, words));
    if (program !== undefined) return { program, command };
  }
  return undefined;
}

type Words = readonly Pick<ShellWord, 'value' | 'isDynamic'>[];

/** What a command runs; of `sh -c '…'` also what stands within. */
function wordLists({ value }: Setting<Command>): Words[] {
  const { script, calls } = value.step;
  if (!script || !('commands' in script)) return [];
  return [...wordsOf(script.commands), ...wordsOfCalls(calls)];
}

function wordsOf(commands: readonly ShellCommand[]): Words[] {
  return commands.map(({ name, args }) => (name ? [name, ...args] : args));
}

/** With and without the wrappers that a call is seen through. */
function wordsOfCalls(calls: readonly ProgramCall[]): Words[] {
  const direct = calls.map(({ name, args }) => [name, ...args]);
  return [...direct, ...wordsOf(calls.map(({ command }) => command))];
}

/** The commands of the script that runs first, when its text is known. */
function copiedScript(
  stage: Stage,
  { root, tree }: ContextFiles,
  [words = []]: readonly Words[],
): Words[] {
  for (const { value, isDynamic } of words.slice(0, MAX_WRAPPERS)) {
    const file = value.slice(value.lastIndexOf('/') + 1);
    if (isDynamic || !FILE_NAME.test(file)) continue;
    for (const path of copiedPaths(stage, file)) {
      const text = tree.get(joinPaths(root, path))?.text;
      if (text === undefined || text.length > MAX_SCRIPT) continue;
      if (!/^#!.*\b(?:ba|da|a|z|k)?sh\b/.test(text)) continue;
      const script = parseShell(MappedText.at(0, text));
      return wordsOfCalls(programCalls(script));
    }
  }
  return [];
}

const FILE_NAME = /^[\w.-]+$/;
/** A script behind `tini --` or `bash`; further in, nobody looks. */
const MAX_WRAPPERS = 4;
/** In UTF-16 units. */
const MAX_SCRIPT = 1 << 16;

/** Files of the context that may be those of a name in the image. */
function copiedPaths(stage: Stage, file: string): string[] {
  const paths: string[] = [];
  for (const one of stageChain(stage)) {
    for (const { source, isPattern } of contextCopies(one)) {
      if (source === undefined || isPattern) continue;
      const isNamed = source === file || source.endsWith(`/${file}`);
      paths.push(isNamed ? source : joinPaths(source, file));
    }
  }
  return paths;
}

function firstDrop(lists: readonly Words[]): string | undefined {
  for (const words of lists) {
    const isInit = INIT_PROGRAMS.has(programOf(words[0]));
    const places = isInit ? words.keys() : [0];
    for (const index of places) {
      const program = programOf(words[index]);
      const user = PROGRAMS.get(program)?.(words.slice(index + 1));
      if (user && !/^(?:root|[+-]?0+)(?::|$)/.test(user)) return program;
    }
  }
  return undefined;
}

function programOf(word: Words[number] | undefined): string {
  const path = word?.value ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Programs that run what follows behind options of their own. */
const INIT_PROGRAMS: ReadonlySet<string> = new Set(
  'tini dumb-init catatonit docker-init pid1 exec'.split(' '),
);

/** Programs that go on as another user, and where they name it. */
const PROGRAMS: ReadonlyMap<string, (args: Words) => string | undefined> =
  new Map([
    ['gosu', firstArgument],
    ['su-exec', firstArgument],
    ['s6-setuidgid', firstArgument],
    ['setuser', firstArgument],
    ['su', firstArgument],
    ['runuser', args => optionValue(args, '-u') ?? firstArgument(args)],
    ['chpst', args => optionValue(args, '-u')],
    ['sudo', args => optionValue(args, '-u') ?? optionValue(args, '--user')],
    ['setpriv', args => optionValue(args, '--reuid')],
  ]);

/** Options of `su` and `runuser` that take a value. */
const VALUE_OPTION = /^(?:-[csgGw]|--(?:command|shell|group|supp-group))$/;

function firstArgument(args: Words): string | undefined {
  for (let index = 0; index < args.length; index++) {
    const { value } = args[index]!;
    if (VALUE_OPTION.test(value)) index++;
    else if (!value.startsWith('-')) return value;
  }
  return undefined;
}

/** Of `-u app`, `-uapp` and `--reuid=app`. */
function optionValue(args: Words, option: string): string | undefined {
  for (const [index, { value }] of args.entries()) {
    if (value === option) return args[index + 1]?.value;
    const rest = value.startsWith(option) ? value.slice(option.length) : '';
    if (rest !== '') return rest.startsWith('=') ? rest.slice(1) : rest;
  }
  return undefined;
}
