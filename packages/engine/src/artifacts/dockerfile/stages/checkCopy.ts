// SPDX-License-Identifier: Apache-2.0
import { checkDigest } from '../../../syntax/imageReference/parseImageReference.ts';
import type { Instruction, Word } from '../dockerfile.ts';
import { isHeredoc } from '../heredocs.ts';
import { flagValue, hasFlag } from './flags.ts';
import { isFileMode, parseInteger } from './goValues.ts';
import { parseRemoteSource } from './remoteSource.ts';
import type { Expanded } from './variables.ts';
import { checkWindowsPath } from './windowsPath.ts';

/** Why the build refuses a COPY or ADD whose variables are known. */
export interface CopyComplaint {
  readonly message: string;
  readonly at: Word | undefined;
  readonly assumes: readonly string[];
}

/**
 * What BuildKit refuses in a COPY or ADD once its words are expanded.
 *
 * @param args - sources and destination, expanded
 * @param flags - `chown`, `chmod` and `checksum`, expanded
 */
export function checkCopy(
  instruction: Instruction,
  args: readonly Expanded[],
  flags: Readonly<Record<string, Expanded>>,
  isWindows: boolean,
): CopyComplaint | undefined {
  const sources = args.slice(0, -1);
  const complain = (message: string, text: Expanded, at?: Word) => ({
    message,
    at,
    assumes: text.missing,
  });
  const message = isWindows && checkWindowsPath(args.at(-1)!.value);
  if (message) return complain(message, args.at(-1)!, instruction.args.at(-1));
  for (const [name, check] of FLAG_CHECKS) {
    const value = flags[name];
    if (value === undefined || value.value === '') continue;
    const error = check(value.value, instruction, sources);
    if (error === undefined) continue;
    return complain(error, value, flagValue(instruction, name));
  }
  for (const [index, source] of sources.entries()) {
    const error = checkSource(instruction, source.value, isWindows);
    if (error === undefined) continue;
    return complain(error, source, instruction.args[index]);
  }
  return undefined;
}

type FlagCheck = (
  value: string,
  instruction: Instruction,
  sources: readonly Expanded[],
) => string | undefined;

const FLAG_CHECKS: readonly (readonly [string, FlagCheck])[] = [
  ['chown', checkOwner],
  ['chmod', checkMode],
  ['checksum', checkChecksum],
];

/** A linked layer has no user database to look names up in. */
function checkOwner(owner: string, instruction: Instruction) {
  if (!hasFlag(instruction, 'link')) return undefined;
  const colon = owner.indexOf(':');
  const names =
    colon < 0 ? [owner] : [owner.slice(0, colon), owner.slice(colon + 1)];
  return names.some(isName)
    ? `--chown=${owner}: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead`
    : undefined;
}

function isName(owner: string): boolean {
  if (owner === '' || owner === 'root') return false;
  return parseInteger(owner, -(2 ** 31), 2 ** 31 - 1) === undefined;
}

function checkMode(mode: string) {
  return isFileMode(mode)
    ? undefined
    : `invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`;
}

function checkChecksum(
  checksum: string,
  _instruction: Instruction,
  sources: readonly Expanded[],
) {
  const paths = sources.filter(({ value }) => !isHeredoc(value));
  const [source] = paths;
  if (source === undefined || paths.length > 1) {
    return "checksum can't be specified for multiple sources";
  }
  // For the checksum this is a repository, for the copy a path.
  if (source.value.startsWith('github.com/')) return undefined;
  const remote = parseRemoteSource(source.value);
  if (!remote) return 'checksum requires HTTP(S) or Git sources';
  if (remote.error !== undefined) return undefined;
  if (remote.kind === 'http') return checkDigest(checksum);
  return remote.checksum === undefined || remote.checksum === checksum
    ? undefined
    : `checksum mismatch "${checksum}" != "${remote.checksum}"`;
}

function checkSource(
  instruction: Instruction,
  source: string,
  isWindows: boolean,
): string | undefined {
  if (isHeredoc(source)) return undefined;
  const remote = parseRemoteSource(source);
  if (remote === undefined) {
    return isWindows ? checkWindowsPath(source) : undefined;
  }
  if (remote.error !== undefined) return remote.error;
  if (instruction.keyword === 'add') {
    const isGiven = instruction.flags.some(flag =>
      /^--keep-git-dir(?:=|$)/.test(flag.value),
    );
    return isGiven &&
      remote.keepGitDir !== undefined &&
      remote.keepGitDir !== hasFlag(instruction, 'keep-git-dir')
      ? 'inconsistent keep-git-dir configuration'
      : undefined;
  }
  return remote.kind === 'git'
    ? "source can't be a git ref for COPY"
    : "source can't be a URL for COPY";
}
