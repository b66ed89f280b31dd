// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';

/** What is known of something that was asked for. */
export interface Request<T> {
  /** The last answer; stays while the next one is on its way. */
  readonly value?: T;
  readonly error?: Error;
  readonly isLoading: boolean;
  readonly retry: () => void;
}

interface Answer<T> {
  readonly to?: unknown;
  readonly version?: string;
  readonly value?: T;
  readonly error?: Error;
}

/**
 * Loads something, and again whenever `load` is another function: memoise it.
 *
 * @param version - of what is loaded: of another one, it is loaded again
 */
export function useRequest<T>(
  load: (signal: AbortSignal) => Promise<T>,
  version = '',
): Request<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>({});

  useEffect(() => {
    const abort = new AbortController();
    const answerWith = (news: Answer<T>) => {
      if (abort.signal.aborted) return;
      setAnswer(last => ({ value: last.value, ...news, to: load, version }));
    };
    load(abort.signal).then(
      value => answerWith({ value }),
      (error: Error) => answerWith({ error }),
    );
    return () => abort.abort();
  }, [load, version, attempt]);

  const retry = useCallback(() => {
    setAnswer(({ value }) => ({ value }));
    setAttempt(count => count + 1);
  }, []);
  const isLoading = answer.to !== load || answer.version !== version;
  return {
    value: answer.value,
    error: isLoading ? undefined : answer.error,
    isLoading,
    retry,
  };
}
