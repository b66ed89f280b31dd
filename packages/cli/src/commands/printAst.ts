// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import {
  decodeText,
  parseDockerfile,
  parseYaml,
  resolveBuild,
} from '@plimsoll/engine/parsers';
import { formatTree } from '../ast/formatTree.ts';
import { formatYaml } from '../ast/formatYaml.ts';
import { GOOD, NOT_GOOD, UsageError } from '../exitCodes.ts';

/**
 * Prints the tree of one file, a Dockerfile unless its name tells otherwise; 1
 * when Docker would not build it, or a document of YAML cannot be read.
 */
export async function printAst(
  file: string,
  output: Writable,
): Promise<number> {
  const text = readText(file);
  if (YAML_NAME.test(file)) {
    const stream = parseYaml(text);
    output.write(formatYaml(file, stream));
    return stream.documents.some(({ error }) => error) ? NOT_GOOD : GOOD;
  }
  const dockerfile = parseDockerfile(text);
  const build = resolveBuild(dockerfile);
  output.write(formatTree(file, build));
  const isGood = !dockerfile.error && build.refusals.length === 0;
  return isGood ? GOOD : NOT_GOOD;
}

const YAML_NAME = /\.ya?ml$/i;

function readText(file: string): string {
  try {
    return decodeText(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read "${file}": ${reason}`);
  }
}
