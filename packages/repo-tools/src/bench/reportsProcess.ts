// SPDX-License-Identifier: Apache-2.0
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createReportReader, REPORT_CHUNK_BYTES } from '@plimsoll/engine';

/** What reading one file cost, in milliseconds and bytes. */
export interface ReadingCost {
  readonly milliseconds: number;
  /** The longest time without a turn of the event loop. */
  readonly pause: number;
  /** How much the resident memory grew, at most. */
  readonly growth: number;
  /** How many vulnerabilities it found. */
  readonly vulnerabilities: number;
}

/** Reads a report as a server would, chunk by chunk. */
function readInChunks(file: string): ReadingCost {
  const chunk = new Uint8Array(REPORT_CHUNK_BYTES);
  const input = openSync(file, 'r');
  const before = process.memoryUsage.rss();
  let peak = before;
  let milliseconds = 0;
  let pause = 0;
  const timed = <Answer>(work: () => Answer): Answer => {
    const start = performance.now();
    const answer = work();
    const took = performance.now() - start;
    milliseconds += took;
    pause = Math.max(pause, took);
    peak = Math.max(peak, process.memoryUsage.rss());
    return answer;
  };
  const reader = timed(() => createReportReader());
  for (;;) {
    const length = readSync(input, chunk);
    if (length === 0) break;
    timed(() => reader.push(chunk.subarray(0, length)));
  }
  closeSync(input);
  const result = timed(() => reader.end());
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { vulnerabilities } = result.report;
  return {
    milliseconds,
    pause,
    growth: peak - before,
    vulnerabilities: vulnerabilities.length,
  };
}

/** Reads a report with JSON.parse and keeps the whole of it. */
function readAtOnce(file: string): ReadingCost {
  const before = process.memoryUsage.rss();
  const bytes = readFileSync(file);
  const start = performance.now();
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  const milliseconds = performance.now() - start;
  const growth = process.memoryUsage.rss() - before;
  return {
    milliseconds,
    pause: milliseconds,
    growth,
    vulnerabilities: count(value),
  };
}

/** Keeps the value alive until its memory was measured. */
function count(value: unknown): number {
  return Object.keys(value as object).length;
}

const [way = '', file = ''] = process.argv.slice(2);
const cost = way === 'chunks' ? readInChunks(file) : readAtOnce(file);
process.stdout.write(JSON.stringify(cost));
