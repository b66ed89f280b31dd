// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  REGISTRY_LOGINS,
  REPOSITORY_CLIENTS,
} from '../../../../data/registryLogins.ts';
import { nameSignal } from '../../../../secrets/secretName.ts';
import type { ShellScript } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { runCalls, type RunCall } from '../scripts/runCalls.ts';
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
export function privateAccesses(stage: Stage): PrivateAccess[] {
  const modules = goModules(stage);
  return runCalls(stage).flatMap(call => {
    const found = accessOf(call) ?? mavenAccess(call, stage);
    const access = found ?? (call === modules ? goAccess(call) : undefined);
    if (!access) return [];
    const { label, start, end } = access;
    return [{ label, start, end, isMounted: mountsSecret(call.step) }];
  });
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
  const words = args.map(({ value }) => value).join(' ');
  const login = REGISTRY_LOGINS.find(
    one => one.program === program && one.words.test(words),
  );
  if (!login || !usesGivenVariable(words, call.script)) return undefined;
  return { label: login.label, start: call.start, end: call.end };
}

function labelOf(value: string, script: ShellScript): string | undefined {
  if (!value.includes('$')) return undefined;
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
  const own = new Set(
    script.commands.flatMap(({ assignments, name, args }) => [
      ...assignments.map(one => one.name),
      ...(name?.value === 'read' ? args.map(({ value }) => value) : []),
      ...(name?.value === 'export'
        ? args.map(({ value }) => value.split('=')[0]!)
        : []),
    ]),
  );
  return namesIn(text).some(name => !own.has(name));
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
  const fetching = runCalls(stage).filter(
    ({ program, args }) =>
      program === 'go' &&
      /^(?:mod (?:download|tidy|vendor)|get|install|build|test)\b/.test(
        args.map(({ value }) => value).join(' '),
      ) &&
      !args.some(({ value }) => value === '-mod=vendor'),
  );
  const mounting = fetching.find(({ step }) => mountsSecret(step));
  return mounting ?? fetching[0];
}

function goAccess({ call: { start, end } }: RunCall): Access {
  return { label: 'what GOPRIVATE names', start, end };
}
