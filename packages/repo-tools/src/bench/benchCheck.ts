// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { version as peerVersion } from 'dockerfile-utils/package.json';
import { measureInTurns } from './measureProcess.ts';
import { PLIMSOLL } from './plimsoll.ts';
import { table } from './table.ts';
import { writeRows } from './writeRows.ts';

const PEER = path.join(__dirname, '../../bin/validateRows.cjs');
const RUNS = 5;

/**
 * Compares whole processes over the same rows: ours judges each Dockerfile by
 * all rules and gives a score, the other validates it.
 *
 * @param scratch - a folder for the rows
 */
export function benchCheck(texts: readonly string[], scratch: string): string {
  const input = path.join(scratch, 'rows.jsonl');
  writeRows(input, texts);
  const names = ['plimsoll check --jsonl', `dockerfile-utils ${peerVersion}`];
  const costs = measureInTurns(
    [
      { command: [...PLIMSOLL, 'check', '--jsonl'], input },
      { command: [process.execPath, PEER], input },
    ],
    RUNS,
  );
  const best = costs.map(runs =>
    Math.min(...runs.map(({ processor }) => processor)),
  );
  const peer = best.at(-1) ?? NaN;
  const rows = names.map((name, index) => {
    const time = best[index] ?? NaN;
    const each = (time / texts.length).toFixed(3);
    return [
      name,
      `${(time / 1000).toFixed(2)} s`,
      `${each} ms`,
      `${(peer / time).toFixed(2)}×`,
    ];
  });
  return [
    `${texts.length} Dockerfiles as rows of JSON; processor time of the whole process, best of ${RUNS}`,
    '',
    ...table([['', 'time', 'each', 'dockerfile-utils = 1'], ...rows]),
  ].join('\n');
}
