// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import {
  LeaseLostError,
  type Claim,
  type RepositoryQueue,
} from '../database/repositoryQueue';
import { settledOrAborted } from '../sources/settledOrAborted';
import { keepFailure } from './keepFailure';
import {
  refreshRepository,
  type RefreshContext,
  type RefreshOutcome,
} from './refreshRepository';

/** How a worker goes about it. */
export interface WorkerOptions {
  /** Repositories that are looked at in parallel. */
  readonly slots: number;
  /** Between two looks at the queue when there is nothing to do. */
  readonly pollMilliseconds: number;
  readonly leaseMilliseconds: number;
  /** Of one refresh; then it has failed. */
  readonly limitMilliseconds: number;
  /** That running refreshes are given to end when the backend stops. */
  readonly graceMilliseconds: number;
}

/** How the refresh of a repository ended. */
export type WorkOutcome =
  | RefreshOutcome
  | 'timeout'
  | 'lease-lost'
  | 'stopped'
  | 'error';

/** Between a beat without a lease and giving up. */
const LOSS_MILLISECONDS = 1_000;

/** What is counted. */
export interface WorkerMeter {
  refreshed(outcome: WorkOutcome, milliseconds: number): void;
}

/** Thrown into what runs when the backend stops. */
class StoppingError extends Error {
  constructor() {
    super('The backend is stopping');
    this.name = 'StoppingError';
  }
}

class TimeLimitError extends SourceError {
  constructor(url: string, milliseconds: number) {
    const seconds = milliseconds / 1000;
    super('unreachable', `Reading "${url}" took longer than ${seconds} s`);
  }
}

/**
 * Takes repositories that are due and refreshes them; one in each replica, and
 * all of them share the work through the queue.
 */
export class RefreshWorker {
  readonly #queue: RepositoryQueue;
  readonly #context: RefreshContext;
  readonly #options: WorkerOptions;
  readonly #meter: WorkerMeter;
  readonly #logger: LoggerService;
  readonly #running = new Map<Promise<void>, AbortController>();
  #loop: Promise<void> | undefined;
  #isStopping = false;
  #lookedAt: number | undefined;
  #wake: () => void = () => {};

  constructor(
    context: RefreshContext,
    options: WorkerOptions,
    meter: WorkerMeter = { refreshed: () => {} },
  ) {
    this.#queue = context.queue;
    this.#context = context;
    this.#options = options;
    this.#meter = meter;
    this.#logger = context.logger;
  }

  start(): void {
    this.#loop ??= this.#work();
  }

  /** Looks at the queue at once. */
  wake(): void {
    this.#wake();
  }

  /** Milliseconds since the queue could be looked at, or needed no look. */
  get lookedAgo(): number {
    return this.#lookedAt === undefined
      ? Infinity
      : performance.now() - this.#lookedAt;
  }

  /** Takes nothing more, and lets what runs end, for a while. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wake();
    await this.#loop;
    const grace = setTimeout(() => {
      for (const controller of this.#running.values()) {
        controller.abort(new StoppingError());
      }
    }, this.#options.graceMilliseconds);
    await Promise.all(this.#running.keys());
    clearTimeout(grace);
  }

  async #work(): Promise<void> {
    while (!this.#isStopping) {
      const woken = this.#nextWake();
      const free = this.#options.slots - this.#running.size;
      const claims = await this.#claim(free);
      for (const claim of claims) this.#begin(claim);
      // More may be due: look again as soon as one has ended.
      await woken;
    }
  }

  /** Resolves when someone asks, when a refresh ends, or after the pause. */
  #nextWake(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, this.#options.pollMilliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #claim(limit: number): Promise<readonly Claim[]> {
    try {
      const claims = limit > 0 ? await this.#queue.claim(limit) : [];
      this.#lookedAt = performance.now();
      return claims;
    } catch (error) {
      // The database is away: the next look may find it back.
      this.#logger.error('Cannot look for repositories that are due', {
        error: String(error),
      });
      return [];
    }
  }

  #begin(claim: Claim): void {
    const controller = new AbortController();
    const run = this.#refresh(claim, controller).finally(() => {
      this.#running.delete(run);
      this.#wake();
    });
    this.#running.set(run, controller);
  }

  /** Never throws. */
  async #refresh(claim: Claim, controller: AbortController): Promise<void> {
    const start = performance.now();
    const stopHolding = this.#hold(claim, controller);
    let outcome: WorkOutcome;
    try {
      outcome = await settledOrAborted(
        controller.signal,
        refreshRepository(claim, this.#context, controller.signal),
      );
    } catch (error) {
      outcome = await this.#endBadly(claim, error);
    } finally {
      stopHolding();
    }
    this.#meter.refreshed(outcome, performance.now() - start);
  }

  /** Extends the lease as long as the refresh runs, up to the limit. */
  #hold(claim: Claim, controller: AbortController): () => void {
    const { leaseMilliseconds, limitMilliseconds } = this.#options;
    let isHeld = true;
    let loss: NodeJS.Timeout | undefined;
    const heartbeat = setInterval(async () => {
      try {
        if ((await this.#queue.extend(claim)) || !isHeld) return;
        // Or it was ended by the commit of this very refresh, which then ends
        // in a moment, too.
        loss ??= setTimeout(() => {
          controller.abort(new LeaseLostError(claim.url));
        }, LOSS_MILLISECONDS);
      } catch {
        // The database is away. The next beat may come in time; if not, the
        // result is refused when another worker has taken over.
      }
    }, leaseMilliseconds / 3);
    const limit = setTimeout(() => {
      controller.abort(new TimeLimitError(claim.url, limitMilliseconds));
    }, limitMilliseconds);
    return () => {
      isHeld = false;
      clearInterval(heartbeat);
      clearTimeout(limit);
      clearTimeout(loss);
    };
  }

  async #endBadly(claim: Claim, error: unknown): Promise<WorkOutcome> {
    const { url } = claim;
    try {
      if (error instanceof LeaseLostError) {
        this.#logger.warn('Lost the lease on a repository', { url });
        return 'lease-lost';
      }
      if (error instanceof StoppingError) {
        await this.#queue.release(claim);
        return 'stopped';
      }
      await keepFailure(claim, this.#context, error);
      return error instanceof TimeLimitError ? 'timeout' : 'error';
    } catch (cause) {
      if (cause instanceof LeaseLostError) return 'lease-lost';
      // Nothing is kept, and the lease runs out by itself.
      this.#logger.error('Cannot end the refresh of a repository', {
        url,
        error: String(error),
        cause: String(cause),
      });
      return 'error';
    }
  }
}
