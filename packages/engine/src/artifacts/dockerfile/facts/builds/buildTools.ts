// SPDX-License-Identifier: Apache-2.0
import {
  buildToolPackage,
  isNodeBuildTool,
  type BuildToolPackage,
} from '../../../../data/packageManagers/buildToolPackages.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import {
  toolCalls,
  type ToolCall,
} from '../dependencies/dependencyInstalls.ts';
import {
  isRemovedAgain,
  packageInstalls,
  packageName,
  type PackageInstall,
} from '../packages/packageInstalls.ts';
import { PackageRemovals } from '../packages/packageRemovals.ts';
import { remember } from '../remember.ts';
import { stageChain } from '../stages/stageChain.ts';
import { StageVariables } from '../stages/stageVariables.ts';

/** A package that a build needs, where a stage installs it. */
export interface BuildTool extends BuildToolPackage {
  readonly name: string;
  /** The word that names it, or the variable that holds its name. */
  readonly at: ShellWord;
  readonly step: Step;
  readonly call: ProgramCall;
  /** Whether the same step removes it. */
  readonly isRemoved: boolean;
}

/** A build tool that stays in a layer of the image. */
export interface KeptBuildTool extends BuildTool {
  /** Whether a later step removes it, from its own layer only. */
  readonly isHiddenLater: boolean;
}

/** The build tools in the layers of a stage, those of its chain included. */
export function keptBuildTools(target: Stage): KeptBuildTool[] {
  const stages = stageChain(target);
  const kept = stages.flatMap(buildTools).filter(tool => !tool.isRemoved);
  if (kept.length === 0) return [];
  const order = new Map<Step, number>();
  const lastRemoval = new Map<string, number>();
  for (const step of stages.flatMap(({ steps }) => steps)) {
    order.set(step, order.size);
    if (step.instruction.keyword !== 'run') continue;
    for (const name of PackageRemovals.of(step).names) {
      lastRemoval.set(name, order.size);
    }
  }
  return kept.map(tool => {
    const removal = lastRemoval.get(tool.name) ?? -1;
    const isHiddenLater = removal > order.get(tool.step)! + 1;
    return { ...tool, isHiddenLater };
  });
}

/** The build tools that the steps of a stage itself install. */
export function buildTools(stage: Stage): readonly BuildTool[] {
  return remember(stage, readTools);
}

function readTools(stage: Stage): readonly BuildTool[] {
  const tools: BuildTool[] = [];
  stage.steps.forEach((step, index) => {
    for (const install of packageInstalls(step)) {
      for (const at of install.packages) {
        for (const value of valuesOf(stage, index, at)) {
          const tool = readTool(install, at, packageName({ value }));
          if (tool) tools.push(tool);
        }
      }
    }
  });
  tools.push(...nodeTools(toolCalls(stage)));
  return tools;
}

function readTool(
  install: PackageInstall,
  at: ShellWord,
  name: string,
): BuildTool | undefined {
  const found = buildToolPackage(name);
  if (!found) return undefined;
  const { kind, family } = found;
  const { step, call } = install;
  const isRemoved =
    isRemovedAgain(install, name) ||
    (at.value !== name && isRemovedAgain(install, at.value));
  return { kind, family, name, at, step, call, isRemoved };
}

/** A word by itself, or the words of a variable that ENV or ARG has set. */
function valuesOf(
  stage: Stage,
  index: number,
  { value }: ShellWord,
): readonly string[] {
  const name = value.startsWith('$') && /^\$\{?(\w+)\}?$/.exec(value)?.[1];
  const known = name
    ? StageVariables.of(stage).valueBefore(name, index)
    : undefined;
  return known && known.missing.length === 0
    ? known.value.split(/\s+/).filter(Boolean)
    : [value];
}

/** `npm install -g node-gyp`. */
function nodeTools(calls: readonly ToolCall[]): readonly BuildTool[] {
  const installs = calls.filter(isGlobalInstall);
  if (installs.length === 0) return [];
  /** Offsets of the last removal of a name in a step. */
  const removals = new Map<Step, Map<string, number>>();
  for (const { tool, verbs, operands, run } of calls) {
    if (tool.ecosystem !== 'node' || !UNINSTALL.test(verbs[0] ?? '')) continue;
    const names = removals.get(run.step) ?? new Map<string, number>();
    removals.set(run.step, names);
    for (const { value } of operands) names.set(value, run.call.start);
  }
  return installs.flatMap(({ operands, run }) => {
    const { step, call } = run;
    const names = removals.get(step);
    return operands.flatMap((at): BuildTool[] => {
      const name = at.value.replace(/(?<=.)@.*$/, '');
      if (!isNodeBuildTool(name)) return [];
      const isRemoved = (names?.get(name) ?? -1) > call.start;
      const kind = 'buildSystem';
      return [{ kind, family: 'node', name, at, step, call, isRemoved }];
    });
  });
}

const UNINSTALL = /^(?:uninstall|un|remove|rm|unlink)$/;

function isGlobalInstall({ tool, verbs, options }: ToolCall): boolean {
  if (tool.ecosystem !== 'node') return false;
  const [verb = ''] = verbs;
  const isGlobal = options.some(
    ({ name }) => name === '-g' || name === '--global',
  );
  return verb === 'global' || (isGlobal && tool.install.has(verb));
}
