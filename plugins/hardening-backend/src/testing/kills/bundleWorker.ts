// SPDX-License-Identifier: Apache-2.0
import { buildSync } from 'esbuild';
import { rmSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = path.resolve(__dirname, '../../..');

/** A program in one file, which starts sooner than hundreds of sources do. */
export interface Bundle {
  readonly file: string;
  remove(): void;
}

/** Bundles the process that is killed. */
export function bundleWorker(): Bundle {
  // Where the packages that stay outside are found.
  const file = path.join(
    PACKAGE,
    `node_modules/.cache/killedWorker-${process.pid}.cjs`,
  );
  buildSync({
    entryPoints: [path.join(__dirname, 'killedWorker.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['@backstage/*', 'better-sqlite3', 'knex', 'pg'],
    logLevel: 'error',
  });
  return { file, remove: () => rmSync(file, { force: true }) };
}
