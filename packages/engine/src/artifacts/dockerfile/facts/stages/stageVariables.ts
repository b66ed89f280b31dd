// SPDX-License-Identifier: Apache-2.0
import type { Stage } from '../../stages/stage.ts';
import type { Expanded } from '../../stages/variables.ts';
import { remember } from '../remember.ts';

interface Assignment extends Expanded {
  /** Index of the step that sets it. */
  readonly step: number;
  readonly isEnv: boolean;
}

/** The variables that ENV and ARG set, at each step of a stage. */
export class StageVariables {
  readonly #base: StageVariables | undefined;
  /** By name, in the order of the steps. */
  readonly #assignments = new Map<string, Assignment[]>();

  static of(stage: Stage): StageVariables {
    return remember(stage, StageVariables.#read);
  }

  static #read(stage: Stage): StageVariables {
    return new StageVariables(stage);
  }

  private constructor(stage: Stage) {
    const { base, steps, state } = stage;
    this.#base =
      base.kind === 'stage' ? StageVariables.of(base.stage) : undefined;
    for (const [step, { instruction, args }] of steps.entries()) {
      if (instruction.keyword === 'env') {
        for (let index = 0; index + 1 < args.length; index += 3) {
          this.#set(args[index]!.value, {
            ...args[index + 1]!,
            step,
            isEnv: true,
          });
        }
      }
      if (instruction.keyword !== 'arg') continue;
      for (const { value, missing } of args) {
        const equals = value.indexOf('=');
        const name = equals < 0 ? value : value.slice(0, equals);
        const known = state.variables.get(name);
        const inherited = known?.origin === 'env' ? undefined : known;
        const set =
          equals < 0
            ? inherited ?? { value: '', missing: [name] }
            : { value: value.slice(equals + 1), missing };
        this.#set(name, {
          value: set.value,
          missing: set.missing,
          step,
          isEnv: false,
        });
      }
    }
  }

  /** The value that a step sees; undefined when nothing has set it. */
  valueBefore(name: string, step: number): Expanded | undefined {
    return this.#find(name, step);
  }

  /** ENV wins over ARG, whichever comes first. */
  #set(name: string, assignment: Assignment): void {
    if (!assignment.isEnv && this.#find(name, assignment.step)?.isEnv) return;
    const list = this.#assignments.get(name);
    if (list) list.push(assignment);
    else this.#assignments.set(name, [assignment]);
  }

  #find(name: string, before: number): Assignment | undefined {
    const list = this.#assignments.get(name) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.step < before) low = middle + 1;
      else high = middle;
    }
    const own = list[low - 1];
    return own ?? (this.#base && this.#base.#find(name, Infinity));
  }
}
