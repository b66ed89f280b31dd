// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { splitPaths } from './filePath.ts';

/** Paths from a folder, or why Git does not tell them. */
export interface GitListing {
  readonly paths?: readonly string[];
  /** Absent where no checkout is in sight, or the folder is ignored itself. */
  readonly problem?: string;
}

/**
 * The files of a folder that are tracked or not ignored, those that are deleted
 * included.
 */
export function listGitFiles(root: string): GitListing {
  const { status, stdout, stderr, error } = git(root, [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ]);
  if (status !== 0) {
    if (!isInCheckout(root)) return {};
    const problem = error?.message ?? stderr.toString().split('\n')[0] ?? '';
    return { problem };
  }
  const paths = splitPaths(stdout);
  // Whoever names an ignored folder wants to know about it nevertheless.
  if (paths.length === 0 && git(root, ['check-ignore', '-q', '.']).status === 0)
    return {};
  return { paths };
}

function git(root: string, args: readonly string[]) {
  // The settings of a checkout could name a program that Git would run.
  const safe = ['-c', 'core.fsmonitor=false'];
  return spawnSync('git', ['-C', root, ...safe, ...args], {
    env: environment(),
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** Hooks run with variables that name one repository, maybe not this one. */
function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  for (const name of REPOSITORY_VARIABLES) delete env[name];
  return env;
}

const REPOSITORY_VARIABLES = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
];

function isInCheckout(root: string): boolean {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return true;
    if (folder === path.dirname(folder)) return false;
  }
}
