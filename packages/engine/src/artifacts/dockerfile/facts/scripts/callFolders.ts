// SPDX-License-Identifier: Apache-2.0
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellScript } from '../../../../syntax/shell/shellScript.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';

/**
 * The folder in which each call of a step works, from WORKDIR and the `cd`
 * before it; undefined where a variable keeps it open.
 */
export function callFolders(step: Step): readonly (string | undefined)[] {
  return remember(step, readFolders);
}

function readFolders({ calls, workdir }: Step): (string | undefined)[] {
  const start = joinPaths('/', workdir.value);
  if (!calls.some(changesFolder)) return calls.map(() => start);
  const scripts = new Map<ShellScript, ScriptFolder>();
  let current: string | undefined = start;
  return calls.map(call => {
    let script = scripts.get(call.script);
    if (!script) {
      // `sh -c` starts where the script around it is.
      script = new ScriptFolder(current);
      scripts.set(call.script, script);
    }
    current = script.folderOf(call);
    return current;
  });
}

/** Where a script is; groups and subshells end where they began. */
class ScriptFolder {
  /** One for each depth. */
  readonly #levels: (string | undefined)[];
  #previous: string | undefined;

  constructor(start: string | undefined) {
    this.#levels = [start];
    this.#previous = start;
  }

  folderOf(call: ProgramCall): string | undefined {
    const { program, args, command } = call;
    const { depth, operator } = command;
    this.#levels.length = Math.min(this.#levels.length, depth + 1);
    if (depth > 0 && operator === '') this.#levels.length = depth;
    while (this.#levels.length <= depth) this.#levels.push(this.#levels.at(-1));
    const folder = this.#levels[depth];
    if (changesFolder(call)) {
      const target = args.find(({ value }) => !/^-./.test(value));
      this.#levels[depth] =
        program === 'popd' || target?.value === '-'
          ? this.#previous
          : enter(folder, target);
      this.#previous = folder;
    }
    return folder;
  }
}

function changesFolder({ program }: ProgramCall): boolean {
  return program === 'cd' || program === 'pushd' || program === 'popd';
}

function enter(
  folder: string | undefined,
  target: { readonly value: string; readonly isDynamic: boolean } | undefined,
): string | undefined {
  if (target?.isDynamic) return undefined;
  const path = target?.value.replace(/^~(?=\/|$)/, '/root') ?? '/root';
  if (folder === undefined && !path.startsWith('/')) return undefined;
  const entered = joinPaths(folder ?? '/', path);
  return entered.length > MAX_LENGTH ? undefined : entered;
}

/** What Linux allows. */
const MAX_LENGTH = 4096;
