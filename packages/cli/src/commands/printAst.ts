// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import {
  decodeText,
  parseDockerfile,
  resolveBuild,
} from '@plimsoll/engine/parsers';
import { formatTree } from '../ast/formatTree.ts';
import { GOOD, NOT_GOOD, UsageError } from '../exitCodes.ts';

/** Prints the tree of one Dockerfile; 1 when Docker would not build it. */
export async function printAst(
  file: string,
  output: Writable,
): Promise<number> {
  const dockerfile = parseDockerfile(readText(file));
  const build = resolveBuild(dockerfile);
  output.write(formatTree(file, build));
  const isGood = !dockerfile.error && build.refusals.length === 0;
  return isGood ? GOOD : NOT_GOOD;
}

function readText(file: string): string {
  try {
    return decodeText(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read "${file}": ${reason}`);
  }
}
