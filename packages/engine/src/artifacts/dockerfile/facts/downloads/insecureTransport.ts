// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  isTlsVariableOff,
  MAVEN_INSECURE,
  TLS_FILE_SETTINGS,
  tlsSwitchesOf,
  TRUSTED_HOST_LINE,
  TRUSTED_HOST_VARIABLES,
} from '../../../../data/tools/tlsSwitches.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { Step } from '../../stages/stage.ts';
import { downloadOf, isLocalAddress } from './downloads.ts';
import { launchedProgram } from '../scripts/launchedProgram.ts';
import { findSwitches } from './programSwitch.ts';
import { writtenLines } from '../files/writtenText.ts';

/** A place that makes programs accept any certificate. */
export interface InsecureTransport extends TextRange {
  readonly kind: 'option' | 'variable' | 'file';
  /** `-k`, `GIT_SSL_NO_VERIFY=1`, a line of a file. */
  readonly text: string;
  /** The program, the variable, or the file. */
  readonly name: string;
  /** Whether only a variable tells whether it is about another host. */
  readonly isOpen: boolean;
}

/** What the programs of a step, and the files that it writes, do not verify. */
export function insecureTransports(step: Step): InsecureTransport[] {
  const calls = step.calls.flatMap(call => [
    ...insecureOptions(step, call),
    ...insecureVariables(call),
  ]);
  return [...calls, ...insecureFiles(step)];
}

/** Whether a variable of the environment makes programs verify nothing. */
export function isInsecureVariable(name: string, value: string): boolean {
  if (!TRUSTED_HOST_VARIABLES.has(name)) {
    return isTlsVariableOff(name, value) ?? false;
  }
  const hosts = value.split(/[\s,]+/).filter(Boolean);
  return !hosts.every(isLocalAddress);
}

function insecureOptions(step: Step, call: ProgramCall): InsecureTransport[] {
  const launched = launchedProgram(call.name, call.args);
  const name = [call.program, launched.program].find(tlsSwitchesOf);
  const switches = name === undefined ? undefined : tlsSwitchesOf(name);
  const maven = call.program.startsWith('mvn')
    ? call.args.filter(({ value }) => MAVEN_INSECURE.test(value))
    : [];
  const found = [
    ...(switches ? findSwitches(call, switches) : []),
    ...maven.map(({ value, start, end }) => ({ text: value, start, end })),
  ];
  if (found.length === 0) return [];
  const addresses = downloadOf(step, call)?.addresses ?? [];
  if (addresses.length > 0 && addresses.every(isLocalAddress)) return [];
  // A build has no server of its own to ask; a health check has.
  const isBuild = step.instruction.keyword === 'run';
  const isOpen =
    !isBuild && addresses.length > 0 && addresses.every(isOpenAddress);
  return found.map(({ text, start, end }) => ({
    kind: 'option',
    text,
    name: name ?? call.program,
    isOpen,
    start,
    end,
  }));
}

/** `$URL`, which may be any address. */
function isOpenAddress(address: string): boolean {
  return /^[$`]|^[a-z]+:\/\/[$`]/i.test(address);
}

/** `NAME=value program`, `env NAME=value program`, `export NAME=value`. */
function insecureVariables(call: ProgramCall): InsecureTransport[] {
  const exported = EXPORTING.has(call.program)
    ? call.args.flatMap(({ value, start, end }) => {
        const equals = value.indexOf('=');
        const name = value.slice(0, Math.max(equals, 0));
        return [{ name, value: value.slice(equals + 1), start, end }];
      })
    : [];
  const set = call.assignments.map(({ name, value, start, end }) => ({
    name,
    value: value.value,
    start,
    end,
  }));
  return [...set, ...exported].flatMap(({ name, value, start, end }) =>
    isInsecureVariable(name, value)
      ? [
          {
            kind: 'variable' as const,
            text: `${name}=${value}`,
            name,
            isOpen: false,
            start,
            end,
          },
        ]
      : [],
  );
}

const EXPORTING = new Set(['export', 'declare', 'typeset']);

function insecureFiles(step: Step): InsecureTransport[] {
  return writtenLines(step).flatMap(({ path, text, start, end }) =>
    isInsecureLine(text, path)
      ? [
          {
            kind: 'file',
            text: text.trim(),
            name: path,
            isOpen: false,
            start,
            end,
          },
        ]
      : [],
  );
}

function isInsecureLine(text: string, path: string): boolean {
  const line = text.trim();
  if (line.startsWith('#') || line.startsWith('//')) return false;
  const hosts = TRUSTED_HOST_LINE.exec(line)?.[1];
  if (hosts !== undefined) return !isLocalAddress(hosts);
  const [, name, value] = ASSIGNMENT.exec(line) ?? [];
  if (name !== undefined && isInsecureVariable(name, value ?? '')) return true;
  return TLS_FILE_SETTINGS.some(
    setting => setting.line.test(line) && (setting.file?.test(path) ?? true),
  );
}

/** A variable in a profile or an environment file. */
const ASSIGNMENT = /^(?:export[ \t]+)?(\w+)=["']?([^"']*)["']?$/;
