// SPDX-License-Identifier: Apache-2.0
import type { Dockerfile, Instruction } from '@plimsoll/engine/parsers';

/** One line of `plimsoll ast --jsonl`, without the newline. */
export function astLine(id: unknown, dockerfile: Dockerfile): string {
  const { error, escape, instructions } = dockerfile;
  if (error) return line(id, 'null', escape, error.message);
  const nodes = instructions.map(instructionJson).join(',');
  return line(id, `[${nodes}]`, escape, null);
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
  const head = `{"id":${JSON.stringify(id)},"nodes":${nodes}`;
  return `${head},"escape":${JSON.stringify(escape)},"error":${JSON.stringify(
    error,
  )}}`;
}

/**
 * The instruction with the one inside an ONBUILD nested in it. Put together by
 * hand: ONBUILD nests deeper than `JSON.stringify` can follow.
 *
 * The inner one has the lines 0, as in Docker's own tree.
 */
function instructionJson(outermost: Instruction): string {
  let json = '';
  let depth = 0;
  let current: Instruction | undefined = outermost;
  for (; current; current = current.onbuild, depth++) {
    const { keyword, flags, args, heredocs } = current;
    const fields = JSON.stringify({
      keyword,
      flags: flags.map(flag => flag.value),
      args: args.map(arg => arg.value),
      json: current.json,
      startLine: depth === 0 ? current.startLine : 0,
      endLine: depth === 0 ? current.endLine : 0,
      heredocs: heredocs.map(({ name, content, expand, chomp }) => ({
        name,
        content,
        expand,
        chomp,
      })),
    });
    json += `${fields.slice(0, -1)},"onbuild":`;
  }
  return `${json}null${'}'.repeat(depth)}`;
}
