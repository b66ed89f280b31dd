// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../text/paths.ts';
import type { RunMount } from './runMounts.ts';
import { isAbsoluteWindowsPath } from './windowsPath.ts';

/**
 * What BuildKit refuses in a mount when it runs.
 *
 * @param workdir - the folder that a relative target is seen from
 */
export function checkMount(
  mount: RunMount,
  workdir: string,
  isWindows: boolean,
): string | undefined {
  const { type, source, target } = mount;
  if (type === 'ssh') {
    return source === '' ? undefined : 'ssh does not support source';
  }
  if (type === 'secret') {
    return isWindows ? checkWindowsSecret(mount) : undefined;
  }
  const folder = joinPaths(workdir, target);
  return folder === '/' ? `invalid mount target "${folder}"` : undefined;
}

/** On Windows there is no folder where a secret would stand by itself. */
function checkWindowsSecret(mount: RunMount): string | undefined {
  const { source, id, target, env } = mount;
  const name = source || id || target.split(/[\\/]/).at(-1);
  const example = `--mount=type=secret,id=${name},target=C:/path/to/secret`;
  if (target !== '' && !isAbsoluteWindowsPath(target)) {
    return `secret target "${target}" must be an absolute path with forward slashes on Windows, e.g. ${example}`;
  }
  return target === '' && env === undefined
    ? `secret target is required on Windows, e.g. ${example}`
    : undefined;
}
