// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  downloaderOf,
  type Downloader,
} from '../../../../data/tools/downloaders.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import { flagValue } from '../../stages/flags.ts';
import { parseRemoteSource } from '../../stages/remoteSource.ts';
import type { Step } from '../../stages/stage.ts';
import {
  readCommandLine,
  type CommandLine,
  type CommandOption,
} from '../scripts/commandLine.ts';
import { remember } from '../remember.ts';
import { pipelinesOf } from '../scripts/pipelines.ts';

/** Something that a step downloads: one call of a program, or one ADD. */
export interface Download extends TextRange {
  readonly step: Step;
  /** Undefined for ADD. */
  readonly call: ProgramCall | undefined;
  /** As they are written; variables stay as they are. */
  readonly addresses: readonly string[];
  /** The files that are written, as the words name them. */
  readonly files: readonly string[];
  /** Whether the content goes to the output of the call. */
  readonly isOutput: boolean;
  /** Whether it is compared with a checksum at once. */
  readonly isVerified: boolean;
}

/** What a call downloads; undefined for any other program. */
export function downloadOf(
  step: Step,
  call: ProgramCall,
): Download | undefined {
  const downloader = downloaderOf(call.program);
  const line = downloaderLine(call);
  if (!downloader || !line) return undefined;
  const { options } = line;
  if (hasOption(options, downloader.idleOptions)) return undefined;
  const addresses = addressesOf(line, downloader);
  if (addresses.length === 0) return undefined;
  const named = filesOf(line, downloader, addresses);
  const isOutput = named === undefined || named.some(isStandardOutput);
  const files = (named ?? []).filter(file => !isStandardOutput(file));
  return {
    step,
    call,
    addresses,
    files: isOutput ? [...files, ...filesOfOutput(call)] : files,
    isOutput,
    isVerified: hasOption(options, downloader.checksumOptions),
    start: call.start,
    end: call.end,
  };
}

/** The words of a call of a downloader; undefined for any other program. */
export function downloaderLine(call: ProgramCall): CommandLine | undefined {
  return downloaderOf(call.program) && remember(call, readDownloaderLine);
}

function readDownloaderLine({ program, args }: ProgramCall): CommandLine {
  return readCommandLine(args, downloaderOf(program)!.valueOptions);
}

/** What an ADD downloads: one for each address. */
export function addedDownloads(step: Step): Download[] {
  const { instruction, args } = step;
  if (instruction.keyword !== 'add') return [];
  const target = args.at(-1)?.value ?? '';
  const isVerified = flagValue(instruction, 'checksum') !== undefined;
  return args.slice(0, -1).flatMap(({ value, missing }, index) => {
    if (!value.startsWith('http')) return [];
    if (parseRemoteSource(value)?.kind !== 'http') return [];
    const file = target.endsWith('/') ? target + lastPart(value) : target;
    const { start, end, value: written } = instruction.args[index]!;
    return [
      {
        step,
        call: undefined,
        addresses: [missing.length > 0 ? written : value],
        files: [file],
        isOutput: false,
        isVerified,
        start,
        end,
      },
    ];
  });
}

/** Whether an address is that of the container itself, or of a file in it. */
export function isLocalAddress(address: string): boolean {
  return LOCAL.test(address);
}

const LOCAL =
  /^(?:file:|(?:[a-z]+:\/\/)?(?:[^/?#@]*@)?(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\$HOSTNAME|\$\{HOSTNAME\}|\$\(hostname\)|`hostname`)(?=[:/?#]|$))/i;

/** An address for a reader: without user, password and query. */
export function shownAddress(address: string): string {
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  return path.replace(/^([a-z]+:\/\/)[^/@]*@/i, '$1');
}

function addressesOf(
  { options, operands }: CommandLine,
  { addressOptions }: Downloader,
): string[] {
  const all = valuesOf(options, addressOptions);
  for (const { value } of operands) all.push(value);
  // `curl $OPTIONS https://…`: a variable beside an address holds options.
  const plain = all.filter(word => word.includes('://'));
  return plain.length > 0 ? plain : all;
}

/** The files that options name; undefined when there are none. */
function filesOf(
  { options }: CommandLine,
  downloader: Downloader,
  addresses: readonly string[],
): string[] | undefined {
  const folder = valuesOf(options, downloader.folderOptions).at(-1);
  const inFolder = (file: string) =>
    folder === undefined || file.startsWith('/') ? file : `${folder}/${file}`;
  const files = valuesOf(options, downloader.fileOptions);
  if (files.length > 0) return files.map(inFolder);
  const isNamed = hasOption(options, downloader.namedByAddress);
  if (downloader.writesOutput && !isNamed) return undefined;
  return addresses.map(address => inFolder(lastPart(address)));
}

function hasOption(
  options: readonly CommandOption[],
  names: ReadonlySet<string>,
): boolean {
  return names.size > 0 && options.some(({ name }) => names.has(name));
}

function valuesOf(
  options: readonly CommandOption[],
  names: ReadonlySet<string>,
): string[] {
  const values: string[] = [];
  if (names.size === 0) return values;
  for (const { name, value } of options) {
    if (value !== undefined && names.has(name)) values.push(value);
  }
  return values;
}

/** The files into which the shell puts what a call prints: `> file`, `| tee file`. */
export function filesOfOutput({ command, script }: ProgramCall): string[] {
  const following = pipelinesOf(script).after(command);
  const last = following.at(-1) ?? command;
  if (following.length === 0 && last.redirects.length === 0) return [];
  const files: string[] = [];
  for (const { operator, target } of last.redirects) {
    if (target && REDIRECTING.has(operator)) files.push(target.value);
  }
  for (const { name, args } of following) {
    if (name === undefined || !/(?:^|\/)(?:tee|sudo)$/.test(name.value))
      continue;
    for (const file of teeFiles(args)) files.push(file);
  }
  return files.filter(file => !isStandardOutput(file));
}

const REDIRECTING = new Set(['>', '>>', '>|']);

/** The files of `tee`, `sudo tee`. */
function teeFiles(args: readonly ShellWord[]): string[] {
  const words = args.map(({ value }) => value);
  return words.filter(word => !word.startsWith('-') && word !== 'tee');
}

function isStandardOutput(file: string): boolean {
  return file === '-' || file.startsWith('/dev/');
}

/** The name that a downloaded file gets. */
function lastPart(address: string): string {
  // Of `${V#v}` and `$(a/b)` nothing belongs to the address.
  const masked = address.includes('$')
    ? address.replace(EXPANSION, text => '_'.repeat(text.length))
    : address;
  const mark = masked.search(/[?#]/);
  const end = mark < 0 ? masked.length : mark;
  return address.slice(masked.lastIndexOf('/', end - 1) + 1, end);
}

const EXPANSION = /\$\{[^}$]*\}|\$\([^)$]*\)/g;
