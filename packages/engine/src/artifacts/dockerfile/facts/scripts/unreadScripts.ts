// SPDX-License-Identifier: Apache-2.0
import type { Stage, Step } from '../../stages/stage.ts';

/** The RUN steps of stages of which not every program is known. */
export function unreadScripts(stages: readonly Stage[]): Step[] {
  return stages
    .flatMap(({ steps }) => steps)
    .filter(
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
