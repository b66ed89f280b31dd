// SPDX-License-Identifier: Apache-2.0
import type { Stage, Step } from '../../stages/stage.ts';

/** A stage and those that it builds on, from the first to itself. */
export function stageChain(stage: Stage): readonly Stage[] {
  let { base } = stage;
  if (base.kind !== 'stage') return [stage];
  const chain = [stage];
  while (base.kind === 'stage') {
    chain.push(base.stage);
    ({ base } = base.stage);
  }
  return chain.reverse();
}

/** The steps whose results a stage contains, in the order in which they run. */
export function chainSteps(stage: Stage): readonly Step[] {
  return stage.base.kind === 'stage'
    ? stageChain(stage).flatMap(({ steps }) => steps)
    : stage.steps;
}
