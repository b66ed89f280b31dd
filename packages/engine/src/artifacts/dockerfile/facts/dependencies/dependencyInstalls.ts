// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  dependencyTool,
  type DependencyTool,
} from '../../../../data/packageManagers/dependencyTools.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { Stage } from '../../stages/stage.ts';
import {
  readCommandLine,
  type CommandLine,
  type CommandOption,
} from '../scripts/commandLine.ts';
import { remember } from '../remember.ts';
import { runCalls, type RunCall } from '../scripts/runCalls.ts';

/** A call of a tool that manages what a project depends on. */
export interface ToolCall extends CommandLine {
  readonly tool: DependencyTool;
  readonly run: RunCall;
  /** The words that tell what it does; one, unless the tool has goals. */
  readonly verbs: readonly string[];
  /** What stands behind the verb. */
  readonly operands: readonly ShellWord[];
  /** Where the project lies; undefined where a variable keeps it open. */
  readonly folder: string | undefined;
  /** `--only-dependencies` of Stack and Cabal. */
  readonly installsOnly: boolean;
  /** Program and verb. */
  readonly at: TextRange;
  /** The same as a reader would say it: `npm ci`. */
  readonly label: string;
}

/** A call that installs what the manifest of a project lists. */
export interface DependencyInstall extends ToolCall {
  /** Whether it compiles the project, too, as `mvn package` does. */
  readonly builds: boolean;
}

/** What the RUN instructions of a stage itself install for projects. */
export function dependencyInstalls(stage: Stage): readonly DependencyInstall[] {
  return remember(stage, readInstalls);
}

function readInstalls(stage: Stage): readonly DependencyInstall[] {
  return toolCalls(stage).flatMap(call => readInstall(call) ?? []);
}

function readInstall(call: ToolCall): DependencyInstall | undefined {
  const { tool, verbs, installsOnly } = call;
  const builds = !installsOnly && verbs.some(verb => tool.build.has(verb));
  const installs = installsOnly || verbs.some(verb => tool.install.has(verb));
  const isInstall = (builds || installs) && isOfProject(call);
  return isInstall ? { ...call, builds } : undefined;
}

const INSTALLS_ONLY =
  /^--(?:only-dependencies|dependencies-only|only-snapshot)$/;

/** The calls of such tools in a stage itself. */
export function toolCalls(stage: Stage): readonly ToolCall[] {
  return remember(stage, readToolCalls);
}

function readToolCalls(stage: Stage): ToolCall[] {
  const calls: ToolCall[] = [];
  for (const run of runCalls(stage)) {
    const tool = dependencyTool(run.program);
    const call = tool && readToolCall(run, tool);
    if (call) calls.push(call);
  }
  return calls;
}

function readToolCall(
  run: RunCall,
  tool: DependencyTool,
): ToolCall | undefined {
  const line = readCommandLine(
    run.args,
    tool.valueOptions,
    tool.hasLongOptions,
  );
  const isAlone = line.operands.length === 0;
  const onlyTells = line.options.some(
    ({ name }) => TELLS.has(name) || (isAlone && TELLS_ALONE.has(name)),
  );
  if (onlyTells) return undefined;
  const words = withoutDo(
    tool,
    line.operands.filter(
      ({ value, isDynamic }, index) =>
        !(index === 0 && (isDynamic || value.startsWith('+'))),
    ),
  );
  const { verbs, count } = tool.hasGoals
    ? { verbs: words.map(word => goalName(tool, word)), count: words.length }
    : readVerb(tool, words);
  const folder = projectFolder(run.folder, tool, line);
  const last = tool.hasGoals ? words[0] : words[count - 1];
  return {
    tool,
    run,
    verbs,
    options: line.options,
    operands: words.slice(count),
    folder,
    installsOnly: line.options.some(({ name }) => INSTALLS_ONLY.test(name)),
    at: { start: run.name.start, end: (last ?? run.name).end },
    label: [run.program, ...words.slice(0, tool.hasGoals ? 1 : count)]
      .map(word => (typeof word === 'string' ? word : word.value))
      .join(' '),
  };
}

const TELLS = new Set(['--version', '--help']);
const TELLS_ALONE = new Set(['-v', '-V', '-h', '-version']);

/** `mix do deps.get, compile` runs one task after the other. */
function withoutDo(
  { name }: DependencyTool,
  words: readonly ShellWord[],
): readonly ShellWord[] {
  if (name !== 'Mix' || words[0]?.value !== 'do') return words;
  return words
    .slice(1)
    .map(word => ({ ...word, value: word.value.replace(/,$/, '') }));
}

/** One word, or two (`mod download`); none where the tool needs none. */
function readVerb(
  tool: DependencyTool,
  [first, second]: readonly ShellWord[],
): { readonly verbs: string[]; readonly count: number } {
  if (first === undefined) return { verbs: [''], count: 0 };
  if (second) {
    const both = `${first.value} ${second.value}`;
    if (tool.install.has(both) || tool.build.has(both)) {
      return { verbs: [both], count: 2 };
    }
  }
  return { verbs: [first.value], count: 1 };
}

/** Tasks without their project, plugins of Maven by their short names. */
function goalName(tool: DependencyTool, { value }: ShellWord): string {
  const last = value.slice(value.lastIndexOf(':') + 1);
  if (tool.name === 'Gradle') return last;
  if (tool.name !== 'Maven') {
    return tool.build.has(value)
      ? value
      : value.slice(value.lastIndexOf('/') + 1);
  }
  if (/go-offline[^:]*:.*resolve-dependencies$/.test(value)) {
    return 'dependency:go-offline';
  }
  const plugin = /([\w-]+)-maven-plugin:|maven-([\w-]+)-plugin:/.exec(value);
  return plugin ? `${plugin[1] ?? plugin[2]}:${last}` : value;
}

function projectFolder(
  folder: string | undefined,
  { folderOptions }: DependencyTool,
  { options, operands }: CommandLine,
): string | undefined {
  const option = options.findLast(({ name }) => folderOptions.has(name));
  const project = operands.find(word => PROJECT.test(word.value));
  const value = option?.value ?? project?.value;
  if (value === undefined) return folder;
  if (/[$`]/.test(value)) return undefined;
  // Some name the manifest: `mvn -f app/pom.xml`.
  const path = MANIFEST.test(value)
    ? value.slice(0, Math.max(value.lastIndexOf('/'), 0)) || '.'
    : value;
  if (path.startsWith('/')) return joinPaths('/', path);
  return folder === undefined ? undefined : joinPaths(folder, path);
}

/** `dotnet restore api/Api.csproj`. */
const PROJECT = /\.(?:(?:cs|fs|vb)proj|slnx?)$/;
const MANIFEST =
  /\.(?:xml|toml|kts?|gradle|(?:cs|fs|vb)proj|slnx?)$|(?:^|\/)Gemfile$/;

/** Whether a manifest tells what to install, and not the words behind it. */
function isOfProject({ tool, verbs, options, operands }: ToolCall): boolean {
  const [verb] = verbs;
  const has = (pattern: RegExp) =>
    options.some(({ name }) => pattern.test(name));
  switch (tool.name) {
    case 'npm':
    case 'pnpm':
    case 'bun':
    case 'yarn':
      if (has(/^(?:-g|--global|--location)$/)) return false;
      return verb === 'deploy' || verb === 'workspaces focus'
        ? true
        : operands.every(({ value }) => /^(?:true|false|\.)$/.test(value));
    case 'pip':
      return namesProject(options, operands);
    case 'uv':
      return verb === 'sync' || namesProject(options, operands);
    case 'conda':
      return verb!.startsWith('env ') || has(/^--file$/);
    case 'Go':
      return verb === 'get'
        ? operands.every(({ value }) => value.startsWith('.'))
        : !operands.some(({ value }) => REMOTE_PACKAGE.test(value));
    case 'Cargo':
      return verb !== 'install' || has(/^--path$/);
    default:
      return true;
  }
}

/** `-r requirements.txt`, `.`, `-e .`, `.[extra]`. */
function namesProject(
  options: readonly CommandOption[],
  operands: readonly ShellWord[],
): boolean {
  return (
    options.some(({ name }) => REQUIREMENTS.test(name)) ||
    operands.some(({ value }) => /^\.{1,2}(?:\/|\[|$)/.test(value))
  );
}

const REQUIREMENTS = /^(?:-r|--requirements?|-e|--editable|--group)$/;

/** `golang.org/x/tools/cmd/stringer@latest`, also without a version. */
const REMOTE_PACKAGE = /^[\w-]+(?:\.[\w-]+)+\/|@/;
