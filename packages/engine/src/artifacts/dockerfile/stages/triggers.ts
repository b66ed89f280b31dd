// SPDX-License-Identifier: Apache-2.0
import { BYTE_ORDER_MARK } from '../../../text/characters.ts';
import type { Instruction } from '../dockerfile.ts';
import { checkInstruction, isKeyword } from './checkInstruction.ts';
import { refuse } from './refuse.ts';
import type { StageDraft } from './stageDraft.ts';
import type { Refusal, Stage } from './stage.ts';

/** An instruction that runs in the stages on top of the one that has it. */
export interface Trigger {
  readonly onbuild: Instruction;
  /** The inner instruction, with the heredocs of its ONBUILD. */
  readonly instruction: Instruction;
}

/** Words of instructions that ONBUILD may run again, in all stages together. */
const MAX_TRIGGERED = 10_000;

/**
 * Finds for each stage what its base keeps with ONBUILD.
 *
 * @param refused - instructions that count for nothing
 * @param refusals - gets a word when there are too many
 */
export function assignTriggers(
  drafts: readonly StageDraft[],
  refused: ReadonlySet<Instruction>,
  refusals: Refusal[],
): Map<Stage, readonly Trigger[]> {
  const kept = new Map<Stage, readonly Trigger[]>();
  const assigned = new Map<Stage, readonly Trigger[]>();
  let left = MAX_TRIGGERED;
  for (const draft of drafts) {
    kept.set(draft, keptBy(draft, refused));
    const { base, from } = draft;
    const triggers = base.kind === 'stage' ? kept.get(base.stage) ?? [] : [];
    for (const { instruction } of triggers) left -= weightOf(instruction);
    if (left < 0) {
      // A thousand stages over a thousand triggers: nobody means that.
      const message = `ONBUILD would run more than ${MAX_TRIGGERED} words`;
      refusals.push(refuse(from, message));
      break;
    }
    assigned.set(draft, triggers);
  }
  return assigned;
}

function weightOf({ args, flags }: Instruction): number {
  return 1 + args.length + flags.length;
}

function keptBy(
  { instructions }: StageDraft,
  refused: ReadonlySet<Instruction>,
): Trigger[] {
  const triggers: Trigger[] = [];
  for (const onbuild of instructions) {
    const inner = onbuild.onbuild;
    if (inner === undefined || refused.has(onbuild)) continue;
    const { heredocs } = onbuild;
    const instruction = heredocs.length > 0 ? { ...inner, heredocs } : inner;
    triggers.push({ onbuild, instruction });
  }
  return triggers;
}

/**
 * Checks what runs in a stage because its base has it: only now, and the FROM
 * is blamed.
 *
 * @param refused - gets the instructions that are not sound
 */
export function checkTriggers(
  draft: StageDraft,
  triggers: readonly Trigger[],
  refused: Set<Instruction>,
): Refusal[] {
  const refusals: Refusal[] = [];
  for (const { instruction } of triggers) {
    const complaint = checkInstruction(instruction);
    if (!complaint) continue;
    refused.add(instruction);
    // BuildKit reads it as a file of its own, and drops the mark.
    const { keyword } = instruction;
    const hasMark = keyword.charCodeAt(0) === BYTE_ORDER_MARK;
    if (hasMark && isKeyword(keyword.slice(1))) continue;
    refusals.push(refuse(draft.from, complaint.message));
  }
  return refusals;
}
