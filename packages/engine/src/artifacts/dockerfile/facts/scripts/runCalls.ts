// SPDX-License-Identifier: Apache-2.0
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import type { Expanded } from '../../stages/variables.ts';
import { callFolders } from './callFolders.ts';
import { launchedProgram, type LaunchedProgram } from './launchedProgram.ts';
import { remember } from '../remember.ts';
import { exportedValue } from './shellValues.ts';
import { StageVariables } from '../stages/stageVariables.ts';

/** A program that a RUN starts, with what is in force when it does. */
export interface RunCall extends LaunchedProgram {
  readonly step: Step;
  readonly call: ProgramCall;
  /** The folder that it works in; undefined where `cd` leaves it open. */
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

function readCalls(stage: Stage): RunCall[] {
  const variables = StageVariables.of(stage);
  return stage.steps.flatMap((step, index) => {
    if (step.instruction.keyword !== 'run') return [];
    const folders = callFolders(step);
    return step.calls.map((call, at) => ({
      ...launchedProgram(call.name, call.args),
      step,
      call,
      folder: folders[at],
      variable: name =>
        ownVariable(call, name) ?? variables.valueBefore(name, index),
    }));
  });
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
