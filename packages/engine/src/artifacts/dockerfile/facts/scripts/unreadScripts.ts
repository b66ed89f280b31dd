// SPDX-License-Identifier: Apache-2.0
import type { Stage, Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';

/** Whether stages have a RUN of which not every program is known. */
export function haveUnreadScripts(stages: readonly Stage[]): boolean {
  return stages.some(stage => remember(stage, hasUnread));
}

function hasUnread({ steps }: Stage): boolean {
  return steps.some(
    ({ instruction, script }) =>
      instruction.keyword === 'run' && script && !isRead(script),
  );
}

function isRead(script: NonNullable<Step['script']>): boolean {
  return (
    (script.dialect === 'posix' || script.dialect === 'exec') &&
    script.errors.length === 0
  );
}
