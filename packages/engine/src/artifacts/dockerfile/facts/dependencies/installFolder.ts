// SPDX-License-Identifier: Apache-2.0
import type { Ecosystem } from '../../../../data/packageManagers/dependencyTools.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { DependencyInstall } from './dependencyInstalls.ts';
import {
  pythonFolder,
  type PythonFolder,
  type PythonSettings,
} from './pythonFolder.ts';

/** Where an install puts what it installs. */
export interface InstallFolder {
  /** Absolute. */
  readonly path: string;
  /** Of Python. */
  readonly layout: PythonFolder['layout'] | undefined;
}

/** Whether an install fills a folder of its own, wherever it lies. */
export function fillsFolder({ tool }: DependencyInstall): boolean {
  return FOLLOWED.has(tool.ecosystem);
}

const FOLLOWED: ReadonlySet<Ecosystem> = new Set([
  'node',
  'python',
  'php',
  'ruby',
]);

/** The folder that an install fills; undefined when it is not known. */
export function installFolder(
  install: DependencyInstall,
  settings: PythonSettings,
): InstallFolder | undefined {
  const { tool, folder } = install;
  const below = (name: string | undefined): InstallFolder | undefined =>
    folder === undefined || name === undefined
      ? undefined
      : { path: joinPaths(folder, name), layout: undefined };
  switch (tool.ecosystem) {
    case 'node':
      return below(nodeFolder(install));
    case 'python':
      return pythonFolder(install, settings);
    case 'php':
      return below('vendor');
    case 'ruby':
      return gemFolder(install);
    default:
      return undefined;
  }
}

function nodeFolder({
  verbs,
  options,
  operands,
}: DependencyInstall): string | undefined {
  if (verbs[0] === 'deploy') {
    const target = operands.at(-1);
    return target && !target.isDynamic
      ? `${target.value}/node_modules`
      : undefined;
  }
  const own = options.findLast(({ name }) => MODULES_OPTION.test(name));
  return own?.value ?? 'node_modules';
}

const MODULES_OPTION = /^--modules-(?:folder|dir)$/;

/** Docker's Ruby images keep gems in one folder for all projects. */
function gemFolder({ run, options, folder }: DependencyInstall): InstallFolder {
  const option = options.findLast(({ name }) => name === '--path')?.value;
  const path = option ?? run.variable('BUNDLE_PATH')?.value;
  return {
    path: joinPaths(folder ?? '/', path || '/usr/local/bundle'),
    layout: undefined,
  };
}
