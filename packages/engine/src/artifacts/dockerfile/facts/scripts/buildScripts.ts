// SPDX-License-Identifier: Apache-2.0
import type { DockerfileBuild, Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { effectiveSteps } from '../stages/effectiveSteps.ts';

/** The RUN steps of a build, by what can be read of them. */
export interface BuildScripts {
  /** Those whose programs are known, at least in part, in order. */
  readonly read: readonly Step[];
  /**
   * Why others are not read: their language, or the mistake in them; undefined
   * when all are read.
   */
  readonly unread: string | undefined;
  /** Whether there are others for a shell of Windows, and none that are read. */
  readonly isWindows: boolean;
}

/** The RUN steps of all stages that the target needs. */
export function buildScripts(build: DockerfileBuild): BuildScripts {
  return remember(build, readScripts);
}

function readScripts(build: DockerfileBuild): BuildScripts {
  const read: Step[] = [];
  let unread: string | undefined;
  let hasWindows = false;
  for (const step of effectiveSteps(build)) {
    if (step.instruction.keyword !== 'run') continue;
    const { script } = step;
    if (!script) continue;
    switch (script.dialect) {
      case 'posix':
      case 'exec':
        read.push(step);
        unread ??= script.errors[0]?.message;
        break;
      case 'unknown':
        unread ??= script.interpreter;
        break;
      default:
        hasWindows = true;
    }
  }
  return { read, unread, isWindows: hasWindows && read.length === 0 };
}
