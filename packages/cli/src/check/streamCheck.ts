// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { GOOD } from '../exitCodes.ts';
import { readLineGroups } from '../readLines.ts';
import { MOST_THREADS } from './checkOptions.ts';
import { startPool, type JudgePool } from './judgePool.ts';
import { judgeLines, type JudgeOptions } from './lineJudge.ts';

/** How lines are answered. */
export interface StreamOptions extends JudgeOptions {
  /** What threads run; all is done in this one when absent. */
  readonly script?: string | undefined;
  /** How many threads; as many as are worth it when absent. */
  readonly threads?: number | undefined;
}

/**
 * Fewer lines than this are answered within seconds by this thread alone, which
 * takes a sixth less processor time: each thread compiles the code again.
 */
const FEW_LINES = 20_000;

/**
 * Answers each `{"id", "files"}` line with a score and findings, in order, and
 * as soon as it can. A line that cannot be answered gets a line with an `error`;
 * nothing ends it.
 */
export async function streamCheck(
  input: Readable,
  output: Writable,
  options: StreamOptions,
): Promise<number> {
  const { script, threads, policy, now } = options;
  const judgeOptions = { policy, now };
  const size = threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const fewLines = threads === undefined ? FEW_LINES : 0;
  let pool: JudgePool | undefined;
  let number = 1;
  let last = Promise.resolve();
  const underWay: Promise<void>[] = [];
  try {
    for await (const lines of readLineGroups(input)) {
      const group = { number, lines };
      number += lines.length;
      if (script !== undefined && size > 1 && number > fewLines) {
        pool ??= startPool(script, size, judgeOptions);
      }
      const answers = pool?.judge(group) ?? judgeLines(group, judgeOptions);
      last = writeAfter(last, answers, output);
      underWay.push(last);
      if (underWay.length > (pool?.capacity ?? 0)) await underWay.shift();
    }
    await last;
  } finally {
    await pool?.stop();
  }
  return GOOD;
}

/** Writes what comes next once all before it is written, and there is room. */
async function writeAfter(
  before: Promise<void>,
  answers: Promise<string> | string,
  output: Writable,
): Promise<void> {
  const text = await answers;
  await before;
  const isFull = !output.write(text);
  if (isFull) await once(output, 'drain');
}
