// SPDX-License-Identifier: Apache-2.0

/**
 * The parsers by themselves: text in, data with positions out. None throws,
 * each says what is wrong in its answer.
 *
 * @packageDocumentation
 */

export { isDockerfilePath } from './artifacts/artifactKind.ts';
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
} from './artifacts/dockerfile/stages/resolveBuild.ts';
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
} from './artifacts/dockerfile/stages/stage.ts';
export type { StepScript } from './artifacts/dockerfile/stages/stepScript.ts';
export type {
  MountType,
  RunMount,
} from './artifacts/dockerfile/stages/runMounts.ts';
export {
  flagValue,
  flagValues,
  hasFlag,
} from './artifacts/dockerfile/stages/flags.ts';
export type { ExposedPort } from './artifacts/dockerfile/stages/exposedPort.ts';
export {
  PREDEFINED_ARGS,
  type Expanded,
  type Variable,
  type VariableOrigin,
  type Variables,
} from './artifacts/dockerfile/stages/variables.ts';
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
export type { CommandName } from './syntax/shell/commandName.ts';
export { parseYaml } from './syntax/yaml/parseYaml.ts';
export type { BlockContent } from './syntax/yaml/decodeBlock.ts';
export type { YamlEntry } from './syntax/yaml/mergedEntries.ts';
export { yamlComments, type YamlComment } from './syntax/yaml/yamlComments.ts';
export {
  YamlReader,
  type YamlReaderOptions,
  type YamlStep,
  type YamlValue,
} from './syntax/yaml/yamlReader.ts';
export {
  YamlScalar,
  type YamlScalarParts,
  type YamlScalarStyle,
} from './syntax/yaml/yamlScalar.ts';
export type { YamlSchema } from './syntax/yaml/yamlSchema.ts';
export type {
  DuplicateKey,
  YamlAlias,
  YamlAnchor,
  YamlCollection,
  YamlDocument,
  YamlError,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlSequence,
  YamlStream,
  YamlTag,
} from './syntax/yaml/yamlTree.ts';
export { decodeText } from './text/bytes.ts';
export { LineIndex } from './text/lines.ts';
export { MappedText } from './text/mappedText.ts';
export { compareText } from './text/order.ts';
export { printable } from './text/printable.ts';
