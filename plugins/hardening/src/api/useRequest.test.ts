// SPDX-License-Identifier: Apache-2.0
import { act, renderHook, waitFor } from '@testing-library/react';
import { useRequest } from './useRequest';

it('keeps the last answer while the next one is on its way', async () => {
  const load = jest.fn(async () => 'one');
  const { result, rerender } = renderHook(
    ({ version }) => useRequest(load, version),
    { initialProps: { version: '1' } },
  );
  expect(result.current).toMatchObject({ value: undefined, isLoading: true });
  await waitFor(() => expect(result.current.value).toBe('one'));

  load.mockResolvedValue('two');
  rerender({ version: '2' });
  expect(result.current).toMatchObject({ value: 'one', isLoading: true });
  await waitFor(() => expect(result.current.value).toBe('two'));
  expect(result.current.isLoading).toBe(false);
});

it('ends a request that nobody waits for any more', async () => {
  const signals: AbortSignal[] = [];
  const load = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>(() => {});
  };
  const { rerender, unmount } = renderHook(
    ({ version }) => useRequest(load, version),
    { initialProps: { version: '1' } },
  );
  rerender({ version: '2' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  unmount();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

it('tells why there is no answer, and tries again on request', async () => {
  const load = jest
    .fn<Promise<string>, []>()
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValueOnce('here');
  const { result } = renderHook(() => useRequest(load));
  await waitFor(() => expect(result.current.error?.message).toBe('away'));
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.value).toBe('here'));
  expect(result.current.error).toBeUndefined();
});
