// SPDX-License-Identifier: Apache-2.0
import { parseImageReference } from '../../../syntax/imageReference/parseImageReference.ts';
import { trimSpace } from '../../../text/characters.ts';
import { quote } from '../../../text/quote.ts';
import type { Directive, Dockerfile, Instruction } from '../dockerfile.ts';
import { checkInstruction } from './checkInstruction.ts';
import { parseBoolean } from './goValues.ts';
import { refuse } from './refuse.ts';
import {
  reachableFrom,
  stageDraft,
  StageLinker,
  type StageDraft,
} from './resolveStages.ts';
import type { DockerfileBuild, Refusal, Stage } from './stage.ts';
import { StageRunner } from './stageRunner.ts';
import { Expander, platformArguments, Scope } from './variables.ts';

/** What a build is asked for. */
export interface BuildOptions {
  /** Name or number of the stage to build; the last one when absent. */
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
  const globals = readGlobals(globalArgs, drafts, expander, refusals);
  checkEpoch(globals, drafts, refusals);
  const linker = new StageLinker(drafts, expander, globals, refused);
  linker.linkBases();
  linker.linkDependencies();
  linker.check();
  for (const refusal of linker.refusals) refusals.push(refusal);
  const target = findTarget(drafts, options.target);
  const reachable = target ? reachableFrom(target) : new Set();
  for (const draft of drafts) draft.isReachable = reachable.has(draft);
  const triggers = assignTriggers(drafts, refused, refusals);
  for (const draft of drafts) {
    const runner = new StageRunner(draft, expander, globals, refused, refusals);
    runner.run(triggers.get(draft) ?? []);
  }
  return { dockerfile, globals, stages: drafts, target, refusals };
}

/** `# check=skip=…;error=true` is read before anything else. */
function checkOptions({ directives, text }: Dockerfile): Refusal[] {
  // The reader of these options, unlike the parser, takes no space before `#`.
  const isIndented = ({ start }: Directive) =>
    start > 0 && !/[\n\ufeff]/.test(text[start - 1]!);
  const check = directives.find(
    directive => directive.name === 'check' || isIndented(directive),
  );
  if (check?.name !== 'check' || isIndented(check)) return [];
  for (const option of splitOptions(trimSpace(check.value))) {
    const equals = option.indexOf('=');
    const name = trimSpace(option.slice(0, Math.max(equals, 0)));
    const value = trimSpace(option.slice(equals + 1));
    let message: string | undefined;
    if (equals < 0) message = `invalid check option ${quote(option)}`;
    else if (name === 'error' && parseBoolean(value) === undefined) {
      message = `failed to parse check option ${quote(option)}`;
    } else if (!/^(?:skip|experimental|error)$/.test(name)) {
      message = `invalid check option ${quote(name)}`;
    }
    if (message === undefined) continue;
    const { line, start, end } = check;
    message = `failed to parse check options: ${message}`;
    return [{ message, line, start, end, assumes: [] }];
  }
  return [];
}

/** At most three: the third takes the rest. */
function splitOptions(options: string): string[] {
  const [first = '', second, ...rest] = options.split(';');
  if (second === undefined) return options === '' ? [] : [first];
  return rest.length === 0 ? [first, second] : [first, second, rest.join(';')];
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
  drafts: readonly StageDraft[],
  expander: Expander,
  refusals: Refusal[],
): Scope {
  const globals = new Scope();
  for (const [name, value] of platformArguments(drafts.at(-1)?.name ?? '')) {
    globals.set({ name, value, missing: [], origin: 'platform' });
  }
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
        true,
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
  const name = target.toLowerCase();
  const number = /^[0-9]+$/.test(target) ? Number(target) : -1;
  return drafts.findLast(draft => draft.name === name) ?? drafts[number];
}

/** Instructions that ONBUILD may run again, in all stages together. */
const MAX_TRIGGERED = 10_000;

/**
 * Finds for each stage what its base keeps with ONBUILD. The instruction is
 * checked only now, and the FROM that runs it is blamed.
 */
function assignTriggers(
  drafts: readonly StageDraft[],
  refused: Set<Instruction>,
  refusals: Refusal[],
): Map<Stage, readonly Instruction[]> {
  const kept = new Map<Stage, readonly Instruction[]>();
  const assigned = new Map<Stage, readonly Instruction[]>();
  let left = MAX_TRIGGERED;
  for (const draft of drafts) {
    kept.set(
      draft,
      draft.instructions.filter(
        each => each.onbuild !== undefined && !refused.has(each),
      ),
    );
    const { base, from } = draft;
    const triggers = base.kind === 'stage' ? kept.get(base.stage) ?? [] : [];
    left -= triggers.length;
    if (left < 0) {
      // Ten thousand stages over ten thousand triggers: nobody means that.
      const message = `ONBUILD would run more than ${MAX_TRIGGERED} instructions`;
      refusals.push(refuse(from, message));
      break;
    }
    assigned.set(draft, triggers);
    for (const { onbuild } of triggers) {
      const complaint = checkInstruction(onbuild!);
      if (!complaint) continue;
      refused.add(onbuild!);
      if (draft.isReachable) refusals.push(refuse(from, complaint.message));
    }
  }
  return assigned;
}
