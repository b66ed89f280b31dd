// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';
import { reconcile, type ReconcileOptions } from './reconcile';

/** Seconds after the start: the catalog fills itself while the backend starts. */
const STARTUP_SECONDS = [0, 1, 2, 4, 8, 16, 32];
/** A pass over a large catalog is not followed by the next at once. */
const SMALL_CATALOG = 1_000;
const REST_FACTOR = 20;

/** Keeps the entities that are assessed in step with the catalog. */
export class Reconciler {
  readonly #options: ReconcileOptions;
  readonly #onChange: () => void;
  #restUntil = 0;
  #running: Promise<void> | undefined;

  /** @param onChange - called after a pass that wrote something */
  constructor(options: ReconcileOptions, onChange: () => void = () => {}) {
    this.#options = options;
    this.#onChange = onChange;
  }

  /** Several passes, each later than the one before; ends with the signal. */
  async startUp(
    signal: AbortSignal,
    passSeconds: readonly number[] = STARTUP_SECONDS,
  ): Promise<void> {
    let before = 0;
    for (const seconds of passSeconds) {
      try {
        await setTimeout((seconds - before) * 1000, undefined, { signal });
        await this.run(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#options.logger.debug(
          'The catalog cannot be read yet; that is tried again',
          { error: String(error) },
        );
      }
      before = seconds;
    }
  }

  /** One pass, unless one is running, or the last one took long. */
  async run(signal?: AbortSignal): Promise<void> {
    if (this.#running) return this.#running;
    if (performance.now() < this.#restUntil) return undefined;
    this.#running = this.#pass(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #pass(signal?: AbortSignal): Promise<void> {
    const start = performance.now();
    const { entities, written, removed } = await reconcile(
      this.#options,
      signal,
    );
    const end = performance.now();
    if (entities > SMALL_CATALOG) {
      this.#restUntil = end + REST_FACTOR * (end - start);
    }
    if (written + removed === 0) return;
    const { logger } = this.#options;
    logger.info('Took over the entities of the catalog', {
      entities,
      written,
      removed,
    });
    this.#onChange();
  }
}
