// SPDX-License-Identifier: Apache-2.0
import type { Stage } from '../../stages/stage.ts';
import { foreignCopies, type Boundary, type StageCopy } from './boundary.ts';
import {
  broughtPath,
  dependencyFolders,
} from '../dependencies/dependencyFolders.ts';
import { runCalls, type RunCall } from '../scripts/runCalls.ts';
import { remember } from '../remember.ts';
import { stageChain } from '../stages/stageChain.ts';
import { pythonOf, type RuntimeFact } from '../base/stageRuntime.ts';

/** The environments and packages of Python that a stage takes from others. */
export function pythonBoundaries(target: Stage): Boundary[] {
  const copies = foreignCopies(target);
  if (copies.some(({ path }) => INTERPRETER.test(path))) return [];
  return copies.filter(holdsPackages).map(copy => judge(copy, target));
}

/** Python itself, or its standard library. */
const INTERPRETER = /\/bin\/python[\d.]*$|\/lib\/python3\.\d+$/;

function judge({ at, path, source }: StageCopy, target: Stage): Boundary {
  const own = VERSION.exec(path)?.[1];
  const needs: RuntimeFact =
    own === undefined ? pythonOf(source) : { kind: 'known', value: own };
  const has = pythonOf(target);
  if (needs.kind === 'unknown') return { ...needs, kind: 'open' };
  if (has.kind === 'unknown') return { ...has, kind: 'open' };
  const command = '';
  return needs.value === has.value
    ? { kind: 'compatible' }
    : {
        kind: 'broken',
        what: 'python',
        at,
        needs: needs.value,
        has: has.value,
        command,
      };
}

const VERSION = /\/python(3\.\d+)(?:\/|$)/;

/** Whether a path holds packages for one version, and not the interpreter. */
function holdsPackages({ path, source }: StageCopy): boolean {
  if (/^\/(?:usr(?:\/local)?)?$/.test(path)) return false;
  const isForPython =
    VERSION.test(path) ||
    VENV_NAME.test(path) ||
    dependencyFolders(source).some(
      folder =>
        folder.ecosystem === 'python' &&
        folder.layout !== 'target' &&
        broughtPath(folder, path, '/') !== undefined,
    );
  return isForPython && !managesPython(source);
}

const VENV_NAME = /(?:^|\/)\.?(?:virtual|v)env$/;

/** Whether uv brings an interpreter of its own. */
function managesPython(stage: Stage): boolean {
  return remember(stage, readManagesPython);
}

function readManagesPython(stage: Stage): boolean {
  return stageChain(stage).some(one => runCalls(one).some(asksForPython));
}

function asksForPython(run: RunCall): boolean {
  const { program, args } = run;
  if (program !== 'uv') return false;
  const preference =
    run.variable('UV_MANAGED_PYTHON') ?? run.variable('UV_PYTHON_PREFERENCE');
  return (
    args[0]?.value === 'python' ||
    args.some(({ value }) => value === '--managed-python') ||
    run.variable('UV_PYTHON_INSTALL_DIR') !== undefined ||
    /^(?:1|true|only-managed)$/.test(preference?.value ?? '')
  );
}
