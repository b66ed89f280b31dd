// SPDX-License-Identifier: Apache-2.0
import { toLower } from '../../../text/characters.ts';
import type { Instruction } from '../dockerfile.ts';
import {
  EMPTY_STATE,
  type Stage,
  type StageDependency,
  type Step,
} from './stage.ts';

/** A stage while it is being resolved. */
export type StageDraft = {
  -readonly [Key in keyof Stage]: Stage[Key];
} & {
  readonly steps: Step[];
  readonly dependencies: StageDependency[];
  /** What stands below the FROM. */
  readonly instructions: Instruction[];
};

/** Starts the stage of a FROM; everything else is found out later. */
export function stageDraft(
  index: number,
  from: Instruction,
  isRefused: boolean,
): StageDraft {
  const name = isRefused ? undefined : from.args[2];
  return {
    index,
    name: name && toLower(name.value),
    from,
    instructions: [],
    base: { kind: 'scratch' },
    rootBase: { kind: 'scratch' },
    rootPlatform: undefined,
    platform: undefined,
    steps: [],
    dependencies: [],
    isReachable: false,
    state: EMPTY_STATE,
  };
}
