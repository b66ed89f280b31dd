// SPDX-License-Identifier: Apache-2.0
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { Step } from '../../stages/stage.ts';
import { packageName } from './packageName.ts';
import { packageOperation } from './packageOperation.ts';
import { remember } from '../remember.ts';

/** Which packages a step removes, and where it does so for the last time. */
export class PackageRemovals {
  /** Offsets by name of a package or of a virtual one. */
  readonly #removed = new Map<string, number>();
  /** What `apt-mark` said, by name; `.*` is every package. */
  readonly #automatic = new Map<string, number>();
  readonly #manual = new Map<string, number>();
  #automaticRemoval = -1;
  #undo = -1;

  static of(step: Step): PackageRemovals {
    return remember(step, PackageRemovals.#read);
  }

  static #read({ calls }: Step): PackageRemovals {
    return new PackageRemovals(calls);
  }

  private constructor(calls: readonly ProgramCall[]) {
    for (const call of calls) this.#add(call);
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
    const marked = Math.max(
      this.#automatic.get(name) ?? -1,
      this.#automatic.get('.*') ?? -1,
    );
    return (
      marked > offset &&
      this.#automaticRemoval > marked &&
      (this.#manual.get(name) ?? -1) < marked
    );
  }

  #add(call: ProgramCall): void {
    const { program, args, start } = call;
    const [verb, ...names] = args.map(packageName);
    if (program === 'apt-mark') {
      if (verb !== 'auto' && verb !== 'manual') return;
      const marks = verb === 'auto' ? this.#automatic : this.#manual;
      // `apt-mark showmanual | xargs apt-mark auto` names all of them.
      const isAll = names.length === 0 || names.some(isListOfAll);
      for (const name of isAll ? ['.*'] : names) marks.set(name, start);
      return;
    }
    if (LOW_LEVEL_REMOVAL.get(program)?.test(verb ?? '')) {
      for (const name of names) this.#removed.set(name, start);
      return;
    }
    const operation = packageOperation(call);
    if (!operation) return;
    const { manager, options, operands } = operation;
    if (operation.verb === 'history') {
      if (operands[0]?.value === 'undo') this.#undo = start;
      return;
    }
    const removes = manager.remove.has(operation.verb);
    for (const word of operands) {
      const name = packageName(word);
      if (removes) this.#removed.set(name, start);
      else if (manager.name === 'apt' && /[^-]-$/.test(name)) {
        this.#removed.set(name.slice(0, -1), start);
      }
    }
    const isAutomatic =
      /^auto/.test(operation.verb) ||
      options.some(({ name }) => AUTO_REMOVE.test(name));
    if (removes && isAutomatic) this.#automaticRemoval = start;
  }
}

function isListOfAll(name: string): boolean {
  return name.includes('showmanual');
}

const AUTO_REMOVE = /^--auto-?remove$/;

const LOW_LEVEL_REMOVAL: ReadonlyMap<string, RegExp> = new Map([
  ['rpm', /^(?:-e|--erase)/],
  ['dpkg', /^(?:-r|--remove|-P|--purge)$/],
]);
