// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../text/paths.ts';

/** Why BuildKit refuses a path in a Windows image; undefined when it is good. */
export function checkWindowsPath(path: string): string | undefined {
  if (/^.:$/s.test(path)) return `No relative path specified in "${path}"`;
  if (/^[\\/]{2}/.test(path)) return 'UNC paths are not supported';
  const colon = path.indexOf(':');
  if (colon >= 0 && path.slice(0, colon).toLowerCase() !== 'c') {
    return 'The specified path is not on the system drive (C:)';
  }
  return undefined;
}

/** Whether a path starts at the root of a drive. */
export function isAbsoluteWindowsPath(path: string): boolean {
  return /^(?:[A-Za-z]:)?[\\/]/.test(path);
}

/**
 * A folder of a Windows image seen from another, as BuildKit keeps it: no
 * drive letter, backslashes, cleaned.
 */
export function joinWindowsPaths(folder: string, path: string): string {
  const joined = joinPaths(withSlashes(folder), withSlashes(path));
  return joined.replaceAll('/', '\\');
}

function withSlashes(path: string): string {
  return path.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/');
}
