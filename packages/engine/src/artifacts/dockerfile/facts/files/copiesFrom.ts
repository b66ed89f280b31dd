// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { Instruction, Word } from '../../dockerfile.ts';
import { copyTarget } from './copyTarget.ts';
import type {
  Stage,
  StageDependency,
  StageSource,
  Step,
} from '../../stages/stage.ts';
import { remember } from '../remember.ts';

/** One path that a COPY takes from another stage or image. */
export interface CopyFrom {
  readonly step: Step;
  /** The flag that names where from. */
  readonly flag: Word;
  readonly from: StageSource;
  /** The argument that names the path. */
  readonly at: Word;
  /** Absolute; undefined where a variable keeps it open. */
  readonly path: string | undefined;
  /** Where it goes, absolute; undefined where a variable keeps it open. */
  readonly target: string | undefined;
}

/** What a stage itself copies from other stages and images, in order. */
export function copiesFrom(stage: Stage): readonly CopyFrom[] {
  return remember(stage, readCopies);
}

function readCopies({ steps, dependencies }: Stage): readonly CopyFrom[] {
  const sources = new Map<Instruction, StageDependency>();
  for (const dependency of dependencies) {
    if (dependency.kind === 'copy') {
      sources.set(dependency.instruction, dependency);
    }
  }
  if (sources.size === 0) return NONE;
  return steps.flatMap(step => {
    const dependency = sources.get(step.instruction);
    if (!dependency) return NONE;
    const target = copyTarget(step);
    const { at: flag, source: from } = dependency;
    return step.args.slice(0, -1).map(({ value, missing }, index) => ({
      step,
      flag,
      from,
      at: step.instruction.args[index]!,
      path: missing.length > 0 ? undefined : joinPaths('/', value),
      target,
    }));
  });
}

const NONE: readonly CopyFrom[] = [];
