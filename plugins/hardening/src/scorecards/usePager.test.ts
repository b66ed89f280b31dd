// SPDX-License-Identifier: Apache-2.0
import { act, renderHook, waitFor } from '@testing-library/react';
import { usePager, type LoadPage } from './usePager';

/** Numbers from 0, of which each request gives so many. */
function numbers(most: number, atOnce: number): LoadPage<number> {
  return async (cursor = '0', limit) => {
    const from = Number(cursor);
    const to = Math.min(from + Math.min(limit, atOnce), most);
    const items = Array.from({ length: to - from }, (_, at) => from + at);
    const isFirst = from === 0;
    return {
      items,
      ...(to < most && { nextCursor: String(to) }),
      ...(isFirst && { total: most }),
    };
  };
}

it('goes to the next page and back', async () => {
  const load = numbers(5, 9);
  const { result } = renderHook(() => usePager(load, 2));
  await waitFor(() => expect(result.current.value?.items).toEqual([0, 1]));
  expect(result.current).toMatchObject({ offset: 0, total: 5 });
  expect(result.current.onPrevious).toBeUndefined();

  act(() => result.current.onNext!());
  await waitFor(() => expect(result.current.value?.items).toEqual([2, 3]));
  expect(result.current).toMatchObject({ offset: 2, total: 5 });
  act(() => result.current.onNext!());
  await waitFor(() => expect(result.current.value?.items).toEqual([4]));
  expect(result.current.onNext).toBeUndefined();

  act(() => result.current.onPrevious!());
  await waitFor(() => expect(result.current.value?.items).toEqual([2, 3]));
});

it('asks again where a page comes short, but not for ever', async () => {
  const some = numbers(20, 2);
  const { result } = renderHook(() => usePager(some, 7));
  await waitFor(() => expect(result.current.value?.items).toHaveLength(7));

  let asked = 0;
  const none: LoadPage<number> = async () => {
    asked += 1;
    return { items: [], nextCursor: 'on' };
  };
  const { result: empty } = renderHook(() => usePager(none, 7));
  await waitFor(() => expect(empty.current.isLoading).toBe(false));
  expect(asked).toBe(6);
  expect(empty.current.onNext).toBeDefined();
});

it('begins another list at its start', async () => {
  const { result, rerender } = renderHook(({ load }) => usePager(load, 2), {
    initialProps: { load: numbers(5, 9) },
  });
  await waitFor(() => expect(result.current.onNext).toBeDefined());
  act(() => result.current.onNext!());
  await waitFor(() => expect(result.current.offset).toBe(2));
  rerender({ load: numbers(3, 9) });
  expect(result.current.offset).toBe(0);
  await waitFor(() => expect(result.current.total).toBe(3));
});
