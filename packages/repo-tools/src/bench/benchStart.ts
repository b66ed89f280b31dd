// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { makeRepository } from './makeRepository.ts';
import { measureInTurns, median, type Run } from './measureProcess.ts';
import { PLIMSOLL } from './plimsoll.ts';
import { table } from './table.ts';

const RUNS = 10;
const SIZE = { files: 5000, dockerfiles: 40, seed: 1 };
const EXAMPLE = path.join(
  __dirname,
  '../../../../examples/ledger-python/Dockerfile',
);

/**
 * How long a person waits: for one file, and for a large repository.
 *
 * @param scratch - a folder for the repository
 */
export function benchStart(scratch: string): string {
  const plain = path.join(scratch, 'repository');
  const checkout = path.join(scratch, 'checkout');
  for (const folder of [plain, checkout]) {
    mkdirSync(folder);
    makeRepository(folder, SIZE);
  }
  spawnSync('git', ['init', '--quiet', checkout]);

  const check = (target: string): Run => ({
    command: [...PLIMSOLL, 'check', target],
    // Exit code 1 is about what it found.
    accepts: [0, 1],
  });
  const size = `${SIZE.files} files, ${SIZE.dockerfiles} Dockerfiles`;
  const programs: [name: string, run: Run][] = [
    ['node alone', { command: [process.execPath, '-e', ''] }],
    ['plimsoll check, one file', check(EXAMPLE)],
    [`plimsoll check, ${size}`, check(plain)],
    ['the same as a Git checkout', check(checkout)],
  ];
  const costs = measureInTurns(
    programs.map(([, run]) => run),
    RUNS,
  );
  const rows = programs.map(([name], index) => {
    const walls = (costs[index] ?? []).map(({ wall }) => wall);
    return [
      name,
      `${Math.min(...walls).toFixed(0)} ms`,
      `${median(walls).toFixed(0)} ms`,
    ];
  });
  return [
    `Time until it is done, of ${RUNS} runs each, from the checkout`,
    '',
    ...table([['', 'best', 'median'], ...rows]),
  ].join('\n');
}
