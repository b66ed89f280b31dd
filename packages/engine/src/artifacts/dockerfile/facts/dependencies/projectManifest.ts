// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { BuildContext } from '../../../buildContext.ts';
import { contextFile } from '../files/contextFile.ts';
import type { Stage } from '../../stages/stage.ts';
import type { DependencyFolder } from './dependencyFolders.ts';
import type { DependencyInstall } from './dependencyInstalls.ts';

/**
 * Whether the manifest behind a folder of dependencies is known to list none
 * for development alone.
 */
export function hasNoDevelopmentDependencies(
  { install, stage }: DependencyFolder,
  context: BuildContext,
): boolean {
  const { folder, tool } = install;
  const [name = ''] = tool.manifests;
  const says = Object.hasOwn(SAYS_NONE, name) ? SAYS_NONE[name] : undefined;
  if (folder === undefined || !says) return false;
  const text = contextFile(stage, joinPaths(folder, name), context)?.text;
  return text !== undefined && says(text);
}

const SAYS_NONE: Readonly<Record<string, (text: string) => boolean>> = {
  'package.json': text => lacks(text, ['devDependencies', 'workspaces']),
  'composer.json': text => lacks(text, ['require-dev']),
  'pyproject.toml': text => !PYTHON_GROUPS.test(text),
  Gemfile: text => !/\bgroups?\b/.test(text),
};

const PYTHON_GROUPS =
  /dev-dependencies|dependency-groups|\[tool\.poetry\.group\.|\[tool\.pdm\.dev/;

/** Whether the manifest of an install is known to list no dependencies at all. */
export function listsNoDependencies(
  { tool, folder }: DependencyInstall,
  stage: Stage,
  context: BuildContext,
): boolean {
  const [name = ''] = tool.manifests;
  const says = Object.hasOwn(LISTS_NONE, name) ? LISTS_NONE[name] : undefined;
  if (folder === undefined || !says) return false;
  const text = contextFile(stage, joinPaths(folder, name), context)?.text;
  return text !== undefined && says(text);
}

const LISTS_NONE: Readonly<Record<string, (text: string) => boolean>> = {
  'package.json': text =>
    lacks(text, [
      'dependencies',
      'devDependencies',
      'optionalDependencies',
      'peerDependencies',
      'workspaces',
    ]),
  'composer.json': text => lacks(text, ['require', 'require-dev']),
  'go.mod': text => !/^\s*require\b/m.test(text),
};

/** Whether an object has none of the names, or nothing below them. */
function lacks(text: string, names: readonly string[]): boolean {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof json !== 'object' || json === null) return false;
  return names.every(name => {
    const value: unknown = Object.hasOwn(json, name)
      ? (json as Readonly<Record<string, unknown>>)[name]
      : {};
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === 0
    );
  });
}
