// SPDX-License-Identifier: Apache-2.0

// Runs in a worker thread: the engine is synchronous, and a hostile file must
// not block or end the backend.

import { parentPort, workerData } from 'node:worker_threads';
import type { ReadFile } from '@plimsoll/plugin-hardening-node';
import { judge, type JudgeRequest } from './judge';
import { keepTree } from './keptTree';
import { loadRules } from './loadRules';

/** What the thread is asked for. */
export type ThreadRequest =
  | { readonly kind: 'keep'; readonly files: readonly ReadFile[] }
  | { readonly kind: 'judge'; readonly input: JudgeRequest };

/** What it answers. */
export interface ThreadAnswer {
  readonly value?: unknown;
  /** Why there is none. */
  readonly failure?: string;
}

const rules = loadRules(workerData.ruleFiles);

parentPort!.on('message', (request: ThreadRequest) => {
  parentPort!.postMessage(answer(request));
});

function answer(request: ThreadRequest): ThreadAnswer {
  try {
    return {
      value:
        request.kind === 'keep'
          ? keepTree(request.files)
          : judge(request.input, rules),
    };
  } catch (error) {
    return { failure: String(error) };
  }
}
