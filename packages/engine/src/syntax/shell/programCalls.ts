// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { MappedText } from '../../text/mappedText.ts';
import { programName } from './baseName.ts';
import { parseShell } from './parseShell.ts';
import {
  POSIX_SHELLS,
  readShellArguments,
  scriptOption,
} from './shellArguments.ts';
import type {
  ShellAssignment,
  ShellCommand,
  ShellScript,
  ShellWord,
} from './shellScript.ts';
import { isWrapper, unwrap } from './wrappers.ts';

/** One program that a script runs, seen through what only wraps it. */
export interface ProgramCall extends TextRange {
  /** The last part of its path; empty when an expansion names it. */
  readonly program: string;
  /** The word that names it. */
  readonly name: ShellWord;
  readonly args: readonly ShellWord[];
  /** What the command, `env` and `sudo` set for it alone. */
  readonly assignments: readonly ShellAssignment[];
  /** The programs that run it, outermost first: `sudo`, `env`, `find`. */
  readonly wrappers: readonly string[];
  /** The command that it stands in: redirects, operator, depth. */
  readonly command: ShellCommand;
  /** The script that it belongs to; of `sh -c '…'` the inner one. */
  readonly script: ShellScript;
}

/** A here-document of a script, and where its content stands. */
export interface HereDocument {
  readonly name: string;
  readonly content: string;
  readonly start: number;
}

/**
 * The programs that a script runs, in the order of the text: `sudo env A=1
 * apt-get update` runs `apt-get`, `sh -c 'make'` runs `sh` and `make`, `find .
 * -exec chmod 755 {} +` runs `find` and `chmod`, and `eval 'make'` runs `eval`
 * and `make`.
 *
 * @param heredocs - those of the script, in which a shell may find its own
 */
export function programCalls(
  script: ShellScript,
  heredocs: readonly HereDocument[] = [],
): ProgramCall[] {
  return new CallCollector(script, heredocs).collect();
}

/** Scripts within scripts within a script: further in, nobody looks. */
const MAX_DEPTH = 4;
/** Inner scripts together are read up to so many lengths of the script. */
const MAX_READ = 4;

class CallCollector {
  readonly #script: ShellScript;
  readonly #heredocs: HereDocument[];
  readonly #calls: ProgramCall[] = [];
  /** In UTF-16 units. */
  #left: number;

  constructor(script: ShellScript, heredocs: readonly HereDocument[]) {
    this.#script = script;
    this.#heredocs = [...heredocs];
    const { commands } = script;
    let last = 0;
    for (const { end } of commands) last = Math.max(last, end);
    this.#left = MAX_READ * (last - (commands[0]?.start ?? 0));
    for (const { content } of heredocs) this.#left += content.length;
  }

  collect(): ProgramCall[] {
    this.#readScript(this.#script, 0, NOTHING);
    return this.#calls;
  }

  /** @param known - commands that the script around this one runs itself */
  #readScript(
    script: ShellScript,
    depth: number,
    known: ReadonlySet<string>,
  ): void {
    const { commands } = script;
    for (let index = 0; index < commands.length; index++) {
      const command = commands[index]!;
      const { name } = command;
      if (name === undefined) continue;
      if (known.size > 0 && command.depth > 0 && known.has(keyOf(command))) {
        continue;
      }
      const call = callOf(name, command, script);
      this.#add(call, index, depth);
      if (call.program !== 'find') continue;
      for (const words of executedBy(call.args)) {
        const unwrapped = unwrap(words);
        const wrappers = [...call.wrappers, 'find', ...unwrapped.wrappers];
        const one = toCall({ ...unwrapped, wrappers }, command, script);
        this.#add(one, index, depth);
      }
    }
  }

  #add(call: ProgramCall, index: number, depth: number): void {
    this.#calls.push(call);
    if (depth < MAX_DEPTH) this.#readInner(call, index, depth + 1);
    const given = depth === 0 ? this.#takeInput(call) : undefined;
    if (given) this.#readText(given, 1, NOTHING);
  }

  /** Reads the script that a call hands to a shell. */
  #readInner(call: ProgramCall, index: number, depth: number): void {
    if (!READS_SCRIPT.has(call.program)) return;
    const words = scriptWords(call);
    if (words.length === 0) return;
    const mapped = mapWords(words);
    if (this.#left < mapped.text.length) return;
    const known = words.some(word => word.isDynamic)
      ? substitutionsOf(call.script, index)
      : NOTHING;
    this.#readText(mapped, depth, known);
  }

  #readText(
    mapped: MappedText,
    depth: number,
    known: ReadonlySet<string>,
  ): void {
    this.#left -= mapped.text.length;
    if (this.#left >= 0) this.#readScript(parseShell(mapped), depth, known);
  }

  /** The script that a shell gets through its input: `sh <<EOF`, `sh <<< x`. */
  #takeInput({ program, args, command }: ProgramCall): MappedText | undefined {
    const { redirects } = command;
    if (redirects.length === 0 || !POSIX_SHELLS.has(program)) return undefined;
    if (!readShellArguments(args).readsInput) return undefined;
    for (const { operator, target } of redirects) {
      if (target && operator === '<<<') return mapWord(target);
      if (!target || !operator.startsWith('<<')) continue;
      const found = this.#heredocs.findIndex(
        ({ name }) => name === target.value,
      );
      // Of several with one name each is read once, in order.
      const [heredoc] = found < 0 ? [] : this.#heredocs.splice(found, 1);
      if (heredoc) return MappedText.at(heredoc.start, heredoc.content);
    }
    return undefined;
  }
}

function callOf(
  name: ShellWord,
  command: ShellCommand,
  script: ShellScript,
): ProgramCall {
  const { args, assignments } = command;
  if (isWrapper(name)) {
    const outer = unwrap([name, ...args]);
    const all = [...assignments, ...outer.assignments];
    return toCall({ ...outer, assignments: all }, command, script);
  }
  return {
    program: programName(name),
    name,
    args,
    assignments,
    wrappers: NO_WRAPPERS,
    command,
    script,
    start: name.start,
    end: args.length > 0 ? args[args.length - 1]!.end : name.end,
  };
}

const NO_WRAPPERS: readonly string[] = [];

function toCall(
  { words, wrappers, assignments }: ReturnType<typeof unwrap>,
  command: ShellCommand,
  script: ShellScript,
): ProgramCall {
  const name = words[0]!;
  return {
    program: programName(name),
    name,
    args: words.slice(1),
    assignments,
    wrappers,
    command,
    script,
    start: name.start,
    end: words.at(-1)!.end,
  };
}

/** The command lines behind `-exec` of `find`. */
function executedBy(args: readonly ShellWord[]): ShellWord[][] {
  const lines: ShellWord[][] = [];
  let line: ShellWord[] | undefined;
  for (const word of args) {
    if (line === undefined) {
      if (EXECUTING.has(word.value)) line = [];
    } else if (word.value === ';' || word.value === '+') {
      if (line.length > 0) lines.push(line);
      line = undefined;
    } else line.push(word);
  }
  return lines;
}

const EXECUTING = new Set(['-exec', '-execdir', '-ok', '-okdir']);

/** The words that a call reads as a script; `eval` joins several. */
function scriptWords({ program, args }: ProgramCall): readonly ShellWord[] {
  if (program === 'eval') return args;
  let script: ShellWord | undefined;
  if (POSIX_SHELLS.has(program)) ({ script } = readShellArguments(args));
  else if (WITH_SCRIPT_OPTION.has(program)) script = scriptOption(args);
  return script ? [script] : [];
}

const WITH_SCRIPT_OPTION = new Set(['su', 'runuser', 'flock', 'script']);
const READS_SCRIPT = new Set([...POSIX_SHELLS, ...WITH_SCRIPT_OPTION, 'eval']);

const NOTHING: ReadonlySet<string> = new Set();

/**
 * What stands in substitutions of a command: of `sh -c "$(fetch)"` the outer
 * shell runs `fetch`, although the text of the script shows it again.
 */
function substitutionsOf(script: ShellScript, index: number): Set<string> {
  const { commands } = script;
  const { depth } = commands[index]!;
  const keys = new Set<string>();
  for (let next = index + 1; next < commands.length; next++) {
    if (commands[next]!.depth <= depth) break;
    keys.add(keyOf(commands[next]!));
  }
  return keys;
}

/** Tells commands apart well enough, whatever their length. */
function keyOf({ name, args }: ShellCommand): string {
  const words = [name, ...args.slice(0, 8)];
  const heads = words.map(word => word?.value.slice(0, 64));
  return JSON.stringify([args.length, ...heads]);
}

/** One script of several words, as `eval` joins them. */
function mapWords(words: readonly ShellWord[]): MappedText {
  const [first] = words as [ShellWord];
  if (words.length === 1) return mapWord(first);
  const text = words.map(({ value }) => value).join(' ');
  const { end } = words.at(-1)!;
  const range = { start: first.start, end };
  // Words that stand there as they are, with one blank between them.
  const isPlain = end - first.start === text.length;
  return isPlain
    ? MappedText.at(first.start, text)
    : MappedText.whole(range, text);
}

/** A word that stands there as it is, in quotes or not, keeps exact places. */
function mapWord({ value, start, end }: ShellWord): MappedText {
  switch (end - start - value.length) {
    case 0:
      return MappedText.at(start, value);
    case 2:
      return MappedText.at(start + 1, value);
    default:
      return MappedText.whole({ start, end }, value);
  }
}
