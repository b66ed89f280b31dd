// SPDX-License-Identifier: Apache-2.0
import { isWindowsImage } from '../../../../data/windowsImages.ts';
import { parsePlatformSystem } from '../../stages/goValues.ts';
import type { DockerfileBuild, Stage } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { baseImage } from './baseImage.ts';

/** Whether a stage starts with an image for Windows, as far as the file tells. */
export function isWindowsStage(stage: Stage): boolean {
  return remember(stage, readIsWindows);
}

/** The stages that the target needs, those for Windows aside. */
export function neededLinuxStages(build: DockerfileBuild): readonly Stage[] {
  return remember(build, readLinuxStages);
}

function readLinuxStages({ stages }: DockerfileBuild): Stage[] {
  return stages.filter(stage => stage.isReachable && !isWindowsStage(stage));
}

function readIsWindows(stage: Stage): boolean {
  const { rootBase, rootPlatform } = stage;
  const system = rootPlatform && parsePlatformSystem(rootPlatform.value);
  if (system !== undefined) return system === 'windows';
  const base = baseImage(stage);
  return (
    (base.kind === 'known' && base.facts.os === 'windows') ||
    (rootBase.kind === 'image' && isWindowsImage(rootBase.reference))
  );
}
