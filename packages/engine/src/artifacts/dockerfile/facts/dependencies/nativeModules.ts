// SPDX-License-Identifier: Apache-2.0
import {
  NATIVE_NODE_MODULES,
  NATIVE_PYTHON_MODULES,
} from '../../../../data/packageManagers/nativeModules.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { BuildContext } from '../../../buildContext.ts';
import { buildTools } from '../builds/buildTools.ts';
import { contextFile } from '../files/contextFile.ts';
import type { DependencyFolder } from './dependencyFolders.ts';
import { stageChain } from '../stages/stageChain.ts';

/**
 * Whether a folder of dependencies is likely to hold modules in machine code:
 * its stage brings a compiler, or the manifest lists a well-known one.
 */
export function hasNativeModules(
  folder: DependencyFolder,
  context: BuildContext,
): boolean {
  const hasCompiler = stageChain(folder.stage)
    .flatMap(buildTools)
    .some(({ kind, family }) => kind === 'compiler' && family === 'native');
  return hasCompiler || listsNativeModules(folder, context);
}

function listsNativeModules(
  { install, stage, ecosystem }: DependencyFolder,
  context: BuildContext,
): boolean {
  const { folder, options, tool } = install;
  if (folder === undefined) return false;
  const modules =
    ecosystem === 'node' ? NATIVE_NODE_MODULES : NATIVE_PYTHON_MODULES;
  const named = options.flatMap(({ name, value }) =>
    /^(?:-r|--requirements?)$/.test(name) && value ? [value] : [],
  );
  const files = named.length > 0 ? named : tool.manifests;
  return files.some(file => {
    const path = joinPaths(folder, file);
    const text = contextFile(stage, path, context)?.text ?? '';
    // Names of packages stand as words of their own in all manifests.
    return (text.match(/@?[\w./-]+/g) ?? []).some(word =>
      modules.has(word.toLowerCase()),
    );
  });
}
