// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  isTlsVariableOff,
  MAVEN_INSECURE,
  TLS_FILE_SETTINGS,
  TLS_LINE,
  tlsSwitchesOf,
  TRUSTED_HOST_LINE,
  TRUSTED_HOST_VARIABLES,
} from '../../../../data/tools/tlsSwitches.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { Step } from '../../stages/stage.ts';
import { downloadOf, isLocalAddress } from './downloads.ts';
import { launchedPrograms } from '../scripts/launchedProgram.ts';
import { findSwitches } from './programSwitch.ts';
import { writtenLines, type WrittenLine } from '../files/writtenText.ts';

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
  const found: InsecureTransport[] = [];
  const { calls } = step;
  for (let index = 0; index < calls.length; index++) {
    const call = calls[index]!;
    for (const option of insecureOptions(step, index)) found.push(option);
    if (!setsVariables(call)) continue;
    for (const variable of insecureVariables(call)) found.push(variable);
  }
  for (const line of writtenLines(step)) {
    if (isInsecureLine(line)) found.push(toTransport(line));
  }
  return found;
}

/** Whether a variable of the environment makes programs verify nothing. */
export function isInsecureVariable(name: string, value: string): boolean {
  if (!TRUSTED_HOST_VARIABLES.has(name)) {
    return isTlsVariableOff(name, value) ?? false;
  }
  const hosts = value.split(/[\s,]+/).filter(Boolean);
  return !hosts.every(isLocalAddress);
}

function insecureOptions(
  step: Step,
  index: number,
): readonly InsecureTransport[] {
  const call = step.calls[index]!;
  const name = listedProgram(step, index);
  const isMaven = call.program.startsWith('mvn');
  if (name === undefined && !isMaven) return NOTHING;
  const found =
    name === undefined ? [] : findSwitches(call, tlsSwitchesOf(name)!);
  if (isMaven) {
    for (const { value: text, start, end } of call.args) {
      if (MAVEN_INSECURE.test(text)) found.push({ text, start, end });
    }
  }
  if (found.length === 0) return NOTHING;
  const addresses = downloadOf(step, call)?.addresses ?? [];
  if (addresses.length > 0 && addresses.every(isLocalAddress)) return NOTHING;
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

const NOTHING: readonly InsecureTransport[] = [];

/** The name by which the table lists the program that a call means. */
function listedProgram(step: Step, index: number): string | undefined {
  const own = step.calls[index]!.program;
  if (tlsSwitchesOf(own)) return own;
  const { program } = launchedPrograms(step)[index]!;
  return program !== own && tlsSwitchesOf(program) ? program : undefined;
}

/** `$URL`, which may be any address. */
function isOpenAddress(address: string): boolean {
  return /^[$`]|^[a-z]+:\/\/[$`]/i.test(address);
}

function setsVariables({ program, assignments }: ProgramCall): boolean {
  return assignments.length > 0 || EXPORTING.has(program);
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

function toTransport(line: WrittenLine): InsecureTransport {
  const { path: name, start, end } = line;
  const text = line.text.trim();
  return { kind: 'file', text, name, isOpen: false, start, end };
}

function isInsecureLine({ text, path }: WrittenLine): boolean {
  const line = text.trim();
  if (line.startsWith('#') || line.startsWith('//')) return false;
  if (TLS_LINE.test(line)) {
    const hosts = TRUSTED_HOST_LINE.exec(line)?.[1];
    if (hosts !== undefined) return !isLocalAddress(hosts);
    const isSet = TLS_FILE_SETTINGS.some(
      setting => setting.line.test(line) && (setting.file?.test(path) ?? true),
    );
    if (isSet) return true;
  }
  const match = line.includes('=') ? ASSIGNMENT.exec(line) : undefined;
  return match ? isInsecureVariable(match[1]!, match[2]!) : false;
}

/** A variable in a profile or an environment file. */
const ASSIGNMENT = /^(?:export[ \t]+)?(\w+)=["']?([^"']*)["']?$/;
