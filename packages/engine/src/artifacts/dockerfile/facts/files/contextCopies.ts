// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { Word } from '../../dockerfile.ts';
import { isHeredoc } from '../../heredocs.ts';
import { flagValue, flagValues } from '../../stages/flags.ts';
import { parseRemoteSource } from '../../stages/remoteSource.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { joinWindowsPaths } from '../../stages/windowsPath.ts';
import { isWindowsStage } from '../base/windowsStage.ts';
import { remember } from '../remember.ts';

/** One source that a COPY or ADD takes from the build context. */
export interface ContextCopy {
  readonly step: Step;
  /** The argument that names it. */
  readonly at: Word;
  /**
   * Relative to the context, cleaned: `.` is all of it. Undefined where a
   * variable without a value stands in it.
   */
  readonly source: string | undefined;
  /** Variables without a value that stand in it. */
  readonly missing: readonly string[];
  /** Whether `*`, `?` or `[` stands in it. */
  readonly isPattern: boolean;
  /** Where it goes, absolute; undefined where a variable keeps it open. */
  readonly target: string | undefined;
  /** Patterns of `--exclude`, which count from the source on. */
  readonly excludes: readonly string[];
}

/**
 * What a stage itself copies from the build context, in order; an ONBUILD of
 * the stage that it builds on copies for it, too.
 */
export function contextCopies(stage: Stage): readonly ContextCopy[] {
  return remember(stage, readCopies);
}

function readCopies(stage: Stage): ContextCopy[] {
  const copies: ContextCopy[] = [];
  let isWindows: boolean | undefined;
  for (const step of stage.steps) {
    const { instruction } = step;
    const { keyword } = instruction;
    if (keyword !== 'copy' && keyword !== 'add') continue;
    if (flagValue(instruction, 'from') !== undefined) continue;
    isWindows ??= isWindowsStage(stage);
    copies.push(...copiesOf(step, isWindows));
  }
  return copies;
}

function copiesOf(step: Step, isWindows: boolean): ContextCopy[] {
  const { instruction, args } = step;
  const destination = args.at(-1);
  if (destination === undefined) return [];
  const isOpen =
    destination.missing.length > 0 || step.workdir.missing.length > 0;
  const join = isWindows ? joinWindowsPaths : joinPaths;
  const target = isOpen
    ? undefined
    : join(step.workdir.value, destination.value);
  const excludes = flagValues(instruction, 'exclude').map(flag => flag.value);
  return args.slice(0, -1).flatMap(({ value, missing }, index) => {
    const at = instruction.args[index]!;
    if (isHeredoc(at.value) || parseRemoteSource(value)) return [];
    const source =
      missing.length > 0 ? undefined : contextPath(value, isWindows);
    const isPattern = /[*?[]/.test(value);
    return [{ step, at, source, missing, isPattern, target, excludes }];
  });
}

/**
 * A path from the root of the context. It cannot leave it: `../a` and `/a` are
 * `a`.
 */
export function contextPath(source: string, isWindows = false): string {
  const inside = isWindows
    ? joinWindowsPaths('/', source).replaceAll('\\', '/')
    : joinPaths('/', source);
  return inside === '/' ? '.' : inside.slice(1);
}
