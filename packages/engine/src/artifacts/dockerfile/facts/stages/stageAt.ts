// SPDX-License-Identifier: Apache-2.0
import type { DockerfileBuild, Stage } from '../../stages/stage.ts';

/** The stage in which an offset lies; undefined before the first one. */
export function stageAt(
  { stages }: DockerfileBuild,
  offset: number,
): Stage | undefined {
  return stages.findLast(({ from }) => from.start <= offset);
}
