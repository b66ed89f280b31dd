// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { DockerfileBuild, Step } from '../../stages/stage.ts';
import { isInsecureVariable } from './insecureTransport.ts';

/** A variable of ENV or ARG that programs take for "verify nothing". */
export interface InsecureVariable extends TextRange {
  readonly name: string;
  readonly value: string;
  /** Whether the containers of the image have it, too. */
  readonly isInImage: boolean;
}

/** What ENV and ARG say about certificates, and what they leave open. */
export interface InsecureEnvironment {
  readonly insecure: readonly InsecureVariable[];
  /** Variables whose value decides, and that the file does not tell. */
  readonly open: readonly string[];
}

/** Reads ENV and ARG of all stages that the target needs. */
export function insecureEnvironment(
  build: DockerfileBuild,
): InsecureEnvironment {
  const insecure: InsecureVariable[] = [];
  const open: string[] = [];
  const kept = new Map(
    build.target?.state.variables
      .imageEnvironment()
      .map(({ name, instruction }) => [name, instruction]),
  );
  for (const { steps, isReachable } of build.stages) {
    for (const step of isReachable ? steps : []) {
      for (const { name, value, missing, ...range } of variablesOf(step)) {
        if (isInsecureVariable(name, value)) {
          const isInImage = kept.get(name) === step.instruction;
          insecure.push({ name, value, isInImage, ...range });
        } else if (missing.length > 0 && mayBeInsecure(name)) {
          open.push(...missing);
        }
      }
    }
  }
  return { insecure, open };
}

interface SetVariable extends TextRange {
  readonly name: string;
  readonly value: string;
  readonly missing: readonly string[];
}

function variablesOf({ instruction, args }: Step): SetVariable[] {
  const words = instruction.args;
  if (instruction.keyword === 'arg') {
    return args.flatMap(({ value: text, missing }, index) => {
      const equals = text.indexOf('=');
      const { start, end } = words[index]!;
      const name = text.slice(0, Math.max(equals, 0));
      const value = text.slice(equals + 1);
      return equals < 0 ? [] : [{ name, value, missing, start, end }];
    });
  }
  if (instruction.keyword !== 'env') return [];
  const variables: SetVariable[] = [];
  for (let index = 0; index + 1 < args.length; index += 3) {
    const { start } = words[index]!;
    const { end } = words[index + 1]!;
    const { value: name } = args[index]!;
    variables.push({ name, ...args[index + 1]!, start, end });
  }
  return variables;
}

/** Whether some value of a variable would make programs verify nothing. */
function mayBeInsecure(name: string): boolean {
  return PROBES.some(value => isInsecureVariable(name, value));
}

const PROBES = ['0', '1', 'false', 'example.com'];
