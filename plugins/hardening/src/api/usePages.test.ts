// SPDX-License-Identifier: Apache-2.0
import { act, renderHook, waitFor } from '@testing-library/react';
import { usePages, type Page } from './usePages';

const PAGES: Readonly<Record<string, Page<number>>> = {
  first: { items: [1, 2], nextCursor: 'second' },
  second: { items: [3] },
};

it('adds page to page until there is no more', async () => {
  const load = async (cursor = 'first') => PAGES[cursor]!;
  const { result } = renderHook(() => usePages(load, '1'));
  await waitFor(() => expect(result.current.items).toEqual([1, 2]));
  expect(result.current.hasMore).toBe(true);
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.items).toEqual([1, 2, 3]));
  expect(result.current.hasMore).toBe(false);
});

it('keeps what it has when a page fails, and tries that page again', async () => {
  let isAway = true;
  const load = async (cursor = 'first') => {
    if (cursor === 'second' && isAway) throw new Error('away');
    return PAGES[cursor]!;
  };
  const { result } = renderHook(() => usePages(load, '1'));
  await waitFor(() => expect(result.current.hasMore).toBe(true));
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.error?.message).toBe('away'));
  expect(result.current.items).toEqual([1, 2]);

  isAway = false;
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.items).toEqual([1, 2, 3]));
  expect(result.current.error).toBeUndefined();
});

it('begins again for another version', async () => {
  const load = jest.fn(async (cursor = 'first') => PAGES[cursor]!);
  const { result, rerender } = renderHook(
    ({ version }) => usePages(load, version),
    { initialProps: { version: '1' } },
  );
  await waitFor(() => expect(result.current.items).toEqual([1, 2]));
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.items).toEqual([1, 2, 3]));
  rerender({ version: '2' });
  await waitFor(() => expect(result.current.items).toEqual([1, 2]));
  expect(load).toHaveBeenCalledTimes(3);
});
