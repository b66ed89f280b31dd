// SPDX-License-Identifier: Apache-2.0
import { refusal } from '../testing/scenarios';
import { explainProblem } from './problems';

it.each([
  [401, 'forbidden', 'No. Those who run this portal'],
  [403, 'forbidden', 'No. Those who run this portal'],
  [404, 'unknown', 'has not taken this entity over'],
  [500, 'failed', 'No. Nothing is lost'],
  [503, 'failed', 'No. Nothing is lost'],
])('explains a %i as %s', async (status, kind, words) => {
  const problem = explainProblem(await refusal(status, 'No'));
  expect(problem.kind).toBe(kind);
  expect(problem.text).toContain(words);
});

it('explains a request that never arrived', () => {
  expect(explainProblem(new TypeError('Failed to fetch'))).toMatchObject({
    kind: 'failed',
    text: 'Failed to fetch. Nothing is lost; try again.',
  });
});
