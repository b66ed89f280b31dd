// SPDX-License-Identifier: Apache-2.0
import { osPackageManager } from '../../../../data/packageManagers/osPackageManagers.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { Step } from '../../stages/stage.ts';
import { packageName } from './packageName.ts';
import {
  packageOperations,
  type PackageOperation,
} from './packageOperation.ts';
import { remember } from '../remember.ts';

/** Which packages a RUN removes, and where it does so for the last time. */
export class PackageRemovals {
  /** Offsets by name of a package or of a virtual one. */
  readonly #removed = new Map<string, number>();
  /** What `apt-mark` said, by name; `.*` is every package. */
  #automatic: Map<string, number> | undefined;
  #manual: Map<string, number> | undefined;
  #automaticRemoval = -1;
  #undo = -1;

  static of(step: Step): PackageRemovals {
    return step.calls.some(mayRemove)
      ? remember(step, PackageRemovals.#read)
      : PackageRemovals.#none;
  }

  static readonly #none = new PackageRemovals([], []);

  static #read(step: Step): PackageRemovals {
    return new PackageRemovals(step.calls, packageOperations(step));
  }

  private constructor(
    calls: readonly ProgramCall[],
    operations: readonly PackageOperation[],
  ) {
    let next = 0;
    for (const call of calls) {
      const operation = operations[next];
      if (operation?.call === call) {
        this.#addOperation(operation);
        next++;
      } else this.#addCall(call);
    }
  }

  /** The packages that it removes by their names. */
  get names(): Iterable<string> {
    return this.#removed.keys();
  }

  /** @param offset - of the call that installed it */
  isRemovedAfter(offset: number, name: string): boolean {
    return (
      this.#undo > offset ||
      (this.#removed.get(name) ?? -1) > offset ||
      this.#isAutomatic(offset, name)
    );
  }

  /** Whether it was marked as not needed, and such packages were removed. */
  #isAutomatic(offset: number, name: string): boolean {
    if (!this.#automatic) return false;
    const marked = Math.max(
      this.#automatic.get(name) ?? -1,
      this.#automatic.get('.*') ?? -1,
    );
    return (
      marked > offset &&
      this.#automaticRemoval > marked &&
      (this.#manual?.get(name) ?? -1) < marked
    );
  }

  /** What `apt-mark`, `dpkg` and `rpm` do. */
  #addCall({ program, args, start }: ProgramCall): void {
    const removal = LOW_LEVEL_REMOVAL.get(program);
    if (!removal && program !== APT_MARK) return;
    const [verb, ...names] = args.map(packageName);
    if (!removal) {
      if (verb !== 'auto' && verb !== 'manual') return;
      const marks =
        verb === 'auto'
          ? (this.#automatic ??= new Map())
          : (this.#manual ??= new Map());
      // `apt-mark showmanual | xargs apt-mark auto` names all of them.
      const isAll = names.length === 0 || names.some(isListOfAll);
      for (const name of isAll ? ['.*'] : names) marks.set(name, start);
      return;
    }
    if (removal.test(verb ?? '')) {
      for (const name of names) this.#removed.set(name, start);
    }
  }

  #addOperation(operation: PackageOperation): void {
    const { call, manager, verb, options, operands } = operation;
    const { start } = call;
    if (verb === 'history') {
      if (operands[0]?.value === 'undo') this.#undo = start;
    } else if (manager.remove.has(verb)) {
      for (const word of operands) this.#removed.set(packageName(word), start);
      const isAutomatic =
        verb.startsWith('auto') ||
        options.some(({ name }) => AUTO_REMOVE.test(name));
      if (isAutomatic) this.#automaticRemoval = start;
    } else if (manager.name === 'apt') {
      for (const word of operands) {
        const name = packageName(word);
        if (name.endsWith('-') && /[^-]-$/.test(name)) {
          this.#removed.set(name.slice(0, -1), start);
        }
      }
    }
  }
}

function mayRemove({ program }: ProgramCall): boolean {
  return (
    osPackageManager(program) !== undefined ||
    LOW_LEVEL_REMOVAL.has(program) ||
    program === APT_MARK
  );
}

const APT_MARK = 'apt-mark';

function isListOfAll(name: string): boolean {
  return name.includes('showmanual');
}

const AUTO_REMOVE = /^--auto-?remove$/;

const LOW_LEVEL_REMOVAL: ReadonlyMap<string, RegExp> = new Map([
  ['rpm', /^(?:-e|--erase)/],
  ['dpkg', /^(?:-r|--remove|-P|--purge)$/],
]);
