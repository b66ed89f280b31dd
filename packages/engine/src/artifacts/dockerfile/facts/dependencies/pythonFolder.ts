// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { DependencyInstall } from './dependencyInstalls.ts';
import type { RunCall } from '../scripts/runCalls.ts';

/** Where a Python tool installs packages. */
export interface PythonFolder {
  readonly path: string;
  /**
   * `venv` and `prefix` hold the packages below `lib/python3.x`, `target` holds
   * them as they are, `system` is that of the interpreter.
   */
  readonly layout: 'venv' | 'prefix' | 'target' | 'system';
}

/** The folder of the interpreter, whatever its version. */
export const SYSTEM_PACKAGES = '/usr/local/lib/python3/site-packages';

/**
 * A path of Python without version and distribution: Debian says
 * `dist-packages`.
 */
export function plainPythonPath(path: string): string {
  return path
    .replace(/\/python3\.\d+(?=\/|$)/, '/python3')
    .replace(/^\/usr\/lib\/python3(?=\/|$)/, '/usr/local/lib/python3')
    .replace(/\/dist-packages(?=\/|$)/, '/site-packages');
}

/** What earlier calls of a stage have set for those that follow. */
export interface PythonSettings {
  /** The folders that `python -m venv` and its like have made. */
  readonly environments: ReadonlySet<string>;
  /** The one that the same script has activated. */
  readonly active: string | undefined;
  /** Words of `poetry config`: `virtualenvs.create false`. */
  readonly poetry: ReadonlySet<string>;
}

/** Where an install of a Python tool puts packages; undefined when open. */
export function pythonFolder(
  install: DependencyInstall,
  settings: PythonSettings,
): PythonFolder | undefined {
  const { tool, verbs, options, run, folder } = install;
  const optionValue = (pattern: RegExp) =>
    options.findLast(({ name }) => pattern.test(name))?.value;
  const hasOption = (pattern: RegExp) =>
    options.some(({ name }) => pattern.test(name));
  const below = (path: string) =>
    path.startsWith('/') || folder !== undefined
      ? joinPaths(folder ?? '/', path)
      : undefined;
  const at = (path: string | undefined, layout: PythonFolder['layout']) => {
    const absolute = path === undefined ? undefined : below(path);
    return absolute === undefined ? undefined : { path: absolute, layout };
  };
  const system = { path: SYSTEM_PACKAGES, layout: 'system' } as const;
  const active = at(activeEnvironment(run, settings), 'venv');
  switch (tool.name) {
    case 'pip':
      if (verbs[0] !== 'install') return undefined;
      break;
    case 'uv': {
      if (verbs[0] === 'sync') {
        const own = run.variable('UV_PROJECT_ENVIRONMENT')?.value;
        if (own && /^\/usr(?:\/local)?$/.test(own)) return system;
        return at(own || '.venv', 'venv');
      }
      if (hasOption(/^--system$/) || isTrue(run, 'UV_SYSTEM_PYTHON')) {
        return system;
      }
      break;
    }
    case 'Poetry':
      return isFalse(run, 'POETRY_VIRTUALENVS_CREATE') ||
        settings.poetry.has('virtualenvs.create false')
        ? active ?? system
        : active ??
            (isTrue(run, 'POETRY_VIRTUALENVS_IN_PROJECT') ||
            settings.poetry.has('virtualenvs.in-project true')
              ? at('.venv', 'venv')
              : at('/root/.cache/pypoetry', 'venv'));
    case 'Pipenv':
      if (hasOption(/^--system$/)) return system;
      return isTrue(run, 'PIPENV_VENV_IN_PROJECT')
        ? at('.venv', 'venv')
        : active ?? at('/root/.local/share/virtualenvs', 'venv');
    default:
      return at('.venv', 'venv');
  }
  const target = optionValue(/^(?:-t|--target)$/);
  if (target !== undefined) return at(target, 'target');
  const prefix = optionValue(/^--(?:prefix|root)$/);
  if (prefix !== undefined) return at(prefix, 'prefix');
  if (hasOption(/^--user$/)) return at('/root/.local', 'prefix');
  return active ?? (tool.name === 'uv' ? at('.venv', 'venv') : system);
}

/** That of the program's own path, or the one that is activated. */
function activeEnvironment(
  run: RunCall,
  { environments, active }: PythonSettings,
): string | undefined {
  const own = /^(.*)\/bin\/[\w.-]+$/.exec(run.call.name.value)?.[1];
  if (own !== undefined && !/^(?:\/usr(?:\/local)?)?$/.test(own)) return own;
  if (active !== undefined) return active;
  const variable = run.variable('VIRTUAL_ENV');
  if (variable && variable.missing.length === 0) return variable.value;
  const [first = ''] = (run.variable('PATH')?.value ?? '').split(':');
  const folder = /^(.*)\/bin$/.exec(first)?.[1];
  return folder !== undefined &&
    (environments.has(folder) || VENV_NAME.test(folder))
    ? folder
    : undefined;
}

const VENV_NAME = /(?:^|\/)\.?(?:virtual|v)?env$/;

function isTrue(run: RunCall, name: string): boolean {
  return /^(?:1|true|yes|on)$/i.test(run.variable(name)?.value ?? '');
}

function isFalse(run: RunCall, name: string): boolean {
  return /^(?:0|false|no|off)$/i.test(run.variable(name)?.value ?? '');
}
