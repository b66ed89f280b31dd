// SPDX-License-Identifier: Apache-2.0

/**
 * The parsers by themselves: text in, data with positions out. None throws,
 * each says what is wrong in its answer.
 *
 * @packageDocumentation
 */

export type {
  Comment,
  Directive,
  Dockerfile,
  DockerfileError,
  Heredoc,
  Instruction,
  Word,
} from './artifacts/dockerfile/dockerfile.ts';
export { parseDockerfile } from './artifacts/dockerfile/parseDockerfile.ts';
export {
  resolveBuild,
  type BuildOptions,
} from './artifacts/dockerfile/build/resolveBuild.ts';
export type {
  Command,
  DockerfileBuild,
  Refusal,
  Setting,
  Stage,
  StageDependency,
  StageSource,
  StageState,
  Step,
} from './artifacts/dockerfile/build/stage.ts';
export type { StepScript } from './artifacts/dockerfile/build/stepScript.ts';
export type {
  MountType,
  RunMount,
} from './artifacts/dockerfile/build/runMounts.ts';
export type { ExposedPort } from './artifacts/dockerfile/build/exposedPort.ts';
export {
  PREDEFINED_ARGS,
  Scope,
  type Expanded,
  type Variable,
  type VariableOrigin,
} from './artifacts/dockerfile/build/variables.ts';
export {
  parseDockerignore,
  type Dockerignore,
  type IgnoreDecision,
  type IgnoreLine,
} from './artifacts/dockerignore/parseDockerignore.ts';
export {
  expandWord,
  type Expansion,
  type ExpansionOptions,
} from './syntax/word/expandWord.ts';
export {
  parseImageReference,
  type ImageReference,
} from './syntax/imageReference/parseImageReference.ts';
export type {
  ShellAssignment,
  ShellCommand,
  ShellError,
  ShellOperator,
  ShellRedirect,
  ShellScript,
  ShellWord,
} from './syntax/shell/shellScript.ts';
export type { CommandName } from './syntax/shell/windowsShell.ts';
export { decodeText } from './text/bytes.ts';
export { LineIndex } from './text/lines.ts';
export { MappedText } from './text/mappedText.ts';
