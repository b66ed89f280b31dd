// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPool } from './judgePool.ts';

const OPTIONS = { policy: {}, now: new Date('2026-11-21') };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['that cannot start', 'throw new Error();'],
  ['that ends', 'process.exit(0);'],
  [
    'that fails at its first group',
    "require('node:worker_threads').parentPort.on('message', () => { throw new Error(); });",
  ],
])('answers by itself what it gave to a thread %s', async (_, code) => {
  const script = path.join(folder, 'thread.cjs');
  writeFileSync(script, code);
  const pool = startPool(script, 2, OPTIONS);
  const answers = await Promise.all(
    [1, 2, 3].map(number => pool.judge({ number, lines: ['no json'] })),
  );
  expect(answers.map(answer => JSON.parse(answer).error)).toEqual([
    'line 1 is no JSON',
    'line 2 is no JSON',
    'line 3 is no JSON',
  ]);
  await pool.stop();
});
