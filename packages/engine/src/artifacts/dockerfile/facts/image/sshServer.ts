// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { osPackageManager } from '../../../../data/packageManagers/osPackageManagers.ts';
import {
  bringsSshServer,
  mayBringSshServer,
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
  const launching = [cmd?.value.step, entrypoint?.value.step];
  const open: string[] = [];
  const signs: SshServerSign[] = [];
  for (const step of chainSteps(stage)) {
    for (const sign of signsOf(step, launching, open)) signs.push(sign);
  }
  if (open.length === 0) return { signs, open };
  // What no ARG declares is empty, unless the base image has a value for it.
  const isOpen =
    baseImage(stage).kind === 'unknown'
      ? () => true
      : (name: string) => variables.isDeclared(name);
  return { signs, open: open.filter(isOpen) };
}

function signsOf(
  step: Step,
  launching: readonly (Step | undefined)[],
  open: string[],
): readonly SshServerSign[] {
  switch (step.instruction.keyword) {
    case 'expose':
      return exposedPorts(step, open);
    case 'run':
      return runSigns(step);
    case 'cmd':
    case 'entrypoint':
      return launching.includes(step)
        ? step.calls.filter(starts).map(signOf)
        : NONE;
    default:
      return NONE;
  }
}

const NONE: readonly SshServerSign[] = [];

function runSigns(step: Step): readonly SshServerSign[] {
  const installed = installedServers(step);
  return step.calls.some(enables)
    ? [...installed, ...step.calls.filter(enables).map(signOf)]
    : installed;
}

const SSH_PORT = 22;

function exposedPorts(
  { instruction, args }: Step,
  open: string[],
): SshServerSign[] {
  const signs: SshServerSign[] = [];
  for (let index = 0; index < args.length; index++) {
    const { value: text, missing } = args[index]!;
    if (namesSshPort(text)) {
      const { start, end } = instruction.args[index]!;
      signs.push({ kind: 'port', text, start, end });
    } else for (const name of missing) open.push(name);
  }
  return signs;
}

function namesSshPort(text: string): boolean {
  return /^[1-9]\d*$/.test(text)
    ? Number(text) === SSH_PORT
    : text.split(/\s+/).some(isSshPort);
}

function isSshPort(text: string): boolean {
  const port = parseExposedPort(text);
  if (typeof port === 'string' || port.protocol !== 'tcp') return false;
  return port.first <= SSH_PORT && SSH_PORT <= port.last;
}

function installedServers(step: Step): readonly SshServerSign[] {
  if (!step.calls.some(mayInstallServer)) return NONE;
  const signs: SshServerSign[] = [];
  for (const install of packageInstalls(step)) {
    for (const word of install.packages) {
      const text = packageName(word);
      const isServer = bringsSshServer(text, install.manager);
      if (!isServer || isRemovedAgain(install, text)) continue;
      signs.push({ kind: 'package', text, start: word.start, end: word.end });
    }
  }
  return signs;
}

/** A variable may hold its name. */
function mayInstallServer({ program, args }: ProgramCall): boolean {
  return (
    osPackageManager(program) !== undefined &&
    args.some(({ value, isDynamic }) => isDynamic || mayBringSshServer(value))
  );
}

/** `sshd -D`, and what starts it as a service. */
function starts(call: ProgramCall): boolean {
  const { program, name } = call;
  return (
    SSH_SERVER_PROGRAMS.has(program) ||
    (SSH_SERVICES.has(program) && /\/init\.d\/[^/]+$/.test(name.value)) ||
    isService(call, STARTING)
  );
}

/** What makes it start with the container. */
function enables(call: ProgramCall): boolean {
  return isService(call, ENABLING);
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
  { program, args }: ProgramCall,
  programs: ServicePrograms,
): boolean {
  const verbs = programs.get(program);
  if (!verbs) return false;
  return (
    args.some(({ value }) => verbs.has(value)) &&
    args.some(({ value }) => SSH_SERVICES.has(value.replace(/\.service$/, '')))
  );
}

function signOf({ program, start, end }: ProgramCall): SshServerSign {
  return { kind: 'start', text: program, start, end };
}
