// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadRequest } from './worker';

/** Thrown where an assessment took too long or too much. */
export class AssessorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AssessorError';
  }
}

/** Limits of one request. */
export interface ThreadLimits {
  /** After this the thread is ended. */
  readonly timeoutMilliseconds: number;
  /** Of the thread's old generation. */
  readonly memoryMebibytes: number;
  /** For objects that live for moments; as Node.js sees fit when absent. */
  readonly youngMebibytes?: number | undefined;
}

/** A worker thread that answers one request at a time. */
export class Thread {
  readonly #worker: Worker;
  readonly #timeoutMilliseconds: number;
  #pending:
    | {
        readonly resolve: (answer: ThreadAnswer) => void;
        readonly reject: (error: AssessorError) => void;
      }
    | undefined;
  #isAlive = true;

  constructor(limits: ThreadLimits, ruleFiles: readonly string[]) {
    this.#timeoutMilliseconds = limits.timeoutMilliseconds;
    const file = require.resolve(
      '@plimsoll/plugin-hardening-backend/assessWorker',
    );
    this.#worker = new Worker(file, {
      workerData: { ruleFiles },
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMebibytes,
        ...(limits.youngMebibytes !== undefined && {
          maxYoungGenerationSizeMb: limits.youngMebibytes,
        }),
      },
      // In a checkout the sources run, compiled on the fly.
      ...(file.endsWith('.ts') && {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
      }),
    });
    this.#worker.on('message', answer => this.#pending?.resolve(answer));
    this.#worker.on('error', cause => {
      const message = `The assessment failed: ${cause.message}`;
      this.#end(new AssessorError(message, { cause }));
    });
    this.#worker.on('exit', code => {
      this.#end(new AssessorError(`The assessment ended with code ${code}`));
    });
  }

  /** False once it has ended; it never comes back. */
  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** @throws AssessorError - then the thread may have ended */
  async ask(request: ThreadRequest): Promise<unknown> {
    const pending = new Promise<ThreadAnswer>((resolve, reject) => {
      this.#pending = { resolve, reject };
    });
    const milliseconds = this.#timeoutMilliseconds;
    const timer = setTimeout(() => {
      const message = `The assessment took longer than ${milliseconds} ms`;
      this.#end(new AssessorError(message));
    }, milliseconds);
    try {
      this.#worker.postMessage(request);
      const { value, failure } = await pending;
      if (failure === undefined) return value;
      throw new AssessorError(`The assessment failed: ${failure}`);
    } finally {
      clearTimeout(timer);
      this.#pending = undefined;
    }
  }

  async close(): Promise<void> {
    this.#end(new AssessorError('The backend is stopping'));
    await this.#worker.terminate();
  }

  #end(error: AssessorError): void {
    this.#isAlive = false;
    this.#pending?.reject(error);
    void this.#worker.terminate();
  }
}
