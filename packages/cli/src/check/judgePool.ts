// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { judgeLines, type JudgeOptions, type LineGroup } from './lineJudge.ts';

/** Threads that answer lines side by side. */
export interface JudgePool {
  /** How many groups keep all threads busy. */
  readonly capacity: number;
  judge(group: LineGroup): Promise<string>;
  stop(): Promise<void>;
}

/** One thread, and the groups that it has been given, in order. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: {
    readonly group: LineGroup;
    resolve(answers: string): void;
  }[];
  isLost: boolean;
}

/**
 * Starts threads.
 *
 * @param script - what a thread runs; it has to call `startJudging`
 */
export function startPool(
  script: string,
  size: number,
  options: JudgeOptions,
): JudgePool {
  const threads = Array.from({ length: size }, () =>
    startThread(script, options),
  );
  return {
    capacity: 2 * size,
    judge: group =>
      new Promise(resolve => {
        const [idlest] = threads
          .filter(({ isLost }) => !isLost)
          .sort((a, b) => a.waiting.length - b.waiting.length);
        if (!idlest) {
          resolve(judgeLines(group, options));
          return;
        }
        idlest.waiting.push({ group, resolve });
        idlest.worker.postMessage(group);
      }),
    async stop() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(script: string, options: JudgeOptions): Thread {
  const worker = new Worker(script, { workerData: options });
  const thread: Thread = { worker, waiting: [], isLost: false };
  worker.on('message', (answers: string) => {
    thread.waiting.shift()?.resolve(answers);
  });
  // What a lost thread leaves is answered here: no line goes without an answer.
  worker.on('error', () => {});
  worker.on('exit', () => {
    thread.isLost = true;
    for (const { group, resolve } of thread.waiting.splice(0)) {
      resolve(judgeLines(group, options));
    }
  });
  return thread;
}
