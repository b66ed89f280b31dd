// SPDX-License-Identifier: Apache-2.0
import {
  programCalls,
  type ProgramCall,
} from '../../../syntax/shell/programCalls.ts';
import type { Instruction } from '../dockerfile.ts';
import type { RunMount } from './runMounts.ts';
import type { StageState, Step } from './stage.ts';
import { readScript, type StepScript } from './stepScript.ts';
import type { Expanded } from './variables.ts';

/** A step whose arguments become known when it runs. */
export class BuildStep implements Step {
  readonly instruction: Instruction;
  readonly trigger: Instruction | undefined;
  readonly user: Step['user'];
  readonly workdir: Expanded;
  readonly shell: Step['shell'];
  args: readonly Expanded[] = NO_ARGS;
  mounts: readonly RunMount[] = NO_MOUNTS;
  readonly #isWindows: boolean;
  #script: StepScript | undefined;
  #isRead = false;
  #calls: readonly ProgramCall[] | undefined;

  constructor(
    instruction: Instruction,
    trigger: Instruction | undefined,
    { user, workdir, shell }: StageState,
    isWindows: boolean,
  ) {
    this.instruction = instruction;
    this.trigger = trigger;
    this.user = user;
    this.workdir = workdir;
    this.shell = shell;
    this.#isWindows = isWindows;
  }

  get script(): StepScript | undefined {
    if (!this.#isRead) {
      const { instruction, shell } = this;
      this.#script = readScript(instruction, shell?.value, this.#isWindows);
      this.#isRead = true;
    }
    return this.#script;
  }

  get calls(): readonly ProgramCall[] {
    this.#calls ??= this.#readCalls();
    return this.#calls;
  }

  #readCalls(): readonly ProgramCall[] {
    const { script } = this;
    const isRead = script?.dialect === 'posix' || script?.dialect === 'exec';
    return isRead ? programCalls(script, this.instruction.heredocs) : NO_CALLS;
  }
}

const NO_CALLS: readonly ProgramCall[] = [];
const NO_ARGS: readonly Expanded[] = [];
const NO_MOUNTS: readonly RunMount[] = [];
