// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The program as it runs from the checkout. */
// eslint-disable-next-line no-restricted-syntax -- for tests alone, never built
export const BIN = path.join(__dirname, '../../bin/plimsoll');

/** What a run of the program left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in a process of its own, without colours. */
export function plimsoll(
  args: readonly string[],
  {
    input = '',
    cwd,
    env = {},
    node = process.execPath,
  }: {
    readonly input?: string;
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    /** The interpreter. */
    readonly node?: string;
  } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(node, [BIN, ...args], {
    input,
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { status, stdout, stderr };
}
