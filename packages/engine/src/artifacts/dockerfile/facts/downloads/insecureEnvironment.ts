// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { isTlsVariable } from '../../../../data/tools/tlsSwitches.ts';
import type { Instruction } from '../../dockerfile.ts';
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
  let kept: ImageVariables | undefined;
  for (const { steps, isReachable } of build.stages) {
    if (!isReachable) continue;
    for (const step of steps) {
      for (const { name, value, missing, ...range } of variablesOf(step)) {
        if (isInsecureVariable(name, value)) {
          kept ??= imageVariables(build);
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

/** What has set each variable that the containers have. */
type ImageVariables = ReadonlyMap<string, Instruction | undefined>;

function imageVariables({ target }: DockerfileBuild): ImageVariables {
  const variables = target?.state.variables.imageEnvironment() ?? [];
  return new Map(variables.map(({ name, instruction }) => [name, instruction]));
}

interface SetVariable extends TextRange {
  readonly name: string;
  readonly value: string;
  readonly missing: readonly string[];
}

/** The variables about certificates that a step sets. */
function variablesOf(step: Step): readonly SetVariable[] {
  switch (step.instruction.keyword) {
    case 'arg':
      return declaredVariables(step);
    case 'env':
      return environmentVariables(step);
    default:
      return NONE;
  }
}

const NONE: readonly SetVariable[] = [];

function declaredVariables({ instruction, args }: Step): SetVariable[] {
  const found: SetVariable[] = [];
  for (let index = 0; index < args.length; index++) {
    const { value: text, missing } = args[index]!;
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(equals, 0));
    if (!isTlsVariable(name)) continue;
    const { start, end } = instruction.args[index]!;
    found.push({ name, value: text.slice(equals + 1), missing, start, end });
  }
  return found;
}

function environmentVariables({ instruction, args }: Step): SetVariable[] {
  const found: SetVariable[] = [];
  for (let index = 0; index + 1 < args.length; index += 3) {
    const { value: name } = args[index]!;
    if (!isTlsVariable(name)) continue;
    const { start } = instruction.args[index]!;
    const { end } = instruction.args[index + 1]!;
    found.push({ name, ...args[index + 1]!, start, end });
  }
  return found;
}

/** Whether some value of a variable would make programs verify nothing. */
function mayBeInsecure(name: string): boolean {
  return PROBES.some(value => isInsecureVariable(name, value));
}

const PROBES = ['0', '1', 'false', 'example.com'];
