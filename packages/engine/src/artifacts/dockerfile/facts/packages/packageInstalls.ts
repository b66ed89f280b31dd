// SPDX-License-Identifier: Apache-2.0
import type { PackageManagerName } from '../../../../data/baseImages/baseImages.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Step } from '../../stages/stage.ts';
import {
  packageOperations,
  type PackageOperation,
} from './packageOperation.ts';
import { remember } from '../remember.ts';
import { PackageRemovals } from './packageRemovals.ts';

export { packageName } from './packageName.ts';

/** One call that installs packages of the distribution. */
export interface PackageInstall {
  readonly manager: PackageManagerName;
  readonly step: Step;
  readonly call: ProgramCall;
  /**
   * The words that name packages, versions included; where a variable of the
   * script holds them, its words. Empty when only the standard input tells
   * (`xargs apt-get install`).
   */
  readonly packages: readonly ShellWord[];
  /** `--virtual NAME` of apk. */
  readonly virtual: string | undefined;
}

/** What a step installs, in order. */
export function packageInstalls(step: Step): readonly PackageInstall[] {
  return packageOperations(step).length > 0
    ? remember(step, readInstalls)
    : NONE;
}

const NONE: readonly PackageInstall[] = [];

function readInstalls(step: Step): PackageInstall[] {
  const installs: PackageInstall[] = [];
  for (const operation of packageOperations(step)) {
    if (!doesInstall(operation)) continue;
    const { call, manager, options, operands } = operation;
    const { name } = manager;
    const packages = operands.filter(word => !isLeftOut(name, word));
    const virtual =
      name === 'apk' ? options.findLast(isVirtual)?.value : undefined;
    installs.push({ manager: name, step, call, packages, virtual });
  }
  return installs;
}

function doesInstall({ manager, verb, operands }: PackageOperation): boolean {
  const isUpgrade = manager.name === 'pacman' && operands.length === 0;
  const installs = manager.install.size === 0 || manager.install.has(verb);
  return installs && !isUpgrade;
}

/** `apt-get install name-` removes, `apk add !name` forbids. */
function isLeftOut(manager: PackageManagerName, { value }: ShellWord): boolean {
  return manager === 'apk'
    ? value.startsWith('!')
    : value.endsWith('-') && manager === 'apt' && /[^-]-$/.test(value);
}

function isVirtual({ name }: { readonly name: string }): boolean {
  return name === '-t' || name === '--virtual';
}

/**
 * Whether the same step removes the package again (`apk del .build`), so that
 * no layer keeps it.
 *
 * @param name - as {@link packageName} gives it
 */
export function isRemovedAgain(
  { step, call, virtual }: PackageInstall,
  name: string,
): boolean {
  const removals = PackageRemovals.of(step);
  return (
    removals.isRemovedAfter(call.start, name) ||
    (virtual !== undefined && removals.isRemovedAfter(call.start, virtual))
  );
}
