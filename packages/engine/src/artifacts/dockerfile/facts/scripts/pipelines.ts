// SPDX-License-Identifier: Apache-2.0
import type {
  ShellCommand,
  ShellScript,
} from '../../../../syntax/shell/shellScript.ts';
import { remember } from '../remember.ts';

/** How the commands of a script feed each other. */
export interface Pipelines {
  /**
   * The commands whose output reaches the input of a command, nearest first:
   * all in front of it in its pipeline, those in groups too. Of `echo "$(a)"`
   * also `a`.
   */
  before(command: ShellCommand): readonly ShellCommand[];
  /** The commands that the output of a command reaches, nearest first. */
  after(command: ShellCommand): readonly ShellCommand[];
}

/** Reads the pipelines of a script; once for each script. */
export function pipelinesOf(script: ShellScript): Pipelines {
  return remember(script, readPipelines);
}

/** A pipeline with more commands in front says nothing more. */
const MAX_BEFORE = 100;

function readPipelines({ commands }: ShellScript): Pipelines {
  if (!commands.some(isFed)) return NO_PIPELINES;
  const before = new Map<ShellCommand, ShellCommand[]>();
  const after = new Map<ShellCommand, ShellCommand[]>();
  for (const [index, command] of commands.entries()) {
    if (!isFed(command)) continue;
    const feeding = feedingCommands(commands, index, before);
    before.set(command, feeding);
    for (const one of feeding) {
      const fed = after.get(one);
      if (fed) fed.push(command);
      else after.set(one, [command]);
    }
  }
  return {
    before: command => before.get(command) ?? NONE,
    after: command => after.get(command) ?? NONE,
  };
}

/** Whether the command in front of it gives it its input. */
function isFed({ operator }: ShellCommand): boolean {
  return operator === '|' || operator === '|&';
}

const NONE: readonly ShellCommand[] = [];
const NO_PIPELINES: Pipelines = { before: () => NONE, after: () => NONE };

function feedingCommands(
  commands: readonly ShellCommand[],
  index: number,
  before: ReadonlyMap<ShellCommand, readonly ShellCommand[]>,
): ShellCommand[] {
  const { depth } = commands[index]!;
  const deeper: ShellCommand[] = [];
  let previous: ShellCommand | undefined;
  const least = Math.max(0, index - MAX_BEFORE);
  for (let next = index - 1; next >= least; next--) {
    const command = commands[next]!;
    if (command.depth < depth) break;
    if (command.depth === depth) {
      previous = command;
      break;
    }
    deeper.push(command);
  }
  const first = deeper.at(-1);
  // What is deeper stands in a word of the command in front, or is a group.
  const isInside =
    previous &&
    (!first || (previous.start <= first.start && first.end <= previous.end));
  if (!previous || !isInside) return deeper;
  const { name } = previous;
  const prints = name !== undefined && PRINTING.has(name.value);
  const further = before.get(previous) ?? NONE;
  return [previous, ...(prints ? deeper : NONE), ...further].slice(
    0,
    MAX_BEFORE,
  );
}

/** Commands that pass their arguments on. */
const PRINTING = new Set(['echo', 'printf']);
