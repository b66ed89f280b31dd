// SPDX-License-Identifier: Apache-2.0
import { toLower } from '../../../text/characters.ts';
import { parseImageReference } from '../../../syntax/imageReference/parseImageReference.ts';
import type { Dockerfile, Instruction } from '../dockerfile.ts';
import { checkInstruction } from './checkInstruction.ts';
import { checkOptions } from './checkOptions.ts';
import { refuse } from './refuse.ts';
import type { DockerfileBuild, Refusal } from './stage.ts';
import { stageDraft, type StageDraft } from './stageDraft.ts';
import { reachableFrom, StageLinker } from './stageLinker.ts';
import { StageRunner } from './stageRunner.ts';
import { assignTriggers, checkTriggers } from './triggers.ts';
import { Expander, platformScope, type Scope } from './variables.ts';

/** What a build is asked for. */
export interface BuildOptions {
  /** Name of the stage to build; the last one when absent. */
  readonly target?: string | undefined;
}

/**
 * Works out what a build of the file would do, without doing it: the stages
 * and what they take from each other, variables, the configuration that each
 * stage ends with, and everything that the build would refuse.
 *
 * Never throws. A refused instruction changes nothing; the rest counts.
 *
 * @public
 */
export function resolveBuild(
  dockerfile: Dockerfile,
  options: BuildOptions = {},
): DockerfileBuild {
  const refusals: Refusal[] = checkOptions(dockerfile);
  const refused = new Set<Instruction>();
  const { drafts, globalArgs } = splitStages(dockerfile, refused, refusals);
  const expander = new Expander(dockerfile.escape, dockerfile.text.length);
  const globals = readGlobals(
    globalArgs,
    options.target ?? drafts.at(-1)?.name,
    expander,
    refusals,
  );
  checkEpoch(globals, drafts, refusals);
  const linker = new StageLinker(drafts, expander, globals, refused);
  linker.linkBases();
  linker.linkDependencies();
  linker.checkCycles();
  const triggers = assignTriggers(drafts, refused, refusals);
  for (const draft of drafts) {
    linker.linkTriggers(draft, triggers.get(draft) ?? []);
  }
  const target = findTarget(drafts, options.target);
  const reachable = target ? reachableFrom(target) : new Set();
  for (const draft of drafts) draft.isReachable = reachable.has(draft);
  for (const refusal of linker.checkReferences()) refusals.push(refusal);
  // A build runs triggers in the stages that it needs, and in no others.
  const runs = (draft: StageDraft) =>
    draft.isReachable ? triggers.get(draft) ?? [] : [];
  for (const draft of drafts) {
    const complaints = checkTriggers(draft, runs(draft), refused);
    for (const refusal of complaints) refusals.push(refusal);
  }
  for (const draft of drafts) {
    const runner = new StageRunner(draft, expander, globals, refused, refusals);
    runner.run(runs(draft));
  }
  return { dockerfile, globals, stages: drafts, target, refusals };
}

/** Cuts the file at each FROM; what stands before are global arguments. */
function splitStages(
  { instructions }: Dockerfile,
  refused: Set<Instruction>,
  refusals: Refusal[],
): {
  readonly drafts: StageDraft[];
  readonly globalArgs: Instruction[];
} {
  const drafts: StageDraft[] = [];
  const globalArgs: Instruction[] = [];
  for (const instruction of instructions) {
    const complaint = checkInstruction(instruction);
    if (complaint) {
      const { message, at } = complaint;
      refusals.push(refuse(instruction, message, at));
      refused.add(instruction);
    }
    if (instruction.keyword === 'from') {
      if (instruction.args.length > 0) {
        const isRefused = complaint !== undefined;
        drafts.push(stageDraft(drafts.length, instruction, isRefused));
      }
      continue;
    }
    const stage = drafts.at(-1);
    if (stage) stage.instructions.push(instruction);
    else if (complaint) continue;
    else if (instruction.keyword === 'arg') globalArgs.push(instruction);
    else
      refusals.push(refuse(instruction, 'no build stage in current context'));
  }
  const last = instructions.at(-1);
  if (last && drafts.length === 0) {
    refusals.push(refuse(last, 'dockerfile contains no stages to build'));
  }
  return { drafts, globalArgs };
}

function readGlobals(
  globalArgs: readonly Instruction[],
  targetName: string | undefined,
  expander: Expander,
  refusals: Refusal[],
): Scope {
  const globals = platformScope(targetName ?? '');
  for (const instruction of globalArgs) {
    for (const word of instruction.args) {
      const equals = word.value.indexOf('=');
      if (equals < 0) {
        globals.declare(word.value);
        continue;
      }
      const name = word.value.slice(0, equals);
      const { value, missing, error } = expander.expand(
        word.value.slice(equals + 1),
        globals,
        false,
      );
      if (error !== undefined) {
        refusals.push(refuse(instruction, error, word, missing));
      } else globals.set({ name, value, missing, origin: 'arg', instruction });
    }
  }
  return globals;
}

/** SOURCE_DATE_EPOCH is a number, or names what to take the date from. */
function checkEpoch(
  globals: Scope,
  drafts: readonly StageDraft[],
  refusals: Refusal[],
): void {
  const epoch = globals.get('SOURCE_DATE_EPOCH');
  if (!epoch?.instruction) return;
  const { value, missing, instruction } = epoch;
  if (value === '' || value === 'context' || /^[+-]?[0-9]+$/.test(value))
    return;
  const { error } = parseImageReference(value);
  let message: string | undefined;
  if (error !== null) message = `invalid context name ${value}: ${error}`;
  else if (!drafts.some(draft => draft.name === value.toLowerCase())) {
    message = `invalid SOURCE_DATE_EPOCH: ${value}`;
  }
  if (message === undefined) return;
  refusals.push(refuse(instruction, message, undefined, missing));
}

function findTarget(
  drafts: readonly StageDraft[],
  target: string | undefined,
): StageDraft | undefined {
  if (target === undefined) return drafts.at(-1);
  const name = toLower(target);
  return drafts.findLast(draft => draft.name === name);
}
