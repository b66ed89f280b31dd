// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../../..');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** What a card asks for, among few entities and among many. */
export function benchCard(): string {
  return withPostgres(['--require', TRANSFORM, inBackend('bench/card.ts')]);
}

/** How many local repositories a backend refreshes in a second. */
export function benchRefresh(): string {
  return withPostgres([inBackend('bench/refresh.js')]);
}

function inBackend(file: string): string {
  return path.join(ROOT, 'plugins/hardening-backend', file);
}

/** In a process of its own, beside a server of its own. */
function withPostgres(args: readonly string[]): string {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/withPostgres.mjs', process.execPath, ...args],
    { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) process.exitCode = 1;
  return stdout.trim();
}
