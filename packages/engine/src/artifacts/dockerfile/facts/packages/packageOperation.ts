// SPDX-License-Identifier: Apache-2.0
import {
  osPackageManager,
  type OsPackageManager,
} from '../../../../data/packageManagers/osPackageManagers.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { readCommandLine, type CommandOption } from '../scripts/commandLine.ts';
import { resolveWords } from '../scripts/shellValues.ts';

/** What one call asks of a package manager of the distribution. */
export interface PackageOperation {
  readonly call: ProgramCall;
  readonly manager: OsPackageManager;
  /** The word that tells what to do; empty for a script that only installs. */
  readonly verb: string;
  readonly options: readonly CommandOption[];
  /** What stands behind the verb, variables of the script resolved. */
  readonly operands: readonly ShellWord[];
}

/** What a RUN asks of package managers, in order; nothing for other steps. */
export function packageOperations(step: Step): readonly PackageOperation[] {
  if (step.instruction.keyword !== 'run') return NONE;
  return step.calls.some(isOfManager) ? remember(step, readOperations) : NONE;
}

const NONE: readonly PackageOperation[] = [];

function isOfManager({ program }: ProgramCall): boolean {
  return osPackageManager(program) !== undefined;
}

function readOperations({ calls }: Step): PackageOperation[] {
  return calls.map(packageOperation).filter(found => found !== undefined);
}

/** Reads a call of a package manager; undefined for any other program. */
export function packageOperation(
  call: ProgramCall,
): PackageOperation | undefined {
  const manager = osPackageManager(call.program);
  if (!manager) return undefined;
  const { options, operands } = readCommandLine(
    call.args,
    manager.valueOptions,
  );
  if (manager.name === 'pacman') {
    const verb = pacmanVerb(options);
    const words = resolveWords(call, operands);
    return { call, manager, verb, options, operands: words };
  }
  // `apt-get $OPTIONS install`: a variable in front holds options.
  let index = 0;
  if (manager.install.size > 0) {
    while (operands[index]?.isDynamic) index++;
    if (manager.prefixes.has(operands[index]?.value ?? '')) index++;
  }
  const verb = manager.install.size > 0 ? operands[index++]?.value ?? '' : '';
  const words = resolveWords(call, operands.slice(index));
  return { call, manager, verb, options, operands: words };
}

/** The operation among the options; empty for one that only shows something. */
function pacmanVerb(options: readonly CommandOption[]): string {
  const names = options.map(({ name }) => name);
  const verb = names.find(name => PACMAN_VERB.test(name)) ?? '';
  const isSync = verb === '-S' || verb === '--sync';
  return isSync && names.some(name => SYNC_QUERY.test(name)) ? '' : verb;
}

const PACMAN_VERB =
  /^-(?:[A-Z]|-(?:sync|remove|upgrade|query|files|database))$/;
const SYNC_QUERY =
  /^-(?:[silgcpw]|-(?:search|info|list|groups|clean|print|downloadonly))$/;
