// SPDX-License-Identifier: Apache-2.0
import type { Dockerfile, Instruction } from '@plimsoll/engine/parsers';

/** One line of `plimsoll ast --jsonl`, without the newline. */
export function astLine(id: unknown, dockerfile: Dockerfile): string {
  const { error, escape, instructions } = dockerfile;
  if (error) return line(id, 'null', escape, error.message);
  const nodes = instructions.map(instruction => instructionJson(instruction));
  return line(id, JSON.stringify(nodes), escape, null);
}

/** The answer where there is nothing to show. */
export function errorLine(id: unknown, message: string): string {
  return line(id, 'null', null, message);
}

function line(
  id: unknown,
  nodes: string,
  escape: string | null,
  error: string | null,
): string {
  const head = `{"id":${idJson(id)},"nodes":${nodes}`;
  return `${head},"escape":${JSON.stringify(escape)},"error":${JSON.stringify(
    error,
  )}}`;
}

/** An id can nest deeper than it can be written. */
function idJson(id: unknown): string {
  try {
    return JSON.stringify(id) ?? 'null';
  } catch {
    return 'null';
  }
}

/**
 * The instruction with the one inside an ONBUILD nested in it; the inner one
 * has the lines 0, as in Docker's own tree.
 */
function instructionJson(instruction: Instruction, isInner = false): object {
  const { keyword, flags, args, json, heredocs, onbuild } = instruction;
  return {
    keyword,
    flags: flags.map(flag => flag.value),
    args: args.map(arg => arg.value),
    json,
    startLine: isInner ? 0 : instruction.startLine,
    endLine: isInner ? 0 : instruction.endLine,
    heredocs: heredocs.map(({ name, content, expand, chomp }) => ({
      name,
      content,
      expand,
      chomp,
    })),
    onbuild: onbuild ? instructionJson(onbuild, true) : null,
  };
}
