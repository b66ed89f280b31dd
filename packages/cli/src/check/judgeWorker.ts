// SPDX-License-Identifier: Apache-2.0
import { parentPort, workerData } from 'node:worker_threads';
import { judgeLines, type JudgeOptions, type LineGroup } from './lineJudge.ts';

/** Answers groups of lines in a thread of its own, until it is stopped. */
export function startJudging(): void {
  const options = workerData as JudgeOptions;
  parentPort?.on('message', (group: LineGroup) => {
    parentPort?.postMessage(judgeLines(group, options));
  });
}
