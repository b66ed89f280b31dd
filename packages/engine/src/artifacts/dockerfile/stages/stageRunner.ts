// SPDX-License-Identifier: Apache-2.0
import { isWindowsImage } from '../../../data/windowsImages.ts';
import { trimSpace } from '../../../text/characters.ts';
import type { Instruction, Word } from '../dockerfile.ts';
import { isHeredoc, parseHeredocStart } from '../heredocs.ts';
import { BuildStep } from './buildStep.ts';
import { checkCopy } from './checkCopy.ts';
import { checkMount } from './checkMount.ts';
import { flagValue } from './flags.ts';
import { parseExposedPort } from './exposedPort.ts';
import { isSignal, parsePlatformSystem } from './goValues.ts';
import { refuse } from './refuse.ts';
import type { StageDraft } from './stageDraft.ts';
import { readMounts } from './runMounts.ts';
import type { Refusal, Setting, StageDependency } from './stage.ts';
import { startState, type MutableState } from './startState.ts';
import type { Trigger } from './triggers.ts';
import type { Expanded, ExpandedWords, Expander, Scope } from './variables.ts';
import { checkWindowsPath } from './windowsPath.ts';
import { enterFolder } from './workdir.ts';

/**
 * Runs the instructions of one stage over the state that its base leaves
 * behind, without running any command. The stages it builds on come first.
 */
export class StageRunner {
  readonly #draft: StageDraft;
  readonly #expander: Expander;
  readonly #globals: Scope;
  readonly #refused: ReadonlySet<Instruction>;
  readonly #refusals: Refusal[];
  readonly #dependencies = new Map<Instruction, StageDependency[]>();
  readonly #state: MutableState;
  /** `--platform` says so; only then BuildKit checks paths for Windows. */
  readonly #isWindows: boolean;
  readonly #isWindowsImage: boolean;
  /** The ONBUILD whose instruction is running. */
  #trigger: Instruction | undefined;

  /**
   * @param refused - instructions that change nothing
   * @param refusals - gets what else the build would refuse
   */
  constructor(
    draft: StageDraft,
    expander: Expander,
    globals: Scope,
    refused: ReadonlySet<Instruction>,
    refusals: Refusal[],
  ) {
    this.#draft = draft;
    for (const dependency of draft.dependencies) {
      const { instruction } = dependency;
      const others = this.#dependencies.get(instruction);
      if (others) others.push(dependency);
      else this.#dependencies.set(instruction, [dependency]);
    }
    this.#refused = refused;
    this.#expander = expander;
    this.#globals = globals;
    this.#refusals = refusals;
    const platform = draft.rootPlatform?.value ?? '';
    this.#isWindows =
      draft.rootBase.kind !== 'scratch' &&
      parsePlatformSystem(platform) === 'windows';
    this.#state = startState(draft, this.#isWindows);
    this.#isWindowsImage =
      draft.rootBase.kind === 'image' &&
      isWindowsImage(draft.rootBase.reference);
  }

  /** @param triggers - what the stage's base keeps with ONBUILD */
  run(triggers: readonly Trigger[]): void {
    for (const { onbuild, instruction } of triggers) {
      this.#trigger = onbuild;
      this.#runInstruction(instruction);
    }
    this.#trigger = undefined;
    for (const instruction of this.#draft.instructions) {
      this.#runInstruction(instruction);
    }
    this.#draft.state = this.#state;
  }

  #runInstruction(instruction: Instruction): void {
    const isWindows = this.#isWindows || this.#isWindowsImage;
    const step = new BuildStep(
      instruction,
      this.#trigger,
      this.#state,
      isWindows,
    );
    this.#draft.steps.push(step);
    if (this.#refused.has(instruction)) {
      step.args = instruction.args.map(literal);
    } else step.args = this.#apply(step);
  }

  /** Changes the state; returns the arguments as the builder sees them. */
  #apply(step: BuildStep): Expanded[] {
    const { instruction } = step;
    const { args } = instruction;
    const state = this.#state;
    switch (instruction.keyword) {
      case 'arg':
        return this.#declareArguments(instruction);
      case 'env':
      case 'label':
        return this.#setPairs(instruction);
      case 'add':
      case 'copy':
        return this.#copy(instruction);
      case 'user': {
        const [user] = this.#expandAll(instruction);
        if (user) state.user = this.#setting(user, instruction);
        return user ? [user] : [];
      }
      case 'workdir':
        return this.#changeFolder(instruction);
      case 'volume':
        return this.#addVolumes(instruction);
      case 'expose':
        return this.#exposePorts(instruction);
      case 'stopsignal':
        return this.#setStopSignal(instruction);
      case 'run':
        this.#mount(step);
        break;
      case 'shell':
        state.shell = this.#setting(
          args.map(arg => arg.value),
          instruction,
        );
        break;
      case 'cmd':
        state.cmd = this.#setting(
          { step, json: instruction.json },
          instruction,
        );
        break;
      case 'entrypoint':
        state.entrypoint = this.#setting(
          { step, json: instruction.json },
          instruction,
        );
        // A CMD of the base image is dropped, one of this stage is kept.
        if (state.cmd?.stageIndex !== this.#draft.index) state.cmd = undefined;
        break;
      case 'healthcheck': {
        const type = args[0]!.value.toUpperCase();
        state.healthcheck = this.#setting({ type, step }, instruction);
        break;
      }
      default:
    }
    return args.map(literal);
  }

  #setting<T>(value: T, instruction: Instruction): Setting<T> {
    return { value, instruction, stageIndex: this.#draft.index };
  }

  #refuse(
    instruction: Instruction,
    message: string,
    at?: Word,
    assumes: readonly string[] = [],
  ): void {
    // Of what an ONBUILD runs, the FROM that runs it is to blame.
    const refusal = this.#trigger
      ? refuse(this.#draft.from, message, undefined, assumes)
      : refuse(instruction, message, at, assumes);
    this.#refusals.push(refusal);
  }

  #expand(word: string): ExpandedWords {
    const mayBeInherited = this.#draft.rootBase.kind !== 'scratch';
    return this.#expander.expand(word, this.#state.variables, mayBeInherited);
  }

  /** Expands a word and notes when that fails. */
  #expandWord(instruction: Instruction, word: Word): Expanded | undefined {
    const { value, missing, error } = this.#expand(word.value);
    if (error === undefined) return { value, missing };
    this.#refuse(instruction, error, word, missing);
    return undefined;
  }

  /** Expands all arguments; empty when one cannot be. */
  #expandAll(
    instruction: Instruction,
    args: readonly Word[] = instruction.args,
  ): Expanded[] {
    const expanded: Expanded[] = [];
    for (const arg of args) {
      const one = this.#expandWord(instruction, arg);
      if (one === undefined) return [];
      expanded.push(one);
    }
    return expanded;
  }

  #declareArguments(instruction: Instruction): Expanded[] {
    const { variables: scope } = this.#state;
    return instruction.args.map(word => {
      const equals = word.value.indexOf('=');
      if (equals < 0) {
        const global = this.#globals.get(word.value);
        if (global) scope.set(global);
        else scope.declare(word.value);
        return literal(word);
      }
      const name = word.value.slice(0, equals);
      const { value, missing, error } = this.#expand(
        word.value.slice(equals + 1),
      );
      if (error !== undefined) {
        this.#refuse(instruction, error, word, missing);
        return literal(word);
      }
      scope.set({ name, value, missing, origin: 'arg', instruction });
      return { value: `${name}=${value}`, missing };
    });
  }

  /** All values of one ENV are expanded before the first is set. */
  #setPairs(instruction: Instruction): Expanded[] {
    const { variables: scope, labels } = this.#state;
    const expanded = this.#expandAll(instruction);
    for (let index = 0; index + 1 < expanded.length; index += 3) {
      const name = expanded[index]!.value;
      const { value, missing } = expanded[index + 1]!;
      if (instruction.keyword === 'label') {
        labels.set(name, this.#setting({ value, missing }, instruction));
      } else scope.set({ name, value, missing, origin: 'env', instruction });
    }
    return expanded;
  }

  #copy(instruction: Instruction): Expanded[] {
    const flags: Record<string, Expanded> = {};
    for (const name of ['chown', 'chmod', 'checksum']) {
      const flag = flagValue(instruction, name);
      if (flag === undefined) continue;
      const expanded = this.#expandWord(instruction, flag);
      if (expanded === undefined) return [];
      flags[name] = expanded;
    }
    const args = instruction.args.map(arg =>
      isHeredoc(arg.value) ? literal(arg) : this.#expandWord(instruction, arg),
    );
    if (!args.every(arg => arg !== undefined)) return [];
    this.#checkHeredocs(instruction);
    this.#checkSourceStage(instruction);
    const complaint = checkCopy(instruction, args, flags, this.#isWindows);
    if (complaint) {
      const { message, at, assumes } = complaint;
      this.#refuse(instruction, message, at, assumes);
    }
    return args;
  }

  /** The content of a heredoc is expanded too, unless its name is quoted. */
  #checkHeredocs(instruction: Instruction): void {
    const { args, heredocs } = instruction;
    if (heredocs.length === 0) return;
    // Of several with one name, BuildKit takes the last content for all.
    const byName = new Map(heredocs.map(heredoc => [heredoc.name, heredoc]));
    for (const arg of args) {
      const opening = parseHeredocStart(arg.value);
      if (typeof opening !== 'object' || !opening.expand) continue;
      const content = byName.get(opening.name)?.content ?? '';
      byName.delete(opening.name);
      const { variables } = this.#state;
      const { error } = this.#expander.expandContent(content, variables);
      if (error !== undefined) this.#refuse(instruction, error, arg);
    }
  }

  /** A stage can be copied from or mounted only after it has been built. */
  #checkSourceStage(instruction: Instruction, unused?: Set<number>): void {
    for (const dependency of this.#dependencies.get(instruction) ?? []) {
      const { source, at, kind } = dependency;
      if (source.kind !== 'stage' || unused?.has(at.start)) continue;
      if (source.stage.index <= this.#draft.index) continue;
      const message =
        kind === 'copy'
          ? `cannot copy from stage "${at.value}", it needs to be defined before current stage`
          : `cannot mount from stage "${source.stage.name}", stage needs to be defined before current command`;
      this.#refuse(instruction, message, at);
    }
  }

  #changeFolder(instruction: Instruction): Expanded[] {
    const [folder] = this.#expandAll(instruction);
    if (folder === undefined) return [];
    const { workdir } = this.#state;
    const message = this.#isWindows
      ? checkWindowsPath(workdir.value) ?? checkWindowsPath(folder.value)
      : undefined;
    if (message !== undefined) {
      this.#refuse(instruction, message, instruction.args[0], folder.missing);
    } else {
      const isWindows = this.#isWindows || this.#isWindowsImage;
      this.#state.workdir = enterFolder(workdir, folder, isWindows);
    }
    return [folder];
  }

  #addVolumes(instruction: Instruction): Expanded[] {
    const args = instruction.args.map(arg => ({
      ...arg,
      value: trimSpace(arg.value),
    }));
    const volumes = this.#expandAll(instruction, args);
    volumes.forEach((volume, index) => {
      if (volume.value !== '') {
        this.#state.volumes.push(this.#setting(volume, instruction));
        return;
      }
      this.#refuse(
        instruction,
        'VOLUME specified can not be an empty string',
        instruction.args[index],
        volume.missing,
      );
    });
    return volumes;
  }

  #exposePorts(instruction: Instruction): Expanded[] {
    return instruction.args.map(word => {
      const { value, words, missing, error } = this.#expand(word.value);
      if (error !== undefined) {
        this.#refuse(instruction, error, word, missing);
        return literal(word);
      }
      for (const text of words) {
        const port = parseExposedPort(text);
        if (typeof port === 'string') {
          this.#refuse(instruction, port, word, missing);
        } else this.#state.ports.push(this.#setting(port, instruction));
      }
      return { value, missing };
    });
  }

  #setStopSignal(instruction: Instruction): Expanded[] {
    const [signal] = this.#expandAll(instruction);
    if (signal === undefined) return [];
    if (isSignal(signal.value)) {
      this.#state.stopSignal = this.#setting(signal, instruction);
    } else {
      const message = `invalid signal: ${signal.value}`;
      this.#refuse(instruction, message, instruction.args[0], signal.missing);
    }
    return [signal];
  }

  #mount(step: BuildStep): void {
    const { instruction } = step;
    const { heredocs, args, flags } = instruction;
    if (heredocs.length > 0 && args.length !== 1) {
      // A flag can hold what looks like a heredoc; then no command is left.
      const message = 'parsing produced an invalid run command: []';
      this.#refuse(instruction, message);
    }
    if (flags.length === 0) return;
    const read = readMounts(instruction, word => this.#expand(word));
    step.mounts = read.mounts;
    for (const { value, missing, at } of read.complaints) {
      this.#refuse(instruction, value, at, missing);
    }
    // Only a cache that names nothing takes what is named scratch.
    const unused = read.mounts.filter(
      ({ from, type }) => from === '' && type !== 'cache',
    );
    this.#checkSourceStage(
      instruction,
      new Set(unused.map(({ flag }) => flag.start)),
    );
    for (const mount of read.mounts) {
      const folder = this.#state.workdir.value;
      const message = checkMount(mount, folder, this.#isWindows);
      if (message !== undefined) {
        this.#refuse(instruction, message, mount.flag, mount.missing);
      }
    }
  }
}

function literal({ value }: Word): Expanded {
  return { value, missing: [] };
}
