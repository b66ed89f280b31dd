// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  bringsSshServer,
  SSH_SERVER_PROGRAMS,
  SSH_SERVICES,
} from '../../../../data/tools/programPackages.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import { parseExposedPort } from '../../stages/exposedPort.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { baseImage } from '../base/baseImage.ts';
import {
  isRemovedAgain,
  packageInstalls,
  packageName,
} from '../packages/packageInstalls.ts';
import { chainSteps } from '../stages/stageChain.ts';

/** A sign that an image has an SSH server. */
export interface SshServerSign extends TextRange {
  readonly kind: 'port' | 'package' | 'start';
  /** The ports, the package, or the command, as written. */
  readonly text: string;
}

/** The signs of an SSH server in a stage, and the variables that hide others. */
export function sshServerSigns(stage: Stage): {
  readonly signs: readonly SshServerSign[];
  readonly open: readonly string[];
} {
  const { cmd, entrypoint, variables } = stage.state;
  const launching = new Set([cmd?.value.step, entrypoint?.value.step]);
  const open: string[] = [];
  const signs = chainSteps(stage).flatMap((step): SshServerSign[] => {
    switch (step.instruction.keyword) {
      case 'expose':
        return exposedPorts(step, open);
      case 'run':
        return [...installedServers(step), ...step.calls.flatMap(enabled)];
      default:
        return launching.has(step) ? step.calls.flatMap(started) : [];
    }
  });
  // What no ARG declares is empty, unless the base image has a value for it.
  const isOpen =
    baseImage(stage).kind === 'unknown'
      ? () => true
      : (name: string) => variables.isDeclared(name);
  return { signs, open: open.filter(isOpen) };
}

const SSH_PORT = 22;

function exposedPorts(
  { instruction, args }: Step,
  open: string[],
): SshServerSign[] {
  return args.flatMap(({ value, missing }, index) => {
    const hasPort = value.split(/\s+/).some(isSshPort);
    if (!hasPort) {
      for (const name of missing) open.push(name);
      return [];
    }
    const { start, end } = instruction.args[index]!;
    return [{ kind: 'port' as const, text: value, start, end }];
  });
}

function isSshPort(text: string): boolean {
  const port = parseExposedPort(text);
  if (typeof port === 'string' || port.protocol !== 'tcp') return false;
  return port.first <= SSH_PORT && SSH_PORT <= port.last;
}

function installedServers(step: Step): SshServerSign[] {
  return packageInstalls(step).flatMap(install =>
    install.packages.flatMap(word => {
      const text = packageName(word);
      const isServer = bringsSshServer(text, install.manager);
      if (!isServer || isRemovedAgain(install, text)) return [];
      return [
        { kind: 'package' as const, text, start: word.start, end: word.end },
      ];
    }),
  );
}

/** `sshd -D`, and what starts it as a service. */
function started(call: ProgramCall): SshServerSign[] {
  const { program, name, args } = call;
  const isServer =
    SSH_SERVER_PROGRAMS.has(program) ||
    (/\/init\.d\/[^/]+$/.test(name.value) && SSH_SERVICES.has(program)) ||
    isService(
      program,
      args.map(({ value }) => value),
      STARTING,
    );
  return isServer ? [signOf(call)] : [];
}

/** What makes it start with the container. */
function enabled(call: ProgramCall): SshServerSign[] {
  const { program, args } = call;
  const words = args.map(({ value }) => value);
  return isService(program, words, ENABLING) ? [signOf(call)] : [];
}

type ServicePrograms = ReadonlyMap<string, ReadonlySet<string>>;

const STARTING: ServicePrograms = new Map([
  ['service', new Set(['start', 'restart'])],
  ['rc-service', new Set(['start', 'restart'])],
  ['systemctl', new Set(['start', 'restart', 'enable'])],
  ['invoke-rc.d', new Set(['start', 'restart'])],
]);

const ENABLING: ServicePrograms = new Map([
  ['systemctl', new Set(['enable'])],
  ['rc-update', new Set(['add'])],
  ['update-rc.d', new Set(['enable', 'defaults'])],
]);

function isService(
  program: string,
  words: readonly string[],
  programs: ServicePrograms,
): boolean {
  const verbs = programs.get(program);
  if (!verbs) return false;
  const names = words.map(word => word.replace(/\.service$/, ''));
  return (
    words.some(word => verbs.has(word)) &&
    names.some(name => SSH_SERVICES.has(name))
  );
}

function signOf({ program, start, end }: ProgramCall): SshServerSign {
  return { kind: 'start', text: program, start, end };
}
