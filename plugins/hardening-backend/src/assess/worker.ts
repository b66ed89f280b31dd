// SPDX-License-Identifier: Apache-2.0

// Runs in a worker thread: the engine is synchronous, and a hostile file must
// not block or end the backend.

import { parentPort, workerData } from 'node:worker_threads';
import type { ReadFile } from '@plimsoll/plugin-hardening-node';
import { judge, type JudgeRequest } from './judge';
import { keepTree } from './keptTree';
import { loadRules } from './loadRules';
import { ScanReading } from '../scans/readScan';
import type { ScanDestination } from '../scans/scanSlot';

/** What the thread is asked for. */
export type ThreadRequest =
  | { readonly kind: 'keep'; readonly files: readonly ReadFile[] }
  | { readonly kind: 'judge'; readonly input: JudgeRequest }
  /** A report comes in chunks, one after the other. */
  | { readonly kind: 'beginScan'; readonly destination: ScanDestination }
  | { readonly kind: 'pushScan'; readonly chunk: Uint8Array }
  | { readonly kind: 'endScan' };

/** What it answers. */
export interface ThreadAnswer {
  readonly value?: unknown;
  /** Why there is none. */
  readonly failure?: string;
}

const rules = loadRules(workerData.ruleFiles);
let scan: ScanReading | undefined;

parentPort!.on('message', (request: ThreadRequest) => {
  parentPort!.postMessage(answer(request));
});

function answer(request: ThreadRequest): ThreadAnswer {
  try {
    return { value: perform(request) };
  } catch (error) {
    return { failure: String(error) };
  }
}

function perform(request: ThreadRequest): unknown {
  switch (request.kind) {
    case 'keep':
      return keepTree(request.files);
    case 'judge':
      return judge(request.input, rules);
    case 'beginScan':
      scan = new ScanReading(request.destination);
      return undefined;
    case 'pushScan':
      return scan?.push(request.chunk);
    default: {
      const result = scan?.end();
      scan = undefined;
      return result;
    }
  }
}
