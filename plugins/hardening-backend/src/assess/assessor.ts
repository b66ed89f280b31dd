// SPDX-License-Identifier: Apache-2.0
import type { ReportError } from '@plimsoll/model';
import type { ReadFile } from '@plimsoll/plugin-hardening-node';
import type { ScanResult } from '../scans/readScan';
import type { ScanDestination } from '../scans/scanSlot';
import type { JudgeRequest, Judgement } from './judge';
import type { KeptTree } from './keptTree';
import { AssessorError, Thread, type ThreadLimits } from './thread';
import type { ThreadRequest } from './worker';

/** What the threads may take. */
export interface AssessorOptions extends ThreadLimits {
  readonly threads: number;
  /** After this without work the threads end. */
  readonly idleMilliseconds: number;
  /** Of other modules, see `loadRules`. */
  readonly ruleFiles: readonly string[];
}

const DEFAULTS: AssessorOptions = {
  threads: 1,
  timeoutMilliseconds: 60_000,
  memoryMebibytes: 512,
  idleMilliseconds: 60_000,
  ruleFiles: [],
};

/**
 * Runs the engine in threads of its own. They start when there is work. One
 * that takes too long, or too much memory, is ended and replaced.
 */
export class Assessor {
  readonly #options: AssessorOptions;
  readonly #idle: Thread[] = [];
  readonly #busy = new Set<Thread>();
  readonly #waiting: (() => void)[] = [];
  #idleTimer: NodeJS.Timeout | undefined;
  #taken = 0;
  #isClosed = false;

  constructor(options: Partial<AssessorOptions> = {}) {
    this.#options = { ...DEFAULTS, ...options };
  }

  /**
   * Masks and compresses what was read.
   *
   * @throws AssessorError
   */
  async keep(files: readonly ReadFile[]): Promise<KeptTree> {
    return (await this.#run({ kind: 'keep', files })) as KeptTree;
  }

  /** @throws AssessorError */
  async assess(input: JudgeRequest): Promise<Judgement> {
    return (await this.#run({ kind: 'judge', input })) as Judgement;
  }

  /**
   * Reads a scan report, as fast as its chunks come. Once something is wrong no
   * more of them are taken.
   *
   * @throws AssessorError
   * @throws Error - of the chunks
   */
  async readScan(
    destination: ScanDestination,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<ScanResult> {
    return this.#withThread(async thread => {
      await thread.ask({ kind: 'beginScan', destination });
      for await (const chunk of chunks) {
        const error = await thread.ask({ kind: 'pushScan', chunk });
        if (error) return { ok: false, error: error as ReportError };
      }
      return (await thread.ask({ kind: 'endScan' })) as ScanResult;
    });
  }

  /** Ends the threads; nothing more is assessed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting.splice(0).forEach(proceed => proceed());
    const threads = [...this.#idle.splice(0), ...this.#busy];
    clearTimeout(this.#idleTimer);
    await Promise.all(threads.map(thread => thread.close()));
  }

  #run(request: ThreadRequest): Promise<unknown> {
    return this.#withThread(thread => thread.ask(request));
  }

  async #withThread<T>(work: (thread: Thread) => Promise<T>): Promise<T> {
    while (this.#taken >= this.#options.threads && !this.#isClosed) {
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
      });
    }
    if (this.#isClosed) throw new AssessorError('The backend is stopping');
    this.#taken += 1;
    clearTimeout(this.#idleTimer);
    const thread = this.#takeThread();
    try {
      return await work(thread);
    } finally {
      this.#taken -= 1;
      this.#putBack(thread);
      this.#waiting.shift()?.();
    }
  }

  #takeThread(): Thread {
    let thread = this.#idle.pop();
    while (thread && !thread.isAlive) thread = this.#idle.pop();
    thread ??= new Thread(this.#options, this.#options.ruleFiles);
    this.#busy.add(thread);
    return thread;
  }

  #putBack(thread: Thread): void {
    this.#busy.delete(thread);
    if (!thread.isAlive || this.#isClosed) return;
    this.#idle.push(thread);
    if (this.#taken > 0) return;
    this.#idleTimer = setTimeout(() => {
      for (const one of this.#idle.splice(0)) void one.close();
    }, this.#options.idleMilliseconds);
    this.#idleTimer.unref();
  }
}
