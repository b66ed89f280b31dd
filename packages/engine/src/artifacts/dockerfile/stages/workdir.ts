// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../text/paths.ts';
import { joinMissing, type Expanded } from './variables.ts';
import { isAbsoluteWindowsPath, joinWindowsPaths } from './windowsPath.ts';

/** What Linux allows. */
const MAX_LENGTH = 4096;
const TOO_LONG = '(path too long)';

/** The folder that WORKDIR leads to, from the one before it. */
export function enterFolder(
  workdir: Expanded,
  { value, missing }: Expanded,
  isWindows: boolean,
): Expanded {
  const isAbsolute = isWindows
    ? isAbsoluteWindowsPath(value)
    : value.startsWith('/');
  const known = isAbsolute ? missing : joinMissing(workdir.missing, missing);
  const folder = isWindows
    ? joinWindowsPaths(workdir.value, value)
    : joinLinuxFolder(workdir.value, value);
  return folder.length <= MAX_LENGTH
    ? { value: folder, missing: known }
    : { value: workdir.value, missing: joinMissing(known, [TOO_LONG]) };
}

/** An absolute folder stays as it is written. */
function joinLinuxFolder(folder: string, path: string): string {
  if (path === '') return folder;
  return path.startsWith('/') ? path : joinPaths(folder, path);
}
