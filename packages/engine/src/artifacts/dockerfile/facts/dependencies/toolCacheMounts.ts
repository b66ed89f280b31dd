// SPDX-License-Identifier: Apache-2.0
import {
  DEPENDENCY_TOOLS,
  type DependencyTool,
} from '../../../../data/packageManagers/dependencyTools.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { RunMount } from '../../stages/runMounts.ts';
import type { DependencyInstall } from './dependencyInstalls.ts';

/**
 * The cache mounts of a step that serve an install: those on a cache folder of
 * its tool, or on a folder above or inside it. A folder that no table knows
 * counts as well: options and settings of the project may have named it.
 */
export function toolCacheMounts(
  install: DependencyInstall,
): readonly RunMount[] {
  const { tool, run } = install;
  if (!run.step.mounts.some(({ type }) => type === 'cache')) return NONE;
  const own = ownFolders(install);
  return run.step.mounts.filter(({ type, target, missing }) => {
    if (type !== 'cache') return false;
    if (missing.length > 0) return true;
    const path = joinPaths(run.step.workdir.value, target);
    return own.some(folder => overlaps(path, folder)) || !isKnown(path, tool);
  });
}

const NONE: readonly RunMount[] = [];

/** Its folders, and those that options or variables name instead. */
function ownFolders({
  tool,
  run,
  folder,
  options,
}: DependencyInstall): string[] {
  const variables = tool.cacheVariables.flatMap(
    name => run.variable(name)?.value ?? [],
  );
  const named = options.flatMap(({ name, value }) => {
    if (name.startsWith('-Dmaven.repo.local')) return value ?? [];
    return CACHE_OPTION.test(name) ? value ?? [] : [];
  });
  return [...tool.caches, ...variables, ...named].map(path =>
    path.startsWith('~') ? path : joinPaths(folder ?? '/', path),
  );
}

const CACHE_OPTION =
  /^--(?:cache|cache-dir|cache-folder|store-dir|packages|gradle-user-home|target-dir|scratch-path)$|^-g$/;

/** Whether one of two folders lies in the other; `~` is any home. */
function overlaps(path: string, folder: string): boolean {
  if (!folder.startsWith('~/')) {
    return isWithin(path, folder) || isWithin(folder, path);
  }
  if (HOME.test(path)) return true;
  const parts = folder.slice(2).split('/');
  if (path.includes(`/${parts.join('/')}/`)) return true;
  return parts.some((_, index) =>
    path.endsWith(`/${parts.slice(0, index + 1).join('/')}`),
  );
}

const HOME = /^\/(?:root|home\/[^/]+)$/;

function isWithin(path: string, folder: string): boolean {
  return (
    path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`)
  );
}

/** Whether it is the cache of something else. */
function isKnown(path: string, tool: DependencyTool): boolean {
  if (SYSTEM_CACHE.test(path)) return true;
  for (const other of DEPENDENCY_TOOLS) {
    if (other === tool) continue;
    const caches = other.caches.filter(cache => /^[~/]/.test(cache));
    if (caches.some(cache => overlaps(path, cache))) return true;
  }
  return false;
}

/** Of the package managers of distributions. */
const SYSTEM_CACHE =
  /^\/(?:var\/(?:cache|lib)\/(?:apt|apk|dnf|yum|tdnf|zypp|pacman|libdnf5)|etc\/apk\/cache)(?:\/|$)/;
