// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { BuildContext } from '../../../buildContext.ts';
import type { SourceFile } from '../../../sourceFile.ts';
import type { Stage } from '../../stages/stage.ts';
import { contextCopies, type ContextCopy } from './contextCopies.ts';
import { copyTarget } from './copyTarget.ts';
import { movedPath } from './fileMoves.ts';
import { stageChain } from '../stages/stageChain.ts';

/**
 * The file of the repository that COPY puts at a path of a stage; undefined
 * when none is known to be there.
 *
 * @param path - absolute
 */
export function contextFile(
  stage: Stage,
  path: string,
  { root, tree }: Pick<BuildContext, 'root' | 'tree'>,
): SourceFile | undefined {
  for (const copy of lastCopies(stage)) {
    for (const source of sourcesOf(copy, path)) {
      const file = tree.get(joinPaths(root, source));
      if (file) return file;
    }
  }
  return undefined;
}

/** Those before are not looked at: nobody copies a manifest so early. */
const MAX_COPIES = 200;

/** What the chain of a stage copies from the context, the last first. */
function lastCopies(stage: Stage): readonly ContextCopy[] {
  let copies = CACHE.get(stage);
  if (!copies) {
    copies = stageChain(stage)
      .flatMap(contextCopies)
      .slice(-MAX_COPIES)
      .reverse();
    CACHE.set(stage, copies);
  }
  return copies;
}

const CACHE = new WeakMap<Stage, readonly ContextCopy[]>();

/** The paths of the context that could end up there. */
function sourcesOf({ source, step }: ContextCopy, path: string): string[] {
  const target = copyTarget(step);
  if (source === undefined || target === undefined) return [];
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const folder = path.slice(0, slash) || '/';
  const sources: string[] = [];
  if (target === path) sources.push(source);
  if (target === folder) {
    const parent = source.includes('/')
      ? source.slice(0, source.lastIndexOf('/'))
      : '.';
    const own = joinPaths(parent, name);
    // The file by its name, or by a pattern that fits.
    if (movedPath(`/${own}`, `/${source}`, '/') !== undefined)
      sources.push(own);
  }
  const below = movedPath(path, target, '/');
  if (below !== undefined) sources.push(joinPaths(source, `.${below}`));
  return sources;
}
