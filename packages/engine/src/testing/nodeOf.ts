// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';

/** Node of a major version: this one, or what npx can get. */
export function nodeOf(major: string): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const { stdout } = spawnSync(
    'npx',
    ['--yes', `--package=node@${major}`, '-c', 'node -p process.execPath'],
    { encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' },
  );
  return stdout?.trim().split('\n').at(-1) || undefined;
}
