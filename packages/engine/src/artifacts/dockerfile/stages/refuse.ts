// SPDX-License-Identifier: Apache-2.0
import type { Instruction, Word } from '../dockerfile.ts';
import type { Refusal } from './stage.ts';

/** Says that the build would end at an instruction. */
export function refuse(
  instruction: Instruction,
  message: string,
  at: Word | undefined = undefined,
  assumes: readonly string[] = [],
): Refusal {
  const { start, end } = at ?? instruction;
  return { message, line: instruction.startLine, start, end, assumes };
}
