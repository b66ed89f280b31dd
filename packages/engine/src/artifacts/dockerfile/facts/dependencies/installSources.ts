// SPDX-License-Identifier: Apache-2.0
import type { DependencyTool } from '../../../../data/packageManagers/dependencyTools.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { BuildContext } from '../../../buildContext.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { contextCopies, type ContextCopy } from '../files/contextCopies.ts';
import { copyTarget } from '../files/copyTarget.ts';
import {
  dependencyInstalls,
  type DependencyInstall,
} from './dependencyInstalls.ts';
import { matchesName, movedPath } from '../files/fileMoves.ts';
import { stageChain } from '../stages/stageChain.ts';

/** What an install of dependencies has to work with, and what came too early. */
export interface InstallSources {
  readonly install: DependencyInstall;
  /** The COPY or ADD before it that also brings the sources of the project. */
  readonly sources: ContextCopy | undefined;
  /** The one that names the manifest, when no lock file comes with it. */
  readonly withoutLock: ContextCopy | undefined;
}

/**
 * What each install of a stage finds in the image, of those that only install
 * dependencies and for which something was copied from the build context.
 */
export function installSources(
  stage: Stage,
  context: BuildContext,
): InstallSources[] {
  const judged = dependencyInstalls(stage)
    .filter(isInstallOnly)
    .slice(0, MAX_INSTALLS);
  if (judged.length === 0) return [];
  const chain = stageChain(stage);
  const order = new Map<Step, number>();
  for (const step of chain.flatMap(({ steps }) => steps)) {
    order.set(step, order.size);
  }
  const before = (a: Step, b: Step) => order.get(a)! < order.get(b)!;
  const copies = chain.flatMap(contextCopies);
  const installs = chain.flatMap(dependencyInstalls).filter(isInstallOnly);
  return judged.flatMap(install => {
    const { step } = install.run;
    const earlier = copies.filter(copy => before(copy.step, step));
    if (earlier.length === 0 && !bindsContext(step)) return [];
    if (bindsManifest(install)) {
      return [{ install, sources: undefined, withoutLock: undefined }];
    }
    const sources = earlier.find(copy => isSource(copy, install, context));
    const isRepeated =
      sources !== undefined &&
      installs.some(
        ({ tool, run }) =>
          tool === install.tool && before(run.step, sources.step),
      );
    const withoutLock = sources
      ? undefined
      : copyWithoutLock(earlier, install, context);
    return [
      { install, sources: isRepeated ? undefined : sources, withoutLock },
    ];
  });
}

/** More in one stage do not tell more. */
const MAX_INSTALLS = 20;

/** `pip install .` needs the sources; `go build` is no install by itself. */
function isInstallOnly({ builds, tool, options }: DependencyInstall): boolean {
  return (
    !builds &&
    (tool.name !== 'pip' || options.some(({ name }) => REQUIREMENTS.test(name)))
  );
}

const REQUIREMENTS = /^(?:-r|--requirements?)$/;

function bindsContext({ mounts }: Step): boolean {
  return mounts.some(({ type, from }) => type === 'bind' && from === '');
}

/** `--mount=type=bind,source=package.json,target=package.json`. */
function bindsManifest({ run, tool }: DependencyInstall): boolean {
  return run.step.mounts.some(({ type, from, source, target }) => {
    if (type !== 'bind' || from !== '') return false;
    return isNamed(tool, source) || isNamed(tool, target);
  });
}

/** Whether a path, or a pattern, means a manifest or a lock file of a tool. */
function isNamed(tool: DependencyTool, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...tool.manifests, ...tool.lockFiles].some(
    file => matchesName(name, file) || matchesName(file, name),
  );
}

/** All of the context, or a folder with the sources of the project in it. */
function isSource(
  copy: ContextCopy,
  { folder }: DependencyInstall,
  { root, tree }: BuildContext,
): boolean {
  const { source, step, excludes } = copy;
  const target = copyTarget(step);
  if (source === undefined || excludes.length > 0) return false;
  const isElsewhere =
    target !== undefined &&
    folder !== undefined &&
    movedPath(folder, target, '/') === undefined &&
    movedPath(target, folder, '/') === undefined;
  if (isElsewhere) return false;
  if (source === '.' || source === '*' || source === '**') return true;
  if (source === 'src') return true;
  // A folder that brings that of the project: sources, unless it is small.
  const path = joinPaths(root, source);
  const project = target && folder && movedPath(folder, target, path);
  if (!project || !tree.hasFolder(project)) return false;
  let files = 0;
  for (const below of tree.pathsBelow(path)) {
    if (below.includes('/') || ++files > MAX_MANIFESTS) return true;
  }
  return false;
}

/** A folder with no more files than this may hold manifests alone. */
const MAX_MANIFESTS = 5;

function copyWithoutLock(
  copies: readonly ContextCopy[],
  { tool, folder }: DependencyInstall,
  { root, tree }: BuildContext,
): ContextCopy | undefined {
  if (tool.lockFiles.length === 0) return undefined;
  const manifest = copies.find(({ source, isPattern }) => {
    const name = source?.slice(source.lastIndexOf('/') + 1) ?? '';
    return !isPattern && tool.manifests.includes(name);
  });
  if (!manifest || copies.some(copy => mayBringLock(copy, tool, folder))) {
    return undefined;
  }
  // Where the repository has none, there is nothing to copy.
  const path = joinPaths(root, manifest.source ?? '');
  const beside = path.slice(0, path.lastIndexOf('/') + 1);
  const isAbsent =
    tree.get(path) !== undefined &&
    tree.listing === 'complete' &&
    !tool.lockFiles.some(file => tree.get(beside + file) ?? tree.get(file));
  return isAbsent ? undefined : manifest;
}

function mayBringLock(
  { source, isPattern, step }: ContextCopy,
  { lockFiles }: DependencyTool,
  folder: string | undefined,
): boolean {
  if (source === undefined || source === '.') return true;
  const name = source.slice(source.lastIndexOf('/') + 1);
  if (lockFiles.some(file => matchesName(file, name))) return true;
  if (LOCK_NAME.test(name)) return true;
  // A folder by its looks, which becomes that of the project.
  return !isPattern && !name.includes('.') && copyTarget(step) === folder;
}

/** Of another tool of the same language. */
const LOCK_NAME =
  /[.-]lock(?:b|\.json|\.yaml|file)?$|^npm-shrinkwrap\.json$|\.sum$/;
