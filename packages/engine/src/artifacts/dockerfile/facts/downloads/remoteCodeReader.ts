// SPDX-License-Identifier: Apache-2.0
import { verificationOf } from '../../../../data/tools/verifiers.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type {
  ShellCommand,
  ShellWord,
} from '../../../../syntax/shell/shellScript.ts';
import type { Step } from '../../stages/stage.ts';
import { readCommandLine } from '../scripts/commandLine.ts';
import type { DownloadedFiles } from './downloadedFiles.ts';
import { downloadOf, isLocalAddress, type Download } from './downloads.ts';
import { makesExecutable } from '../files/executableMode.ts';
import {
  interpretation,
  type Interpretation,
} from '../scripts/interpretation.ts';
import { pipelinesOf } from '../scripts/pipelines.ts';
import type { RemoteCode } from './remoteCode.ts';

/** Follows the commands of one script in the order of the text. */
export class RemoteCodeReader {
  readonly #step: Step;
  readonly #files: DownloadedFiles;
  readonly #downloads = new Map<ShellCommand, Download>();
  /** Whether something may reach a program as it arrives. */
  #hasStream = false;
  /** The commands that compare checksums or signatures; read when asked. */
  #verifying: ReadonlySet<ShellCommand> | undefined;
  readonly #found: RemoteCode[] = [];

  /** @param files - what lies about; what the script does with it is noted */
  constructor(step: Step, files: DownloadedFiles) {
    this.#step = step;
    this.#files = files;
  }

  read(): readonly RemoteCode[] {
    const { calls } = this.#step;
    // What stands in a substitution comes behind the command that uses it.
    for (const call of calls) {
      const download = downloadOf(this.#step, call);
      if (!download) continue;
      this.#downloads.set(call.command, download);
      this.#hasStream ||= isStream(download);
    }
    for (let index = 0; index < calls.length; index++) {
      this.#readCall(calls[index]!, index);
    }
    return this.#found;
  }

  #readCall(call: ProgramCall, index: number): void {
    const { command } = call;
    if (!this.#files.isEmpty && this.#isVerifying(command)) {
      this.#files.verify(wordsOf([command, ...inputsOf(call)]));
    }
    const download = this.#downloads.get(command);
    if (download) this.#files.add(download);
    else if (this.#files.isEmpty && !this.#hasStream) return;
    else if (FOLLOWED.has(call.program)) this.#followFile(call);
    else this.#readProgram(call, index);
  }

  #isVerifying(command: ShellCommand): boolean {
    this.#verifying ??= new Set(
      this.#step.calls.filter(isVerifying).map(call => call.command),
    );
    return this.#verifying.has(command);
  }

  /** What gives a file another mode or name. */
  #followFile({ program, args }: ProgramCall): void {
    switch (program) {
      case 'chmod': {
        const [mode, ...files] = readCommandLine(args, NO_OPTIONS).operands;
        if (mode && makesExecutable(mode.value)) this.#makeExecutable(files);
        break;
      }
      case 'install': {
        const { options, operands } = readCommandLine(args, INSTALL_OPTIONS);
        const mode = options.findLast(({ name }) => MODE.has(name))?.value;
        this.#files.rename(operands.map(({ value }) => value));
        if (makesExecutable(mode ?? '755')) this.#makeExecutable(operands);
        break;
      }
      default: {
        const { operands } = readCommandLine(args, NO_OPTIONS);
        this.#files.rename(operands.map(({ value }) => value));
      }
    }
  }

  #makeExecutable(words: readonly ShellWord[]): void {
    for (const word of words) this.#files.makeExecutable(word.value, word);
  }

  #readProgram(call: ProgramCall, index: number): void {
    const interpreted = interpretation(call);
    if (!interpreted) {
      const { name } = call;
      if (name.isDynamic || name.value.includes('/')) this.#runFile(name);
      return;
    }
    const download = this.#streamedTo(call, index, interpreted);
    if (download) {
      const { program: name, start, end } = call;
      const at = { start, end };
      this.#found.push({ kind: 'streamed', download, at, name });
      return;
    }
    const { file, readsInput } = interpreted;
    if (file) this.#runFile(file);
    else if (readsInput)
      for (const word of inputFiles(call)) this.#runFile(word);
  }

  #runFile(word: ShellWord): void {
    const file = this.#files.find(word.value);
    if (!file) return;
    this.#files.forget(file);
    const { start, end, value: name } = word;
    const { download } = file;
    this.#found.push({ kind: 'run', download, at: { start, end }, name });
  }

  /** What an interpreter runs as it arrives. */
  #streamedTo(
    call: ProgramCall,
    index: number,
    { script, file, readsInput }: Interpretation,
  ): Download | undefined {
    const inputs = readsInput ? inputsOf(call) : [];
    if (inputs.some(command => this.#isVerifying(command))) return undefined;
    const piped = inputs.map(command => this.#downloads.get(command));
    const words = [script, file, ...(readsInput ? redirectedFrom(call) : [])];
    const substituted = words.flatMap(word =>
      word && SUBSTITUTION.test(word.value)
        ? this.#downloadsWithin(word, index)
        : [],
    );
    return [...piped, ...substituted].find(isStream);
  }

  /** What the substitutions of a word of a call download. */
  #downloadsWithin(word: ShellWord, index: number): (Download | undefined)[] {
    const { calls } = this.#step;
    const found: (Download | undefined)[] = [];
    const last = Math.min(calls.length, index + 1 + MAX_WITHIN);
    for (let next = index + 1; next < last; next++) {
      const { start, end, command } = calls[next]!;
      if (start >= word.end) break;
      const isWithin = start >= word.start && end <= word.end;
      if (isWithin) found.push(this.#downloads.get(command));
    }
    return found;
  }
}

/** A substitution with more commands in it says nothing more. */
const MAX_WITHIN = 100;

/** A word that is a substitution from its start. */
const SUBSTITUTION = /^\s*(?:[<$]\(|`)/;

/** Programs that give a file another mode or name. */
const FOLLOWED = new Set(['chmod', 'install', 'mv', 'cp', 'ln']);

const NO_OPTIONS: ReadonlySet<string> = new Set();
const MODE = new Set(['-m', '--mode']);
const INSTALL_OPTIONS = new Set([
  ...MODE,
  ...['-o', '--owner', '-g', '--group', '-t', '--target-directory', '-S'],
]);

function isStream(download: Download | undefined): download is Download {
  if (!download?.isOutput || download.isVerified) return false;
  return !download.addresses.every(isLocalAddress);
}

function isVerifying(call: ProgramCall): boolean {
  const args = call.args.map(({ value }) => value);
  const verification = verificationOf(call.program, args);
  if (verification !== 'prints') return verification === 'compares';
  const { command, script } = call;
  const isRead = pipelinesOf(script).after(command).length > 0;
  // `[ "$(sha256sum file)" = … ]`, or what is printed goes to another command.
  return command.depth > 0 || isRead;
}

function inputsOf({ command, script }: ProgramCall): readonly ShellCommand[] {
  return pipelinesOf(script).before(command);
}

function wordsOf(commands: readonly ShellCommand[]): string[] {
  return commands.flatMap(({ args }) => args.map(({ value }) => value));
}

/** The words of `< file` and `<<< text`. */
function redirectedFrom({ command }: ProgramCall): ShellWord[] {
  return command.redirects.flatMap(({ operator, target }) =>
    target && (operator === '<' || operator === '<<<') ? [target] : [],
  );
}

/** The files that reach the input of a call: `< file`, `cat file |`. */
function inputFiles(call: ProgramCall): ShellWord[] {
  const shown = inputsOf(call).flatMap(({ name, args }) =>
    name?.value === 'cat' ? args : [],
  );
  return [...redirectedFrom(call), ...shown];
}
