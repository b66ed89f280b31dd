// SPDX-License-Identifier: Apache-2.0
import type { PackageManagerName } from '../../../../data/baseImages/baseImages.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Step } from '../../stages/stage.ts';
import { packageOperation } from './packageOperation.ts';
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
export function packageInstalls(step: Step): PackageInstall[] {
  if (step.instruction.keyword !== 'run') return [];
  return step.calls.flatMap(call => {
    const operation = packageOperation(call);
    if (!operation) return [];
    const { manager, verb, options, operands } = operation;
    const installs = manager.install.size === 0 || manager.install.has(verb);
    const isUpgrade = manager.name === 'pacman' && operands.length === 0;
    if (!installs || isUpgrade) return [];
    const { name } = manager;
    const packages = operands.filter(word => !isLeftOut(name, word));
    const virtual =
      name === 'apk' ? options.findLast(isVirtual)?.value : undefined;
    return [{ manager: name, step, call, packages, virtual }];
  });
}

/** `apt-get install name-` removes, `apk add !name` forbids. */
function isLeftOut(manager: PackageManagerName, { value }: ShellWord): boolean {
  return manager === 'apk'
    ? value.startsWith('!')
    : manager === 'apt' && /[^-]-$/.test(value);
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
  const isRemoved = (one: string) => removals.isRemovedAfter(call.start, one);
  return isRemoved(name) || (virtual !== undefined && isRemoved(virtual));
}
