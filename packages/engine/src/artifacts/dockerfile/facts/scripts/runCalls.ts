// SPDX-License-Identifier: Apache-2.0
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import type { Expanded } from '../../stages/variables.ts';
import { callFolders } from './callFolders.ts';
import { launchedPrograms, type LaunchedProgram } from './launchedProgram.ts';
import { remember } from '../remember.ts';
import { exportedValue } from './shellValues.ts';
import { StageVariables } from '../stages/stageVariables.ts';

/** A program that a RUN starts, with what is in force when it does. */
export interface RunCall extends LaunchedProgram {
  readonly step: Step;
  readonly call: ProgramCall;
  /**
   * The folder that it works in, worked out when asked; undefined where `cd`
   * leaves it open.
   */
  readonly folder: string | undefined;
  /** An environment variable; undefined when the files set none. */
  variable(name: string): Expanded | undefined;
}

/**
 * The programs that the RUN instructions of a stage start, in order; those of
 * the stage it builds on stand there.
 */
export function runCalls(stage: Stage): readonly RunCall[] {
  return remember(stage, readCalls);
}

/**
 * Those of {@link runCalls} whose program a table lists, in order. Stages start
 * few programs, so that asking for each is cheaper than an index of them.
 *
 * @param programs - as {@link LaunchedProgram} names them
 */
export function runCallsOf(
  stage: Stage,
  programs: { has(program: string): boolean },
): readonly RunCall[] {
  let found: RunCall[] | undefined;
  for (const call of runCalls(stage)) {
    if (programs.has(call.program)) (found ??= []).push(call);
  }
  return found ?? NONE;
}

const NONE: readonly RunCall[] = [];

function readCalls(stage: Stage): RunCall[] {
  const { steps } = stage;
  const found: RunCall[] = [];
  for (let index = 0; index < steps.length; index++) {
    if (steps[index]!.instruction.keyword !== 'run') continue;
    const { length } = steps[index]!.calls;
    for (let at = 0; at < length; at++) {
      found.push(new StageCall(stage, index, at));
    }
  }
  return found;
}

class StageCall implements RunCall {
  readonly program: string;
  readonly name: ShellWord;
  readonly args: readonly ShellWord[];
  readonly step: Step;
  readonly call: ProgramCall;
  readonly #stage: Stage;
  /** Among the steps of the stage. */
  readonly #stepIndex: number;
  /** Among the calls of the step. */
  readonly #index: number;

  constructor(stage: Stage, stepIndex: number, index: number) {
    this.step = stage.steps[stepIndex]!;
    this.call = this.step.calls[index]!;
    const launched = launchedPrograms(this.step)[index]!;
    this.program = launched.program;
    this.name = launched.name;
    this.args = launched.args;
    this.#stage = stage;
    this.#stepIndex = stepIndex;
    this.#index = index;
  }

  get folder(): string | undefined {
    return callFolders(this.step)[this.#index];
  }

  variable(name: string): Expanded | undefined {
    return (
      ownVariable(this.call, name) ??
      StageVariables.of(this.#stage).valueBefore(name, this.#stepIndex)
    );
  }
}

/** `NAME=value program`, `env NAME=value program`, or an `export` before it. */
function ownVariable(call: ProgramCall, name: string): Expanded | undefined {
  const { command } = call;
  const prefix = command.assignments.findLast(one => one.name === name);
  if (prefix) return toExpanded(name, prefix.value, prefix.value.value);
  const given = assignedIn(command.args, name);
  if (given) return given;
  const exported = exportedValue(call, name);
  return exported && toExpanded(name, exported, exported.value);
}

function assignedIn(
  args: readonly ShellWord[],
  name: string,
): Expanded | undefined {
  const word = args.findLast(({ value }) => value.startsWith(`${name}=`));
  return word && toExpanded(name, word, word.value.slice(name.length + 1));
}

function toExpanded(
  name: string,
  { isDynamic }: ShellWord,
  value: string,
): Expanded {
  return { value, missing: isDynamic ? [name] : [] };
}
