// SPDX-License-Identifier: Apache-2.0
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createReportReader, REPORT_CHUNK_BYTES } from '@plimsoll/engine';

/** What reading one file cost, in milliseconds and bytes. */
export interface ReadingCost {
  /** Of all processors together, without reading from disk. */
  readonly processor: number;
  /** The longest work without a turn of the event loop, in its thread alone. */
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
  let processor = 0;
  let pause = 0;
  const timed = <Answer>(work: () => Answer): Answer => {
    const thread = threadTime();
    const start = process.cpuUsage();
    const answer = work();
    processor += processorTime(start);
    pause = Math.max(pause, threadTime() - thread);
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
    processor,
    pause,
    growth: peak - before,
    vulnerabilities: vulnerabilities.length,
  };
}

/** Reads a report with JSON.parse and keeps the whole of it. */
function readAtOnce(file: string): ReadingCost {
  const before = process.memoryUsage.rss();
  const bytes = readFileSync(file);
  const thread = threadTime();
  const start = process.cpuUsage();
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  const processor = processorTime(start);
  const pause = threadTime() - thread;
  const growth = process.memoryUsage.rss() - before;
  // Keeps the value alive until here.
  if (value === undefined) throw new Error('Nothing was read');
  return { processor, pause, growth, vulnerabilities: 0 };
}

/** Of this thread, so that other programs do not count; old Node has it not. */
function threadTime(): number {
  if (!('threadCpuUsage' in process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const [way = '', file = ''] = process.argv.slice(2);
const cost = way === 'chunks' ? readInChunks(file) : readAtOnce(file);
process.stdout.write(JSON.stringify(cost));
