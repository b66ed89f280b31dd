// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  APT_SOURCE,
  APT_UNSIGNED_OPTION,
  signatureSwitchesOf,
  UNSIGNED_FILE_SETTINGS,
  UNSIGNED_LINE,
} from '../../../../data/tools/signatureSwitches.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { DockerfileBuild, Stage, Step } from '../../stages/stage.ts';
import { readCommandLine } from '../scripts/commandLine.ts';
import { downloadOf, isLocalAddress } from '../downloads/downloads.ts';
import { remember } from '../remember.ts';
import { effectiveSteps } from '../stages/effectiveSteps.ts';
import { localPackages, type PackageOrigin } from './localPackages.ts';
import { pipelinesOf } from '../scripts/pipelines.ts';
import { findSwitches } from '../downloads/programSwitch.ts';
import { writtenLines, type WrittenLine } from '../files/writtenText.ts';

/** A place that lets packages in which nobody has signed. */
export interface UnsignedPackages extends TextRange {
  /** `key`: the key itself comes without any protection. */
  readonly kind: 'option' | 'file' | 'key';
  /** `--allow-untrusted`, a line of a file, an address. */
  readonly text: string;
  /** The program, or the file. */
  readonly name: string;
  /** Where all packages that it is about are files. */
  readonly origin: PackageOrigin | undefined;
}

/** The places of a build at which package managers verify no signatures. */
export function unsignedPackages(build: DockerfileBuild): UnsignedPackages[] {
  const found: UnsignedPackages[] = [];
  for (const step of effectiveSteps(build)) {
    if (!FILLING.has(step.instruction.keyword)) continue;
    for (const call of step.calls) {
      for (const one of unsignedOptions(build, step, call)) found.push(one);
      for (const one of unprotectedKeys(step, call)) found.push(one);
    }
    for (const line of writtenLines(step)) {
      if (isUnsignedLine(line.text.trim())) found.push(toUnsigned(line));
    }
  }
  return found;
}

/** Instructions that put files into the image. */
const FILLING = new Set(['run', 'copy', 'add']);

function unsignedOptions(
  build: DockerfileBuild,
  step: Step,
  call: ProgramCall,
): readonly UnsignedPackages[] {
  const { program: name } = call;
  const switches = signatureSwitchesOf(name);
  if (!switches) return NOTHING;
  const found = findSwitches(call, switches);
  if (found.length === 0) return NOTHING;
  const stage = remember(build, stagesOfSteps).get(step)!;
  const origin = localPackages(stage, step, call);
  return found.map(at => ({ kind: 'option', ...at, name, origin }));
}

function stagesOfSteps({ stages }: DockerfileBuild): ReadonlyMap<Step, Stage> {
  const found = new Map<Step, Stage>();
  for (const stage of stages) {
    for (const step of stage.steps) found.set(step, stage);
  }
  return found;
}

const NOTHING: readonly UnsignedPackages[] = [];

function toUnsigned(line: WrittenLine): UnsignedPackages {
  const { path: name, start, end } = line;
  const text = line.text.trim();
  return { kind: 'file', text, name, origin: undefined, start, end };
}

function isUnsignedLine(line: string): boolean {
  if (!UNSIGNED_LINE.test(line) || COMMENT.test(line)) return false;
  const [, options, address] = APT_SOURCE.exec(line) ?? [];
  if (options !== undefined && address !== undefined) {
    // A repository that the build itself has made.
    const isLocal = /^(?:file|copy):/.test(address) || isLocalAddress(address);
    return APT_UNSIGNED_OPTION.test(options) && !isLocal;
  }
  return UNSIGNED_FILE_SETTINGS.some(pattern => pattern.test(line));
}

const COMMENT = /^(?:#|\/\/)/;

/** Keys that come over plain HTTP: whoever is in between can give another. */
function unprotectedKeys(
  step: Step,
  call: ProgramCall,
): readonly UnsignedPackages[] {
  const { program, args } = call;
  if (!KEY_PROGRAMS.has(program)) return NOTHING;
  if (program === 'rpm') {
    const isImport = args.some(({ value }) => value === '--import');
    return isImport ? args.filter(isPlainHttp).map(toKey(program)) : NOTHING;
  }
  if (program === 'apt-key' && args.some(({ value }) => value === 'adv')) {
    return keyServerWords(args).filter(isPlainHttp).map(toKey(program));
  }
  const isTaken = args.some(({ value }) => KEY_VERBS.has(value));
  return isTaken ? pipedKeys(step, call) : NOTHING;
}

/** The addresses of `apt-key adv`; one for a whole fingerprint proves itself. */
function keyServerWords(args: readonly ShellWord[]): ShellWord[] {
  const { operands, options } = readCommandLine(args, NO_OPTIONS);
  const keys = operands.filter(({ value }) => !value.includes('://'));
  const isFetch = options.some(({ name }) => name === '--fetch-keys');
  const areWhole = keys
    .filter(({ value }) => value !== 'adv')
    .every(({ value }) => FINGERPRINT.test(value));
  if (areWhole && !isFetch) return [];
  return args.flatMap(word => {
    const [, address] =
      /^--(?:keyserver|fetch-keys)=(.*)$/.exec(word.value) ?? [];
    return address === undefined ? [word] : [{ ...word, value: address }];
  });
}

const KEY_PROGRAMS = new Set(['rpm', 'apt-key', 'gpg']);
const KEY_VERBS = new Set(['add', '--import', '--dearmor']);
const NO_OPTIONS: ReadonlySet<string> = new Set();
const FINGERPRINT = /^(?:0x)?[0-9A-F]{40}$/i;

/** `curl http://… | apt-key add -`, `… | gpg --dearmor`. */
function pipedKeys(step: Step, call: ProgramCall): UnsignedPackages[] {
  const feeding = new Set(pipelinesOf(call.script).before(call.command));
  if (feeding.size === 0) return [];
  return step.calls
    .filter(({ command }) => feeding.has(command))
    .flatMap(one => (downloadOf(step, one) ? one.args : []))
    .filter(isPlainHttp)
    .map(toKey(call.program));
}

function isPlainHttp({ value }: ShellWord): boolean {
  return /^http:\/\//i.test(value) && !isLocalAddress(value);
}

function toKey(name: string): (word: ShellWord) => UnsignedPackages {
  return ({ value: text, start, end }) => ({
    kind: 'key',
    text,
    name,
    origin: undefined,
    start,
    end,
  });
}
