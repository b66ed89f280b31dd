// SPDX-License-Identifier: Apache-2.0
import type { BuildFamily } from '../../../../data/packageManagers/buildPrograms.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { baseImage } from '../base/baseImage.ts';
import { buildCommands, type BuildCommand } from './buildCommands.ts';
import { buildTools, type BuildTool } from './buildTools.ts';
import {
  toolCalls,
  type ToolCall,
} from '../dependencies/dependencyInstalls.ts';
import { stageChain } from '../stages/stageChain.ts';

/** A build whose tools and sources stay in the image. */
export interface ImageBuild extends BuildCommand {
  /** The stage of the chain that runs it. */
  readonly stage: Stage;
  /** The compiler of a package that is built while it is installed. */
  readonly compiler: string | undefined;
}

/**
 * What the stages of a chain build into the image that they make: commands that
 * compile, and installs of packages beside a compiler that stays. A step that
 * installs its compiler and removes it again leaves nothing behind.
 */
export function imageBuilds(target: Stage): readonly ImageBuild[] {
  const stages = stageChain(target);
  const tools = stages.flatMap(buildTools);
  let cleaned: ReturnType<typeof cleanedSteps> | undefined;
  const builds: ImageBuild[] = [];
  for (const stage of stages) {
    for (const command of buildCommands(stage)) {
      cleaned ??= cleanedSteps(target, tools);
      if (cleaned.get(command.run.step)?.has(command.family)) continue;
      builds.push({ ...command, stage, compiler: undefined });
    }
    builds.push(...nativeInstalls(stage, tools));
  }
  return builds;
}

/** The families whose tools a step brings along and takes away. */
function cleanedSteps(
  target: Stage,
  tools: readonly BuildTool[],
): Map<Step, Set<BuildFamily>> {
  const cleaned = new Map<Step, Set<BuildFamily>>();
  if (!tools.some(({ isRemoved }) => isRemoved)) return cleaned;
  const kept = new Set(
    tools.filter(isTool).flatMap(tool => (tool.isRemoved ? [] : tool.family)),
  );
  const base = baseImage(target);
  if (base.kind === 'known' && base.facts.programs.has('gcc')) {
    kept.add('native');
  }
  for (const tool of tools.filter(isTool)) {
    const { step, family, isRemoved } = tool;
    if (!isRemoved || kept.has(family)) continue;
    const families = cleaned.get(step);
    if (families) families.add(family);
    else cleaned.set(step, new Set([family]));
  }
  return cleaned;
}

function isTool({ kind }: BuildTool): boolean {
  return kind === 'compiler' || kind === 'buildSystem';
}

/** `pip install` and its like, behind a compiler that the image keeps. */
function nativeInstalls(
  stage: Stage,
  tools: readonly BuildTool[],
): ImageBuild[] {
  const compiler = tools.find(
    ({ kind, family, isRemoved }) =>
      kind === 'compiler' && family === 'native' && !isRemoved,
  );
  if (!compiler) return [];
  const { name, call } = compiler;
  const found = toolCalls(stage).find(
    install => install.run.call.start > call.start && mayCompile(install),
  );
  if (!found) return [];
  const { run, at, label } = found;
  return [{ run, family: 'native', at, label, stage, compiler: name }];
}

/** Whether it installs packages, and not only the tools that install them. */
function mayCompile({ tool, verbs, options, operands }: ToolCall): boolean {
  return (
    NATIVE_ECOSYSTEMS.has(tool.ecosystem) &&
    verbs.some(verb => tool.install.has(verb)) &&
    !options.some(({ name }) => name === '-g' || name === '--global') &&
    !(
      operands.length > 0 &&
      operands.every(isInstaller) &&
      !options.some(({ name }) => name === '-r' || name === '--requirement')
    )
  );
}

function isInstaller({ value }: ShellWord): boolean {
  const name = value.replace(/(?<=.)(?:[@=<>~![].*)?$/, '');
  return INSTALLERS.has(name) || name.endsWith('.whl');
}

const NATIVE_ECOSYSTEMS = new Set(['python', 'node', 'ruby']);

/** Packages of Python without anything to compile, which bring others. */
const INSTALLERS = new Set(
  'pip setuptools wheel uv poetry pipenv pdm hatch virtualenv build pip-tools pipx setuptools_scm setuptools-scm'.split(
    ' ',
  ),
);
