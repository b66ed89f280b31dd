// SPDX-License-Identifier: Apache-2.0
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import { joinPaths } from '../../../../text/paths.ts';
import { flagValue } from '../../stages/flags.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { downloadOf } from '../downloads/downloads.ts';
import { mayNameFile } from '../files/fileNames.ts';
import { packageOperation } from './packageOperation.ts';
import { remember } from '../remember.ts';
import { chainSteps } from '../stages/stageChain.ts';

/** Where package files come from: an earlier stage, or the build context. */
export type PackageOrigin = 'stage' | 'context';

/**
 * Where the packages of a call come from, when all of them are files that the
 * build copies or mounts; undefined otherwise.
 */
export function localPackages(
  stage: Stage,
  step: Step,
  call: ProgramCall,
): PackageOrigin | undefined {
  const words = packageOperation(call)?.operands ?? call.args;
  const files = words.filter(({ value }) => !value.startsWith('-'));
  if (files.length === 0) return undefined;
  const sources = sourcesBefore(stage, step);
  let origin: PackageOrigin = 'stage';
  for (const { value } of files) {
    const found = PACKAGE_FILE.test(value)
      ? sources.findLast(source => mayHold(source, value))
      : undefined;
    if (found === undefined || found.origin === 'network') return undefined;
    if (found.origin === 'context') origin = 'context';
  }
  return origin;
}

const PACKAGE_FILE = /\.(?:apk|deb|rpm)$/;

/** Something that fills a file or a folder. */
interface FileSource {
  readonly target: string;
  readonly origin: PackageOrigin | 'network';
  /** Index of the step in the chain. */
  readonly step: number;
}

/** Further back nobody looks. */
const MAX_SOURCES = 100;

function sourcesBefore(stage: Stage, step: Step): readonly FileSource[] {
  const { indexes, sources } = remember(stage, readSources);
  const index = indexes.get(step) ?? 0;
  let end = sources.length;
  while (end > 0 && sources[end - 1]!.step > index) end--;
  return sources.slice(Math.max(0, end - MAX_SOURCES), end);
}

interface ChainSources {
  readonly indexes: ReadonlyMap<Step, number>;
  readonly sources: readonly FileSource[];
}

function readSources(stage: Stage): ChainSources {
  const steps = chainSteps(stage);
  return {
    indexes: new Map(steps.map((one, index) => [one, index])),
    sources: steps.flatMap(sourcesOf),
  };
}

function sourcesOf(step: Step, index: number): FileSource[] {
  const { instruction, args, workdir, mounts, calls } = step;
  if (instruction.keyword === 'copy') {
    const target = joinPaths(workdir.value, args.at(-1)?.value ?? '');
    const origin = originOf(flagValue(instruction, 'from')?.value);
    return [{ target, origin, step: index }];
  }
  if (instruction.keyword !== 'run') return [];
  const mounted = mounts
    .filter(({ type }) => type === 'bind')
    .map(({ target, from }) => ({ target, origin: originOf(from) }));
  const downloaded = calls.flatMap(call =>
    (downloadOf(step, call)?.files ?? []).map(target => ({
      target,
      origin: 'network' as const,
    })),
  );
  return [...mounted, ...downloaded].map(one => ({ ...one, step: index }));
}

function originOf(from: string | undefined): PackageOrigin {
  return from === undefined || from === '' ? 'context' : 'stage';
}

/** Whether a file or folder that is filled may be, or hold, that of a word. */
function mayHold({ target, origin }: FileSource, word: string): boolean {
  if (mayNameFile(word, target)) return true;
  if (origin === 'network') return false;
  const folder = target.endsWith('/') ? target : `${target}/`;
  return word.startsWith('/') ? word.startsWith(folder) : true;
}
