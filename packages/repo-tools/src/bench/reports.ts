// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { median } from './measureProcess.ts';
import type { ReadingCost } from './reportsProcess.ts';
import { REPORT_FORMATS, writeReport } from './reportsSample.ts';
import { table } from './table.ts';

const BYTES = 30_000_000;
const RUNS = 5;
const WAYS = ['chunks', 'JSON.parse'] as const;

/**
 * Reads large scan reports with our reader and with JSON.parse, in turns, in a
 * fresh process each time.
 *
 * @param scratch - a folder for the reports
 */
export function benchReports(scratch: string): string {
  const rows = REPORT_FORMATS.flatMap(format => {
    const file = path.join(scratch, `${format}.json`);
    writeReport(file, format, BYTES);
    const costs = WAYS.map((): ReadingCost[] => []);
    for (let run = 0; run < RUNS; run++) {
      for (const [index, way] of WAYS.entries()) {
        costs[index]?.push(measure(way, file));
      }
    }
    const megabytes = statSync(file).size / 1e6;
    return WAYS.map((way, index) =>
      row(`${format}, ${way}`, megabytes, costs[index] ?? []),
    );
  });
  return [
    `Reports of ${
      BYTES / 1e6
    } MB, in chunks of 64 KiB and at once; the best of ${RUNS} fresh processes each, of memory the median`,
    '',
    ...table([
      ['', 'entries', 'processor', 'speed', 'longest pause', 'memory'],
      ...rows,
    ]),
  ].join('\n');
}

function row(
  name: string,
  megabytes: number,
  costs: readonly ReadingCost[],
): readonly string[] {
  // Of a busy machine, the least is the truest.
  const least = (of: (cost: ReadingCost) => number) =>
    Math.min(...costs.map(of));
  const processor = least(cost => cost.processor);
  const entries = least(cost => cost.vulnerabilities);
  return [
    name,
    entries === 0 ? '' : `${entries}`,
    `${processor.toFixed(0)} ms`,
    `${(megabytes / (processor / 1000)).toFixed(0)} MB/s`,
    `${least(cost => cost.pause).toFixed(1)} ms`,
    `+${(median(costs.map(({ growth }) => growth)) / 2 ** 20).toFixed(0)} MiB`,
  ];
}

const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const PROGRAM = path.join(__dirname, 'reportsProcess.ts');

function measure(way: string, file: string): ReadingCost {
  const load = [TRANSFORM, PROGRAM]
    .map(name => `require(${JSON.stringify(name)});`)
    .join('');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', load, '-', way, file],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadingCost;
}
