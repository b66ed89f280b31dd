// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';

/** A piece of a list, and where it goes on. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** A list that is loaded piece by piece. */
export interface Pages<T> {
  /** What has come so far; of the list before, until the first page comes. */
  readonly items?: readonly T[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error?: Error;
  readonly loadMore: () => void;
}

interface Loaded<T> {
  readonly items?: readonly T[];
  readonly nextCursor?: string;
  readonly error?: Error;
}

/**
 * Loads the first page, and again whenever `load` is another function: memoise
 * it.
 *
 * @param version - of what is loaded: of another one, it is loaded again
 */
export function usePages<T>(
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  version: string,
): Pages<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({});
  const [isLoading, setLoading] = useState(true);
  const abort = useRef<AbortController>();

  const get = useCallback(
    (cursor: string | undefined, before: readonly T[]) => {
      abort.current?.abort();
      const { signal } = (abort.current = new AbortController());
      setLoading(true);
      load(cursor, signal).then(
        ({ items, nextCursor }) => {
          if (signal.aborted) return;
          setLoaded({ items: [...before, ...items], nextCursor });
          setLoading(false);
        },
        (error: Error) => {
          if (signal.aborted) return;
          setLoaded(last => ({ ...last, error }));
          setLoading(false);
        },
      );
    },
    [load],
  );

  useEffect(() => {
    get(undefined, []);
    return () => abort.current?.abort();
  }, [get, version]);

  const { items, nextCursor, error } = loaded;
  const loadMore = useCallback(() => {
    setLoaded(({ error: _, ...last }) => last);
    get(nextCursor, nextCursor === undefined ? [] : items ?? []);
  }, [get, items, nextCursor]);

  return {
    items,
    hasMore: nextCursor !== undefined,
    isLoading,
    error,
    loadMore,
  };
}
