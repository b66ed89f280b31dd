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
  const kept = [
    state?.cmd?.value.step,
    state?.entrypoint?.value.step,
    state?.healthcheck?.value.step,
  ];
  const triggers = new Set<Instruction>();
  const found: Step[] = [];
  for (const { steps, isReachable } of stages) {
    if (!isReachable) continue;
    for (const step of steps) {
      const { instruction, trigger } = step;
      const { keyword } = instruction;
      // It runs in the stages on top, which have it as a step of their own.
      if (keyword === 'onbuild') continue;
      if (REPLACED.has(keyword) && !kept.includes(step)) continue;
      if (trigger) {
        if (triggers.has(instruction)) continue;
        triggers.add(instruction);
      }
      found.push(step);
    }
  }
  return found;
}

/** Of these the last one counts, and that of the target alone. */
const REPLACED = new Set(['cmd', 'entrypoint', 'healthcheck']);
