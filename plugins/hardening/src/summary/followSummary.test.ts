// SPDX-License-Identifier: Apache-2.0
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { followSummary } from './followSummary';

const done: EntitySummary = {
  entityRef: 'component:default/orders',
  state: 'scored',
  refreshing: false,
};
const busy: EntitySummary = { ...done, refreshing: true };
const pending: EntitySummary = { ...done, state: 'pending' };
const unreadable: EntitySummary = {
  ...pending,
  stale: { since: '2026-11-21T09:12:00Z', reason: 'The host is away.' },
};

type Answer = EntitySummary | Error;

/** Follows answers, one after the other; the last one stays. */
function follow(answers: readonly Answer[]) {
  const asked: number[] = [];
  const summaries: EntitySummary[] = [];
  const errors: Error[] = [];
  const begin = Date.now();
  const stop = followSummary({
    load: async () => {
      const answer = answers[Math.min(asked.length, answers.length - 1)]!;
      asked.push(Date.now() - begin);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onSummary: summary => summaries.push(summary),
    onError: error => errors.push(error),
  });
  return { asked, summaries, errors, stop };
}

const show = (state: DocumentVisibilityState) => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  jest.useFakeTimers();
  show('visible');
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it.each<readonly [string, readonly Answer[]]>([
  ['nothing goes on', [done]],
  ['the repository cannot be read', [unreadable]],
  ['the first request fails', [new Error('away')]],
])('asks once when %s', async (_, answers) => {
  const { asked } = follow(answers);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([0]);
});

it('asks ever more rarely while the repository is read', async () => {
  const { asked } = follow([busy]);
  await jest.advanceTimersByTimeAsync(62_000);
  expect(asked).toEqual([0, 500, 1500, 3500, 7500, 15500, 30500, 45500, 60500]);
});

it('waits for the first assessment, and then no more', async () => {
  const { asked, summaries } = follow([pending, pending, done]);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(3);
  expect(summaries.at(-1)).toBe(done);
});

it('bears two failures in a row, and tells the third', async () => {
  const away = new Error('away');
  const { summaries, errors } = follow([busy, away, away, busy, done]);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(errors).toEqual([]);
  expect(summaries.at(-1)).toBe(done);

  const worse = follow([busy, away]);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(worse.errors).toEqual([away]);
  expect(worse.asked).toHaveLength(4);
});

it('asks nothing while nobody looks', async () => {
  const { asked } = follow([busy]);
  await jest.advanceTimersByTimeAsync(0);
  show('hidden');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  show('visible');
  await jest.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
});

it('is silent after its end', async () => {
  const { asked, summaries, stop } = follow([busy]);
  stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  expect(summaries).toEqual([]);
});
