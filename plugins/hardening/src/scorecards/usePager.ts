// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'react';
import type { Page } from '../api/usePages';
import { useRequest, type Request } from '../api/useRequest';

/** A page of a list that goes on. */
export interface CountedPage<T> extends Page<T> {
  /** Of all pages, where that is known. */
  readonly total?: number;
}

/** Loads a page of so many. */
export type LoadPage<T> = (
  cursor: string | undefined,
  limit: number,
  signal: AbortSignal,
) => Promise<CountedPage<T>>;

/** A list of which one page is looked at. */
export interface Pager<T> extends Request<CountedPage<T>> {
  /** Of those on the pages before. */
  readonly offset: number;
  readonly total?: number;
  readonly onNext?: () => void;
  readonly onPrevious?: () => void;
}

interface Place<T> {
  /** The list that this is a place in. */
  readonly load: LoadPage<T>;
  /** Where the pages begin that were looked at; the last one is this. */
  readonly starts: readonly Start[];
  readonly total?: number;
}

interface Start {
  readonly cursor?: string;
  readonly offset: number;
}

const FIRST: readonly Start[] = [{ offset: 0 }];

/**
 * Looks at a list page by page; from its start whenever `load` is another
 * function: memoise it.
 */
export function usePager<T>(load: LoadPage<T>, limit: number): Pager<T> {
  const [kept, setPlace] = useState<Place<T>>({ load, starts: FIRST });
  const place = kept.load === load ? kept : { load, starts: FIRST };
  const { cursor, offset } = place.starts.at(-1)!;
  const loadPage = useCallback(
    (signal: AbortSignal) => fillPage(load, cursor, limit, signal),
    [load, cursor, limit],
  );
  const page = useRequest(loadPage);
  const { value, isLoading } = page;
  const total = value?.total ?? place.total;
  const next = isLoading ? undefined : value?.nextCursor;
  return {
    ...page,
    offset,
    total,
    onNext:
      next === undefined
        ? undefined
        : () =>
            setPlace({
              load,
              total,
              starts: [
                ...place.starts,
                { cursor: next, offset: offset + value!.items.length },
              ],
            }),
    onPrevious:
      place.starts.length === 1
        ? undefined
        : () =>
            setPlace({ ...place, total, starts: place.starts.slice(0, -1) }),
  };
}

/** Requests for one page: the backend looks at so many entities in each. */
const MOST_REQUESTS = 6;

/** A page may come short where few are wanted: then more is asked for. */
async function fillPage<T>(
  load: LoadPage<T>,
  cursor: string | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<CountedPage<T>> {
  let page = await load(cursor, limit, signal);
  for (let request = 1; request < MOST_REQUESTS; request++) {
    const left = limit - page.items.length;
    if (page.nextCursor === undefined || left <= 0) break;
    const { items, nextCursor } = await load(page.nextCursor, left, signal);
    page = { ...page, items: [...page.items, ...items], nextCursor };
  }
  return page;
}
