// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { registryLogin } from '../../../../data/registryLogins.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type {
  ShellCommand,
  ShellScript,
} from '../../../../syntax/shell/shellScript.ts';
import type { Step } from '../../stages/stage.ts';

/** A mounted secret that a step writes down; the range is what does it. */
export interface WrittenSecret extends TextRange {
  /** The file, as the script names it. */
  readonly path: string;
}

/**
 * Finds where a step puts a mounted secret into a file of the image, so that
 * its layer keeps it. What the same step removes again does not count.
 */
export function writtenSecrets(step: Step): readonly WrittenSecret[] {
  if (step.mounts.length === 0) return NOTHING;
  const traces = tracesOf(step);
  if (traces.length === 0) return NOTHING;
  const calls = new Map(step.calls.map(call => [call.command, call]));
  const written: WrittenSecret[] = [];
  let isPiped = false;
  for (const command of commandsOf(step)) {
    followAssignments(command, traces);
    const call = calls.get(command);
    if (!call) continue;
    const isGiven = mentions(textOf(call), traces);
    const isPipedOn: boolean = isPiped && command.operator === '|';
    isPiped = PRINTING.has(call.program) && (isGiven || isPipedOn);
    if (isPiped) written.push(...redirected(command), ...teed(call));
    if (isGiven) written.push(...copied(call, traces), ...stored(call));
  }
  return written.filter(({ path }) => staysInLayer(path, step));
}

const NOTHING: readonly WrittenSecret[] = [];

/** What stands for a secret in a script: `/run/secrets/id`, `$NAME`. */
type Traces = RegExp[];

function tracesOf({ mounts }: Step): Traces {
  return mounts
    .filter(({ type }) => type === 'secret')
    .flatMap(({ id, source, target, env }) => {
      const name = id || source.slice(source.lastIndexOf('/') + 1);
      const isFile = target !== '' || env === undefined;
      const file = target || `/run/secrets/${name}`;
      return [
        ...(isFile ? [new RegExp(`${escape(file)}(?![\\w.-])`)] : []),
        ...(env === undefined ? [] : [variable(env)]),
      ];
    });
}

function variable(name: string): RegExp {
  return new RegExp(`\\$\\{?${escape(name)}(?!\\w)`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function mentions(text: string, traces: Traces): boolean {
  return traces.some(trace => trace.test(text));
}

/** All commands, those of scripts in a script behind it. */
function commandsOf({ script, calls }: Step): ShellCommand[] {
  const scripts = new Set<ShellScript>(calls.map(call => call.script));
  if (script && 'commands' in script) scripts.add(script);
  return [...scripts].flatMap(one => one.commands);
}

/** `TOKEN=$(cat /run/secrets/token)` makes another name for it. */
function followAssignments(command: ShellCommand, traces: Traces): void {
  for (const { name, value } of command.assignments) {
    if (mentions(value.value, traces)) traces.push(variable(name));
  }
  if (!/^(?:export|local|declare|readonly)$/.test(command.name?.value ?? '')) {
    return;
  }
  for (const { value } of command.args) {
    const name = /^\w+(?==)/.exec(value)?.[0];
    if (name !== undefined && mentions(value, traces)) {
      traces.push(variable(name));
    }
  }
}

function textOf({ args }: ProgramCall): string {
  return args.map(({ value }) => value).join(' ');
}

/** Programs whose output is what they are given. */
const PRINTING = new Set(
  'cat echo printf base64 sed envsubst tr jq head tail awk cut grep tee'.split(
    ' ',
  ),
);

function redirected({ redirects }: ShellCommand): WrittenSecret[] {
  return redirects.flatMap(({ operator, target, start, end }) =>
    /^(?:>|>>|>\||&>)$/.test(operator) && target
      ? [{ path: target.value, start, end }]
      : [],
  );
}

function teed({ program, args }: ProgramCall): WrittenSecret[] {
  if (program !== 'tee') return [];
  return args
    .filter(({ value }) => !value.startsWith('-'))
    .map(({ value, start, end }) => ({ path: value, start, end }));
}

function copied(
  { program, args, start, end }: ProgramCall,
  traces: Traces,
): WrittenSecret[] {
  if (!/^(?:cp|mv|install)$/.test(program)) return [];
  const path = args.at(-1)?.value ?? '';
  return mentions(path, traces) ? [] : [{ path, start, end }];
}

/** What a program keeps in its own settings. */
function stored(call: ProgramCall): WrittenSecret[] {
  const { program, start, end } = call;
  const login = registryLogin(program);
  return login?.words.test(textOf(call))
    ? [{ path: login.file, start, end }]
    : [];
}

function staysInLayer(path: string, step: Step): boolean {
  if (/^(?:\/dev\/|\/proc\/|&)/.test(path)) return false;
  const isMounted = step.mounts.some(
    ({ target }) =>
      target !== '' && (path === target || path.startsWith(`${target}/`)),
  );
  return !isMounted && !isRemoved(path, step);
}

/** Whether a command removes the file, or the folder around it. */
function isRemoved(path: string, { calls }: Step): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return calls.some(call => {
    const text = textOf(call);
    if (/^(?:rm|shred|unlink|trap)$/.test(call.program)) {
      return (
        text.includes(name) ||
        call.args.some(({ value }) => path.startsWith(`${value}/`))
      );
    }
    return /\bconfig\b.*\b(?:delete|rm|--unset|unset)\b/.test(text);
  });
}
