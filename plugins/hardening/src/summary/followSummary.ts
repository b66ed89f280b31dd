// SPDX-License-Identifier: Apache-2.0
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Failures in a row, while following, before a person is told. */
const PATIENCE = 3;

/** How to follow the summary of one entity. */
export interface Following {
  readonly load: (signal: AbortSignal) => Promise<EntitySummary>;
  readonly onSummary: (summary: EntitySummary) => void;
  readonly onError: (error: Error) => void;
}

/**
 * Loads a summary, and again, ever more rarely, for as long as its repository
 * is being read. Asks nothing while nobody looks at the page.
 *
 * @returns ends it
 */
export function followSummary({
  load,
  onSummary,
  onError,
}: Following): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rounds = 0;
  let failures = 0;

  const look = async () => {
    try {
      const summary = await load(signal);
      if (signal.aborted) return;
      failures = 0;
      onSummary(summary);
      if (isMoving(summary)) wait();
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      if (rounds === 0 || failures >= PATIENCE) onError(error as Error);
      else wait();
    }
  };
  const wait = () => {
    const delay = Math.min(FIRST_WAIT_MS * 2 ** rounds, LONGEST_WAIT_MS);
    rounds += 1;
    timer = setTimeout(() => {
      if (document.visibilityState === 'visible') look();
      else document.addEventListener('visibilitychange', look, { once: true });
    }, delay);
  };

  look();
  return () => {
    abort.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Whether something else will be known within moments. */
function isMoving({ refreshing, state, stale }: EntitySummary): boolean {
  return refreshing || (state === 'pending' && !stale);
}
