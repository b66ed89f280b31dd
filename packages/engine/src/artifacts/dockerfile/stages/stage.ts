// SPDX-License-Identifier: Apache-2.0
import type { ImageReference } from '../../../syntax/imageReference/parseImageReference.ts';
import type { ProgramCall } from '../../../syntax/shell/programCalls.ts';
import type {
  Dockerfile,
  DockerfileError,
  Instruction,
  Word,
} from '../dockerfile.ts';
import type { ExposedPort } from './exposedPort.ts';
import type { RunMount } from './runMounts.ts';
import type { StepScript } from './stepScript.ts';
import { Scope, type Expanded, type Variables } from './variables.ts';

/**
 * What a build would make of a Dockerfile: its stages, how they depend on each
 * other, and the state that each leaves behind.
 *
 * @public
 */
export interface DockerfileBuild {
  readonly dockerfile: Dockerfile;
  /** The variables that FROM sees. */
  readonly globals: Variables;
  readonly stages: readonly Stage[];
  /** The stage that is built; undefined when there is none of that name. */
  readonly target: Stage | undefined;
  /** What the build would refuse, in the order in which it would find it. */
  readonly refusals: readonly Refusal[];
}

/** Something that ends the build. The rest of the file stays usable. */
export interface Refusal extends DockerfileError {
  /** Variables without a known value on which the refusal depends. */
  readonly assumes: readonly string[];
}

/** Where a stage takes files from, or what it starts with. */
export type StageSource =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | {
      readonly kind: 'image';
      readonly name: Expanded;
      readonly reference: ImageReference;
    }
  | { readonly kind: 'scratch' }
  /** A name that is no reference, or that variables keep open. */
  | { readonly kind: 'unknown'; readonly name: Expanded };

/** A source that a COPY or a mount names. */
export interface StageDependency {
  readonly kind: 'copy' | 'mount';
  readonly instruction: Instruction;
  /** The ONBUILD of the base stage that it comes from. */
  readonly trigger: Instruction | undefined;
  /** The flag that names it. */
  readonly at: Word;
  readonly source: StageSource;
}

/** One FROM and what belongs to it. */
export interface Stage {
  /** From 0. */
  readonly index: number;
  /** Lower case; undefined without AS. */
  readonly name: string | undefined;
  readonly from: Instruction;
  readonly base: StageSource;
  /** `--platform`, expanded. */
  readonly platform: Expanded | undefined;
  /** The image at the start of the chain; a stage never. */
  readonly rootBase: Exclude<StageSource, { kind: 'stage' }>;
  /** The platform that goes with it; `--platform` counts nowhere else. */
  readonly rootPlatform: Expanded | undefined;
  readonly steps: readonly Step[];
  readonly dependencies: readonly StageDependency[];
  /** Whether the target needs this stage. */
  readonly isReachable: boolean;
  /** What the stage leaves behind. */
  readonly state: StageState;
}

/** One instruction of a stage, with what was in force when it ran. */
export interface Step {
  readonly instruction: Instruction;
  /** The ONBUILD of the base stage that it comes from. */
  readonly trigger?: Instruction | undefined;
  /**
   * The arguments, expanded where the builder expands them; those of RUN, CMD,
   * ENTRYPOINT, HEALTHCHECK and SHELL as they stand.
   */
  readonly args: readonly Expanded[];
  readonly mounts: readonly RunMount[];
  readonly user: Setting<Expanded> | undefined;
  readonly workdir: Expanded;
  readonly shell: Setting<readonly string[]> | undefined;
  /**
   * The commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK, and of those that an
   * ONBUILD keeps; read when asked.
   */
  readonly script: StepScript | undefined;
  /**
   * The programs that the script runs, seen through `sudo`, `env` and `sh -c`;
   * none where a shell of Windows runs it.
   */
  readonly calls: readonly ProgramCall[];
}

/** A value and the instruction that set it. */
export interface Setting<T> {
  readonly value: T;
  readonly instruction: Instruction;
  /** Of the stage that set it; another one when it is inherited. */
  readonly stageIndex: number;
}

/** CMD or ENTRYPOINT. */
export interface Command {
  readonly step: Step;
  /** Exec form; otherwise a shell runs it. */
  readonly json: boolean;
}

/**
 * The configuration at the end of a stage. What is undefined comes from the
 * base image, or is not set at all when that is scratch; a CMD of the base is
 * also gone once ENTRYPOINT is set.
 */
export interface StageState {
  readonly variables: Variables;
  readonly user: Setting<Expanded> | undefined;
  /**
   * Absolute, without a drive letter on Windows. Until an absolute WORKDIR sets
   * it, it depends on the base image, which is then missing.
   */
  readonly workdir: Expanded;
  readonly shell: Setting<readonly string[]> | undefined;
  readonly cmd: Setting<Command> | undefined;
  readonly entrypoint: Setting<Command> | undefined;
  /** The type is CMD or NONE, upper case. */
  readonly healthcheck: Setting<{ type: string; step: Step }> | undefined;
  readonly stopSignal: Setting<Expanded> | undefined;
  /** Set by this stage itself; those of its base stand there. */
  readonly labels: ReadonlyMap<string, Setting<Expanded>>;
  /** Of this stage itself. */
  readonly ports: readonly Setting<ExposedPort>[];
  /** Of this stage itself. */
  readonly volumes: readonly Setting<Expanded>[];
}

/** The state before anything has been set. */
export const EMPTY_STATE: StageState = {
  variables: new Scope(),
  user: undefined,
  workdir: { value: '/', missing: [] },
  shell: undefined,
  cmd: undefined,
  entrypoint: undefined,
  healthcheck: undefined,
  stopSignal: undefined,
  labels: new Map(),
  ports: [],
  volumes: [],
};
