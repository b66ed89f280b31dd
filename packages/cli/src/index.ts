// SPDX-License-Identifier: Apache-2.0
import { isMainThread } from 'node:worker_threads';
import { run } from './run.ts';

if (isMainThread) {
  run(process.argv).then(exitCode => {
    process.exitCode = exitCode;
  });
} else {
  import('./check/judgeWorker.ts').then(worker => worker.startJudging());
}
