// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const BIN = path.join(__dirname, '../bin/plimsoll');

/** Node of a major version: this one, or what npx can get. */
function nodeOf(major: string): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const { stdout } = spawnSync(
    'npx',
    ['--yes', `--package=node@${major}`, '-c', 'node -p process.execPath'],
    { encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' },
  );
  return stdout?.trim().split('\n').at(-1) || undefined;
}

it.each(['20', '22', '24'])(
  'runs straight from the checkout under Node %s',
  major => {
    const node = nodeOf(major);
    if (node === undefined && process.env.PLIMSOLL_TEST_ALL !== '1') {
      process.stderr.write(`NOT RUN: Node ${major}, install it or npm\n`);
      return;
    }
    const { status, stdout, stderr } = spawnSync(
      node ?? `node@${major}`,
      [BIN, 'ast', '--jsonl'],
      { input: '{"id":1,"text":"FROM a"}\n', encoding: 'utf8' },
    );
    expect({ status, stderr, lines: stdout.split('\n').length }).toEqual({
      status: 0,
      stderr: '',
      lines: 2,
    });
    expect(stdout).toContain('"keyword":"from"');
  },
  90_000,
);
