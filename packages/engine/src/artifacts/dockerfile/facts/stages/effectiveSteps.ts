// SPDX-License-Identifier: Apache-2.0
import type { Instruction } from '../../dockerfile.ts';
import type { DockerfileBuild, Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';

/**
 * The steps that have an effect: those of all stages that the target needs, and
 * of CMD, ENTRYPOINT and HEALTHCHECK what the image keeps. What an ONBUILD adds
 * to several stages is named once.
 */
export function effectiveSteps(build: DockerfileBuild): readonly Step[] {
  return remember(build, readSteps);
}

function readSteps({ stages, target }: DockerfileBuild): Step[] {
  const state = target?.state;
  const kept = new Set([
    state?.cmd?.value.step,
    state?.entrypoint?.value.step,
    state?.healthcheck?.value.step,
  ]);
  const seen = new Set<Instruction>();
  return stages
    .filter(({ isReachable }) => isReachable)
    .flatMap(stage => stage.steps)
    .filter(step => {
      const { instruction } = step;
      // It runs in the stages on top, which have it as a step of their own.
      if (instruction.keyword === 'onbuild') return false;
      if (REPLACED.has(instruction.keyword) && !kept.has(step)) return false;
      if (seen.has(instruction)) return false;
      seen.add(instruction);
      return true;
    });
}

/** Of these the last one counts, and that of the target alone. */
const REPLACED = new Set(['cmd', 'entrypoint', 'healthcheck']);
