// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  buildProgram,
  isBuildScript,
  isBuildTarget,
  type BuildFamily,
} from '../../../../data/packageManagers/buildPrograms.ts';
import type { Ecosystem } from '../../../../data/packageManagers/dependencyTools.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Stage } from '../../stages/stage.ts';
import { readCommandLine } from '../scripts/commandLine.ts';
import {
  toolCalls,
  type ToolCall,
} from '../dependencies/dependencyInstalls.ts';
import {
  launchedProgram,
  type LaunchedProgram,
} from '../scripts/launchedProgram.ts';
import { remember } from '../remember.ts';
import { runCalls, type RunCall } from '../scripts/runCalls.ts';

/** A call that compiles or bundles a program. */
export interface BuildCommand {
  readonly run: RunCall;
  readonly family: BuildFamily;
  readonly at: TextRange;
  /** As a reader would say it: `npm run build`. */
  readonly label: string;
}

/** What the RUN instructions of a stage itself build, in order. */
export function buildCommands(stage: Stage): readonly BuildCommand[] {
  return remember(stage, readCommands);
}

function readCommands(stage: Stage): BuildCommand[] {
  const found = toolCalls(stage).flatMap(readToolBuild);
  for (const run of runCalls(stage)) found.push(...readProgram(run, run));
  return found.sort((a, b) => a.at.start - b.at.start);
}

const NONE: readonly BuildCommand[] = [];

/** `go build`, `mvn package`, and what npm and its like run. */
function readToolBuild(call: ToolCall): readonly BuildCommand[] {
  const { tool, verbs, run } = call;
  const goal = verbs.find(verb => tool.build.has(verb));
  if (goal !== undefined && !call.installsOnly) {
    const family = FAMILIES[tool.ecosystem];
    if (!tool.hasGoals)
      return [{ run, family, at: call.at, label: call.label }];
    const word = run.args.find(({ value }) => value.endsWith(goal));
    const end = word?.end ?? call.at.end;
    const label = `${run.program} ${goal}`;
    return [{ run, family, at: { start: call.at.start, end }, label }];
  }
  return tool.ecosystem === 'node' ? readScript(call) : [];
}

const FAMILIES: Readonly<Record<Ecosystem, BuildFamily>> = {
  node: 'node',
  python: 'python',
  go: 'go',
  rust: 'rust',
  java: 'java',
  dotnet: 'dotnet',
  ruby: 'other',
  php: 'other',
  elixir: 'other',
  haskell: 'other',
  swift: 'other',
  dart: 'other',
  conda: 'other',
};

/** `npm run build`, `yarn build`, `pnpm tsc`, `yarn workspace app build`. */
function readScript({
  run,
  tool,
  verbs,
  operands,
}: ToolCall): readonly BuildCommand[] {
  const [verb = ''] = verbs;
  const runsScript = SCRIPT_VERBS.has(verb);
  const first = runsScript
    ? operands.slice(0, 3).find(({ value }) => isBuildScript(value))
    : undefined;
  const verbWord = run.args.find(({ value }) => value === verb);
  if (first) return [command(run, first, 'node')];
  if (runsScript || tool.name === 'npm' || verbWord === undefined) return [];
  if (isBuildScript(verb)) return [command(run, verbWord, 'node')];
  // Any other word is a program of the project.
  const rest = run.args.slice(run.args.indexOf(verbWord) + 1);
  return readProgram(run, launchedProgram(verbWord, rest));
}

const SCRIPT_VERBS = new Set(
  'run run-script rum urn workspace workspaces recursive'.split(' '),
);

function readProgram(
  run: RunCall,
  launched: LaunchedProgram,
): readonly BuildCommand[] {
  const { program, args, name } = launched;
  const found = buildProgram(program);
  const isMake = program === 'make' || program === 'gmake';
  const isPython = program === 'python';
  if (!(found || isMake || isPython) || onlyTells(args)) return NONE;
  if (isMake) return readMake(run, launched);
  if (!found) return readPython(run, args);
  if (!found.verbs) return [command(run, name, found.family)];
  const { verbs, family } = found;
  const { operands, options } = readCommandLine(args, TARGET_OPTIONS);
  const verb = operands
    .slice(0, 3)
    .find(({ value }) => verbs.has(value.slice(value.lastIndexOf(':') + 1)));
  if (verb) return [command(run, verb, family)];
  const option = options.find(({ value }) => verbs.has(value ?? ''));
  return option ? [command(run, option.at, family)] : [];
}

/** Of `nx run-many`. */
const TARGET_OPTIONS = new Set(['-t', '--target', '--targets']);

/** Whether it only shows a version or a help text, or checks. */
function onlyTells(args: readonly ShellWord[]): boolean {
  return args.some(
    ({ value }, index) =>
      TELLS.test(value) || (index === 0 && /^-[vVh]$/.test(value)),
  );
}

const TELLS =
  /^(?:--?version|--?help|-dumpmachine|-dumpversion|--?print-.*|--noEmit|--init|-E)$/;

/** Without a target, or with one whose name tells that it compiles. */
function readMake(run: RunCall, { args, name }: LaunchedProgram) {
  const { operands } = readCommandLine(args, MAKE_OPTIONS);
  const targets = operands.filter(
    ({ value, isDynamic }) => !isDynamic && !/^\d+$|=/.test(value),
  );
  const target = targets.find(({ value }) => isBuildTarget(value));
  const builds = targets.length === 0 || target;
  return builds ? [command(run, target ?? name, 'native')] : [];
}

const MAKE_OPTIONS = new Set(
  '-C --directory -f --file --makefile -I --include-dir -o -W'.split(' '),
);

/** `python setup.py build_ext`, `python -m build`. */
function readPython(run: RunCall, args: readonly ShellWord[]): BuildCommand[] {
  const script = args.findIndex(({ value }) =>
    /(?:^|\/)setup\.py$/.test(value),
  );
  if (script < 0) return [];
  const verb = args
    .slice(script + 1)
    .find(({ value }) => /^(?:build|build_ext|bdist|bdist_wheel)$/.test(value));
  return verb ? [command(run, verb, 'python')] : [];
}

function command(
  run: RunCall,
  last: ShellWord,
  family: BuildFamily,
): BuildCommand {
  const { name, args } = run;
  const words = [name, ...args].filter(({ end }) => end <= last.end);
  const label = words.map(({ value }) => value).join(' ');
  return { run, family, at: { start: name.start, end: last.end }, label };
}
