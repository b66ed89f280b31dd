// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { Step } from '../../stages/stage.ts';

/**
 * Where a COPY or ADD goes, absolute. The folder in which a base image starts
 * counts as the root, as it does for commands, so that both can be compared.
 * Undefined where a variable keeps it open.
 */
export function copyTarget({ args, workdir }: Step): string | undefined {
  const destination = args.at(-1);
  return destination && destination.missing.length === 0
    ? joinPaths(workdir.value, destination.value)
    : undefined;
}
