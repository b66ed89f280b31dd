// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import { isHeredoc } from '../../heredocs.ts';
import { flagValue } from '../../stages/flags.ts';
import { parseRemoteSource } from '../../stages/remoteSource.ts';
import type { Stage, Step, StageSource } from '../../stages/stage.ts';
import { stageChain } from '../stages/stageChain.ts';

/** One source of a COPY or ADD, and what it fills. */
export interface ImageCopy {
  /** The build context, another stage or image, or the instruction itself. */
  readonly from: StageSource | 'context' | 'instruction';
  /** Below the root of where it comes from; `.` is all of it. */
  readonly source: string;
  /** Whether `*`, `?` or `[` stands in it. */
  readonly isPattern: boolean;
  /** Whether it is unpacked on the way. */
  readonly isArchive: boolean;
  /** Absolute; undefined where a variable keeps it open. */
  readonly target: string | undefined;
  /** Whether the target is known to be a folder. */
  readonly isIntoFolder: boolean;
}

/** What the stages of a chain copy, in order. */
export function imageCopies(stage: Stage): ImageCopy[] {
  return stageChain(stage).flatMap(one =>
    one.steps.flatMap(step => copiesOf(one, step)),
  );
}

function copiesOf(stage: Stage, step: Step): ImageCopy[] {
  const { instruction, args, workdir } = step;
  const { keyword } = instruction;
  if (keyword !== 'copy' && keyword !== 'add') return [];
  const destination = args.at(-1);
  if (destination === undefined) return [];
  const { value, missing } = destination;
  const isKnown =
    missing.length === 0 &&
    (value.startsWith('/') || workdir.missing.length === 0);
  const target = isKnown ? joinPaths(workdir.value, value) : undefined;
  const isIntoFolder = /(?:^|\/)\.?$/.test(value) || args.length > 2;
  const dependency = stage.dependencies.find(
    one => one.kind === 'copy' && one.instruction === instruction,
  );
  const isOutside = flagValue(instruction, 'from') !== undefined;
  return args.slice(0, -1).map((arg, index): ImageCopy => {
    const raw = instruction.args[index]!.value;
    const isWritten =
      isHeredoc(raw) || (keyword === 'add' && parseRemoteSource(arg.value));
    let from: ImageCopy['from'] = 'context';
    if (isWritten) from = 'instruction';
    else if (isOutside) {
      from = dependency?.source ?? { kind: 'unknown', name: arg };
    }
    const path = joinPaths('/', isWritten ? lastPart(arg.value) : arg.value);
    return {
      from,
      source: path === '/' ? '.' : path.slice(1),
      isPattern: /[*?[]/.test(arg.value) || arg.missing.length > 0,
      isArchive: keyword === 'add' && ARCHIVE.test(arg.value),
      target,
      isIntoFolder,
    };
  });
}

const ARCHIVE = /\.(?:tar|tgz|txz|tbz2?|tar\.\w+)$/;

function lastPart(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
