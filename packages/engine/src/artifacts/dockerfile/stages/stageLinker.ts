// SPDX-License-Identifier: Apache-2.0
import { parseImageReference } from '../../../syntax/imageReference/parseImageReference.ts';
import { toLower } from '../../../text/characters.ts';
import { quote } from '../../../text/quote.ts';
import type { Instruction, Word } from '../dockerfile.ts';
import { flagValue } from './flags.ts';
import { parseInteger, parsePlatformSystem } from './goValues.ts';
import { refuse } from './refuse.ts';
import { mountSources } from './runMounts.ts';
import type { Refusal, Stage, StageDependency, StageSource } from './stage.ts';
import type { StageDraft } from './stageDraft.ts';
import type { Trigger } from './triggers.ts';
import type { Expanded, Expander, Scope } from './variables.ts';

/**
 * Connects the stages: finds the base of each, then what its COPY and RUN
 * instructions take from others.
 */
export class StageLinker {
  readonly #drafts: readonly StageDraft[];
  readonly #expander: Expander;
  readonly #globals: Scope;
  readonly #refused: ReadonlySet<Instruction>;
  readonly #byName = new Map<string, Stage>();
  /** Sources by number, as `COPY --from=1` counts them: images join in. */
  readonly #numbered: (Stage | 'image')[];
  readonly #refusals: Refusal[] = [];
  /** What is wrong with instructions that ONBUILD runs in a stage. */
  readonly #triggered: {
    readonly draft: StageDraft;
    readonly message: string;
  }[] = [];

  /** @param refused - instructions that nothing more is said about */
  constructor(
    drafts: readonly StageDraft[],
    expander: Expander,
    globals: Scope,
    refused: ReadonlySet<Instruction>,
  ) {
    this.#refused = refused;
    this.#drafts = drafts;
    this.#expander = expander;
    this.#globals = globals;
    this.#numbered = [...drafts];
  }

  #refuse(...args: Parameters<typeof refuse>): void {
    const [instruction] = args;
    if (!this.#refused.has(instruction)) this.#refusals.push(refuse(...args));
  }

  /** Resolves the bases; a name means the last stage of that name above. */
  linkBases(): void {
    for (const draft of this.#drafts) {
      this.#linkPlatform(draft);
      this.#linkBase(draft);
      if (draft.name === undefined) continue;
      this.#checkName(draft.name, draft.from);
      this.#byName.set(draft.name, draft);
    }
  }

  /** The client asks for a build context of that name, so it must be one. */
  #checkName(name: string, from: Instruction): void {
    if (name === 'scratch' || name === 'context') return;
    const { error } = parseImageReference(name);
    if (error === null) return;
    const message = `invalid context name ${name}: ${error}`;
    this.#refuse(from, message, from.args[2]);
  }

  #linkBase(draft: StageDraft): void {
    const [word] = draft.from.args;
    const expansion = this.#expander.expand(word!.value, this.#globals, false);
    const { value, missing, error } = expansion;
    if (error !== undefined || value === '') {
      const message = error ?? `base name (${word!.value}) should not be blank`;
      this.#refuse(draft.from, message, word, missing);
      draft.base = { kind: 'unknown', name: { value, missing } };
      draft.rootBase = draft.base;
      return;
    }
    const stage = this.#byName.get(value);
    if (stage) {
      draft.base = { kind: 'stage', stage };
      draft.rootBase = stage.rootBase;
      draft.rootPlatform = stage.rootPlatform;
    } else {
      draft.rootBase = imageSource({ value, missing });
      draft.base = draft.rootBase;
    }
  }

  #linkPlatform(draft: StageDraft): void {
    const flag = flagValue(draft.from, 'platform');
    if (!flag || flag.value === '') return;
    const { value, missing, error } = this.#expander.expand(
      flag.value,
      this.#globals,
      false,
    );
    draft.platform = { value, missing };
    draft.rootPlatform = draft.platform;
    let message = error;
    if (value === '') {
      message ??= `empty platform value from expression ${flag.value}`;
    } else if (parsePlatformSystem(value) === undefined) {
      message ??= `failed to parse platform ${flag.value}`;
    }
    if (message === undefined) return;
    this.#refuse(draft.from, message, flag, missing);
  }

  /** Resolves `COPY --from` and the `from` of mounts; names reach everywhere. */
  linkDependencies(): void {
    for (const draft of this.#drafts) {
      for (const instruction of draft.instructions) {
        this.#link(draft, instruction, undefined);
      }
    }
  }

  /** The same for what runs in a stage because of its base. */
  linkTriggers(draft: StageDraft, triggers: readonly Trigger[]): void {
    for (const { instruction, onbuild } of triggers) {
      this.#link(draft, instruction, onbuild);
    }
  }

  #link(
    draft: StageDraft,
    instruction: Instruction,
    trigger: Instruction | undefined,
  ): void {
    if (instruction.flags.length === 0) return;
    if (instruction.keyword === 'copy') {
      const at = flagValue(instruction, 'from');
      if (!at || at.value === '') return;
      const source = this.#copySource(at.value);
      if (typeof source !== 'string') {
        const kind = 'copy';
        draft.dependencies.push({ kind, instruction, trigger, at, source });
      } else if (trigger) this.#triggered.push({ draft, message: source });
      else this.#refuse(instruction, source, at);
    } else if (instruction.keyword === 'run') {
      for (const { from, at } of mountSources(instruction)) {
        const source = this.#mountSource(from);
        if (source === undefined) continue;
        const kind = 'mount';
        draft.dependencies.push({ kind, instruction, trigger, at, source });
      }
    }
  }

  /** A mount that names nothing mounts what is named scratch. */
  #mountSource(from: string): StageSource | undefined {
    const named = this.#named(from || 'scratch');
    if (named) return named;
    const image = this.#image(from || 'scratch');
    return from === '' ? undefined : image;
  }

  #copySource(from: string): StageSource | string {
    const plain = this.#expander.expandAlone(from);
    if (plain.error !== undefined) return plain.error;
    if (plain.value !== from) {
      return 'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround';
    }
    const index = parseInteger(from, -MAX_INDEX, MAX_INDEX);
    if (index === undefined) return this.#named(from) ?? this.#image(from);
    const numbered = this.#numbered[index];
    if (numbered === undefined) return `invalid stage index ${index}`;
    // An image that another instruction named: nobody means that.
    if (numbered === 'image') return { kind: 'scratch' };
    return { kind: 'stage', stage: numbered };
  }

  #named(name: string): StageSource | undefined {
    const stage = this.#byName.get(toLower(name));
    return stage && { kind: 'stage', stage };
  }

  #image(name: string): StageSource {
    this.#numbered.push('image');
    return imageSource({ value: name, missing: [] });
  }

  /**
   * Tells all that was found, names that are no image references among it.
   * What ONBUILD runs counts where the target needs the stage: that must be
   * known by now.
   */
  checkReferences(): readonly Refusal[] {
    for (const draft of this.#drafts) {
      this.#checkReference(draft.base, draft.from, draft.from.args[0]);
      for (const { source, instruction, trigger, at } of draft.dependencies) {
        if (!trigger) this.#checkReference(source, instruction, at);
        else if (draft.isReachable) this.#checkReference(source, draft.from);
      }
    }
    for (const { draft, message } of this.#triggered) {
      if (draft.isReachable) this.#refuse(draft.from, message);
    }
    return this.#refusals;
  }

  #checkReference(
    source: StageSource,
    instruction: Instruction,
    at?: Word,
  ): void {
    if (source.kind !== 'image' && source.kind !== 'unknown') return;
    const { value, missing } = source.name;
    if (value === '') return;
    const { error } =
      source.kind === 'image' ? source.reference : parseImageReference(value);
    if (error === null) return;
    const message = `failed to parse stage name ${quote(value)}: ${error}`;
    this.#refuse(instruction, message, at, missing);
  }

  /**
   * Finds stages that wait for each other. Depth first, with a stack of our
   * own: chains can be long.
   */
  checkCycles(): void {
    const states = new Map<Stage, 'open' | 'done'>();
    for (const root of this.#drafts) {
      const stack: Visit[] = states.has(root) ? [] : [visit(root)];
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        states.set(top.stage, 'open');
        const next = top.sources.next();
        if (next.done) {
          states.set(top.stage, 'done');
          stack.pop();
          continue;
        }
        const [stage, dependency] = next.value;
        const state = states.get(stage);
        if (state === undefined) stack.push(visit(stage));
        if (state === 'open') this.#refuseCycle(root, dependency);
      }
    }
  }

  #refuseCycle(root: Stage, { instruction, at }: StageDependency): void {
    const name = root.name ?? `stage-${root.index}`;
    const message = `circular dependency detected on stage: ${name}`;
    this.#refuse(instruction, message, at);
  }
}

/** A stage on the way of a search, and the stages still to look at. */
interface Visit {
  readonly stage: Stage;
  readonly sources: Iterator<readonly [Stage, StageDependency]>;
}

/** Each source once; the last instruction that names it is blamed. */
function visit(stage: Stage): Visit {
  const sources = new Map<Stage, StageDependency>();
  for (const dependency of stage.dependencies) {
    const { source } = dependency;
    if (source.kind === 'stage') sources.set(source.stage, dependency);
  }
  return { stage, sources: sources.entries() };
}

/** The largest 64-bit number, as near as doubles come to it. */
const MAX_INDEX = 2 ** 63 - 1024;

/** The target and what it needs: its bases, and what they copy and mount. */
export function reachableFrom(target: Stage): Set<Stage> {
  const reachable = new Set<Stage>();
  const open = [target];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (reachable.has(stage)) continue;
    reachable.add(stage);
    if (stage.base.kind === 'stage') open.push(stage.base.stage);
    for (const { source } of stage.dependencies) {
      if (source.kind === 'stage') open.push(source.stage);
    }
  }
  return reachable;
}

function imageSource(name: Expanded): Exclude<StageSource, { kind: 'stage' }> {
  if (name.value === 'scratch') return { kind: 'scratch' };
  if (name.missing.length > 0) return { kind: 'unknown', name };
  return { kind: 'image', name, reference: parseImageReference(name.value) };
}
