// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  registryLogin,
  REPOSITORY_CLIENTS,
} from '../../../../data/registryLogins.ts';
import { nameSignal } from '../../../../secrets/secretName.ts';
import type { ShellScript } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { runCalls, runCallsOf, type RunCall } from '../scripts/runCalls.ts';
import { chainSteps } from '../stages/stageChain.ts';

/** A command of a RUN that needs a credential; the range is what shows it. */
export interface PrivateAccess extends TextRange {
  /** `a credential in a URL`. */
  readonly label: string;
  /** Whether the step mounts a secret or the agent of SSH. */
  readonly isMounted: boolean;
}

/**
 * Finds the commands of a stage that log in somewhere with what the build was
 * given: SSH, or a variable that the script itself does not set.
 */
export function privateAccesses(stage: Stage): readonly PrivateAccess[] {
  const modules = goModules(stage);
  const found: PrivateAccess[] = [];
  for (const call of runCalls(stage)) {
    const access =
      accessOf(call) ??
      mavenAccess(call, stage) ??
      (call === modules ? goAccess(call) : undefined);
    if (!access) continue;
    const { label, start, end } = access;
    found.push({ label, start, end, isMounted: mountsSecret(call.step) });
  }
  return found;
}

/** Whether a step mounts a secret or the agent of SSH. */
export function mountsSecret({ mounts }: Step): boolean {
  return mounts.some(({ type }) => type === 'secret' || type === 'ssh');
}

type Access = TextRange & { readonly label: string };

function accessOf({ program, args, call }: RunCall): Access | undefined {
  // A setting about SSH addresses uses none.
  const usesSsh =
    REPOSITORY_CLIENTS.has(program) &&
    !args.some(({ value }) => value === 'config');
  for (const { value, start, end } of args) {
    const label =
      usesSsh && SSH.test(value) ? 'SSH' : labelOf(value, call.script);
    if (label !== undefined) return { label, start, end };
  }
  const login = registryLogin(program);
  if (!login) return undefined;
  const words = args.map(({ value }) => value).join(' ');
  if (!login.words.test(words) || !usesGivenVariable(words, call.script)) {
    return undefined;
  }
  return { label: login.label, start: call.start, end: call.end };
}

function labelOf(value: string, script: ShellScript): string | undefined {
  if (!value.includes('$') || !value.includes(':')) return undefined;
  if (NPMRC.test(value) && usesGivenVariable(value, script)) {
    return 'a token for npm';
  }
  const [, header] = HEADER.exec(value) ?? [];
  if (header !== undefined && usesGivenVariable(value, script)) {
    return `a credential in the header "${header}"`;
  }
  const userinfo = USERINFO.exec(value)?.[1];
  const isLogin = userinfo !== undefined && isCredential(userinfo);
  return isLogin && usesGivenVariable(userinfo, script)
    ? 'a credential in a URL'
    : undefined;
}

const SSH = /^(?:git\+)?ssh:\/\/|^[\w.-]+@[\w.-]+:(?!\/\/)/;
const NPMRC = /:_(?:authToken|auth|password)\s*=/;
const HEADER =
  /^(?:--?[a-z]+=)?(Authorization|Private-Token|Job-Token|Deploy-Token|X-JFrog-Art-Api|X-Api-Key):.*\$/i;
const USERINFO = /:\/\/([^/@\s]{1,200})@/;

/** `user:$SECRET`, or `$SECRET` alone where its name says so. */
function isCredential(userinfo: string): boolean {
  const colon = userinfo.replace(/\$\{[^}]*\}/g, blank).indexOf(':');
  if (colon >= 0) return userinfo.slice(colon).includes('$');
  return namesIn(userinfo).some(name => nameSignal(name) !== undefined);
}

function blank(text: string): string {
  return '_'.repeat(text.length);
}

/** Whether a variable stands in a text that the script itself does not set. */
function usesGivenVariable(text: string, script: ShellScript): boolean {
  if (!text.includes('$')) return false;
  const own = remember(script, ownVariables);
  return namesIn(text).some(name => !own.has(name));
}

/** The variables that a script sets by itself. */
function ownVariables({ commands }: ShellScript): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { assignments, name, args } of commands) {
    for (const assignment of assignments) own.add(assignment.name);
    if (name?.value === 'read') for (const { value } of args) own.add(value);
    if (name?.value !== 'export') continue;
    for (const { value } of args) own.add(value.split('=', 1)[0]!);
  }
  return own;
}

function namesIn(text: string): string[] {
  // `$$` is the number of the process, or a part of a password.
  const plain = text.replace(/\$\$/g, '__');
  return [...plain.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(match => match[1]!);
}

/** Settings with a login; those in a Maven image only name a folder. */
function mavenAccess(
  { program, args, step }: RunCall,
  stage: Stage,
): Access | undefined {
  if (program !== 'mvn' && program !== 'mvnw') return undefined;
  const option = args.findIndex(({ value }) =>
    /^(?:-g?s|--(?:global-)?settings)$/.test(value),
  );
  const file = args[option + 1];
  if (option < 0 || !file || file.value.startsWith('/usr/share/maven')) {
    return undefined;
  }
  const isGivenLogin = chainSteps(stage)
    .slice(0, chainSteps(stage).indexOf(step))
    .some(
      ({ instruction }) =>
        /^(?:arg|env)$/.test(instruction.keyword) &&
        instruction.args.some(({ value }) => {
          const signal = nameSignal(value.split('=')[0]!);
          return signal === 'password' || signal === 'secret';
        }),
    );
  if (!isGivenLogin && !mountsSecret(step)) return undefined;
  const { start, end } = file;
  return { label: 'the settings of Maven', start, end };
}

/**
 * The first command that fetches Go modules where GOPRIVATE names private ones
 * and no step of the stage mounts anything.
 */
function goModules(stage: Stage): RunCall | undefined {
  const isPrivate =
    (stage.state.variables.get('GOPRIVATE')?.value ?? '') !== '';
  if (!isPrivate) return undefined;
  const fetching = runCallsOf(stage, GO).filter(
    ({ args }) =>
      /^(?:mod (?:download|tidy|vendor)|get|install|build|test)\b/.test(
        args.map(({ value }) => value).join(' '),
      ) && !args.some(({ value }) => value === '-mod=vendor'),
  );
  const mounting = fetching.find(({ step }) => mountsSecret(step));
  return mounting ?? fetching[0];
}

const GO = new Set(['go']);

function goAccess({ call: { start, end } }: RunCall): Access {
  return { label: 'what GOPRIVATE names', start, end };
}
