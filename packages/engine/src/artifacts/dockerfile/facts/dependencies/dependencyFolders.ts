// SPDX-License-Identifier: Apache-2.0
import type { Ecosystem } from '../../../../data/packageManagers/dependencyTools.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { Stage } from '../../stages/stage.ts';
import { buildCommands, type BuildCommand } from '../builds/buildCommands.ts';
import { copiesFrom, type CopyFrom } from '../files/copiesFrom.ts';
import {
  dependencyInstalls,
  toolCalls,
  type DependencyInstall,
  type ToolCall,
} from './dependencyInstalls.ts';
import {
  developmentScope,
  prunesDevelopment,
  type DevelopmentScope,
} from './developmentDependencies.ts';
import { fileMoves, movedPath } from '../files/fileMoves.ts';
import { fillsFolder, installFolder } from './installFolder.ts';
import { plainPythonPath, type PythonFolder } from './pythonFolder.ts';
import { remember } from '../remember.ts';
import { runCalls, type RunCall } from '../scripts/runCalls.ts';
import { ToolSettings } from './toolSettings.ts';

/** A folder of installed dependencies in the file system of a stage. */
export interface DependencyFolder {
  /** Absolute; of Python without the version. */
  readonly path: string;
  readonly ecosystem: Ecosystem;
  /** Of Python. */
  readonly layout: PythonFolder['layout'] | undefined;
  /** The call that filled it, and the stage in which it ran. */
  readonly install: DependencyInstall;
  readonly stage: Stage;
  readonly development: DevelopmentScope;
  /** The COPY that brought it here; undefined where it was installed. */
  readonly copy: CopyFrom | undefined;
}

/** The folders of dependencies that a stage leaves behind. */
export function dependencyFolders(stage: Stage): readonly DependencyFolder[] {
  return stateOf(stage).folders;
}

/** A build beside dependencies that were installed without its tools. */
export interface StarvedBuild {
  readonly build: BuildCommand;
  readonly install: DependencyInstall;
}

/** The builds of Node.js for which a stage itself has left the tools out. */
export function starvedBuilds(stage: Stage): readonly StarvedBuild[] {
  return stateOf(stage).starved;
}

interface StageFolders {
  readonly folders: readonly DependencyFolder[];
  readonly starved: readonly StarvedBuild[];
}

const NO_FOLDERS: StageFolders = { folders: [], starved: [] };

/** More folders than this are not followed: copies can multiply them. */
const MAX_FOLDERS = 200;

function stateOf(stage: Stage): StageFolders {
  return remember(stage, readStage);
}

function readStage(stage: Stage): StageFolders {
  const { base } = stage;
  const below = base.kind === 'stage' ? stateOf(base.stage).folders : [];
  const copies = copiesFrom(stage).filter(copy => bringsFolders(copy, stage));
  const installs = dependencyInstalls(stage);
  if (below.length + copies.length === 0 && !installs.some(fillsFolder)) {
    return NO_FOLDERS;
  }
  const folders: Folders = new Map(below.map(folder => [folder.path, folder]));
  const settings = ToolSettings.before(stage);
  const starved: StarvedBuild[] = [];
  const builds = nodeBuilds(stage);
  const runs = runCalls(stage);
  const tools = toolCalls(stage);
  // All of these stand in the order in which they run.
  let [nextCopy, nextRun, nextTool, nextInstall] = [0, 0, 0, 0];
  for (const step of stage.steps) {
    for (; copies[nextCopy]?.step === step; nextCopy++) {
      bring(folders, copies[nextCopy]!);
    }
    settings.beginStep();
    for (; runs[nextRun]?.step === step; nextRun++) {
      const run = runs[nextRun]!;
      const tool = tools[nextTool]?.run === run ? tools[nextTool++] : undefined;
      if (tool) settings.readTool(tool);
      settings.readRun(run);
      const build = builds.get(run);
      if (build) starved.push(...starvedOf(build, folders));
      const install = installs[nextInstall];
      if (install?.run === run) {
        fill(folders, install, stage, settings);
        nextInstall++;
      } else if (tool && prunesDevelopment(tool)) prune(folders, tool);
      else move(folders, run);
    }
  }
  return { folders: [...folders.values()], starved };
}

function nodeBuilds(stage: Stage): ReadonlyMap<RunCall, BuildCommand> {
  const builds = new Map<RunCall, BuildCommand>();
  for (const build of buildCommands(stage)) {
    if (build.family === 'node') builds.set(build.run, build);
  }
  return builds;
}

function starvedOf(build: BuildCommand, folders: Folders): StarvedBuild[] {
  // Bun builds by itself.
  if (build.run.program === 'bun') return [];
  for (let path = build.run.folder ?? '/'; ; path = joinPaths(path, '..')) {
    const found = folders.get(joinPaths(path, 'node_modules'));
    if (found || path === '/') {
      const isLeftOut =
        found?.development.kind === 'excluded' &&
        developmentScope(found.install).kind === 'excluded';
      return isLeftOut ? [{ build, install: found.install }] : [];
    }
  }
}

type Folders = Map<string, DependencyFolder>;

function fill(
  folders: Folders,
  install: DependencyInstall,
  stage: Stage,
  settings: ToolSettings,
): void {
  const { tool, run } = install;
  const found = installFolder(install, settings);
  if (!found) return;
  const { ecosystem } = tool;
  const path =
    ecosystem === 'python' ? plainPythonPath(found.path) : found.path;
  const { layout } = found;
  const development = settings.leavesDevelopmentOut(tool.name)
    ? EXCLUDED
    : developmentScope(install);
  const before = folders.get(path);
  if (before && isOtherBranch(before, run)) {
    // What can do without development dependencies counts as being without.
    if (before.development.kind === 'excluded') return;
  } else if (before?.development.kind === 'included' && isAddedTo(install)) {
    return;
  }
  add(folders, {
    path,
    ecosystem,
    layout,
    install,
    stage,
    development,
    copy: undefined,
  });
}

const EXCLUDED: DevelopmentScope = { kind: 'excluded' };

/** `if …; then npm ci --omit=dev; else npm ci; fi` */
function isOtherBranch({ install }: DependencyFolder, run: RunCall): boolean {
  return (
    install.run.step === run.step &&
    install.run.call.command.depth > 0 &&
    run.call.command.depth > 0
  );
}

/** Packages of Python pile up; other installs make the folder anew. */
function isAddedTo({ tool, verbs, options }: DependencyInstall): boolean {
  return (
    tool.ecosystem === 'python' &&
    !verbs.includes('sync') &&
    !options.some(({ name }) => name === '--sync')
  );
}

function add(folders: Folders, folder: DependencyFolder): void {
  folders.delete(folder.path);
  if (folders.size < MAX_FOLDERS) folders.set(folder.path, folder);
}

function prune(folders: Folders, { folder }: ToolCall): void {
  for (const [path, found] of folders) {
    if (found.ecosystem !== 'node') continue;
    if (folder === undefined || path === joinPaths(folder, 'node_modules')) {
      folders.set(path, { ...found, development: EXCLUDED });
    }
  }
}

function move(folders: Folders, run: RunCall): void {
  for (const { kind, source, target } of fileMoves(run)) {
    for (const folder of [...folders.values()]) {
      const path = movedPath(folder.path, source, target ?? '/');
      if (path === undefined) continue;
      if (kind !== 'copy') folders.delete(folder.path);
      if (kind !== 'remove') add(folders, { ...folder, path });
    }
  }
}

/** Whether a COPY is from an earlier stage that has folders. */
function bringsFolders({ from }: CopyFrom, stage: Stage): boolean {
  return (
    from.kind === 'stage' &&
    from.stage.index < stage.index &&
    stateOf(from.stage).folders.length > 0
  );
}

/** What such a COPY takes along. */
function bring(folders: Folders, copy: CopyFrom): void {
  const { from, path: source, target } = copy;
  if (from.kind !== 'stage') return;
  if (source === undefined || target === undefined) return;
  for (const folder of stateOf(from.stage).folders) {
    const path = broughtPath(folder, source, target);
    if (path !== undefined) add(folders, { ...folder, path, copy });
  }
}

export function broughtPath(
  { path, ecosystem, layout }: DependencyFolder,
  source: string,
  target: string,
): string | undefined {
  if (ecosystem !== 'python') return movedPath(path, source, target);
  const plainSource = plainPythonPath(source);
  const plainTarget = plainPythonPath(target);
  const whole = movedPath(path, plainSource, plainTarget);
  if (whole !== undefined || layout === 'target') return whole;
  // The packages inside of an environment, without the rest of it.
  const isInside = plainSource.startsWith(`${path}/lib`);
  return isInside ? plainTarget : undefined;
}
