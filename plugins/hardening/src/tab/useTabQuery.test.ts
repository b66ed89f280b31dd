// SPDX-License-Identifier: Apache-2.0
import { parseTabQuery, writeTabQuery, type TabQuery } from './useTabQuery';

const NOTHING: TabQuery = { view: 'failed', severities: [], search: '' };

it.each<readonly [string, TabQuery]>([
  ['', NOTHING],
  ['view=passed', { ...NOTHING, view: 'passed' }],
  [
    'severity=critical&severity=low',
    { ...NOTHING, severities: ['critical', 'low'] },
  ],
  ['search=DL3002', { ...NOTHING, search: 'DL3002' }],
  [
    'image=jobs%2FDockerfile&rule=dockerfile%2Fnon-root-user',
    { ...NOTHING, image: 'jobs/Dockerfile', rule: 'dockerfile/non-root-user' },
  ],
])('reads "%s", and writes it again', (text, query) => {
  expect(parseTabQuery(new URLSearchParams(text))).toEqual(query);
  expect(writeTabQuery(new URLSearchParams(), query).toString()).toBe(text);
});

it('leaves out what makes no sense', () => {
  const query = parseTabQuery(
    new URLSearchParams('view=dreams&severity=terrible&severity=low'),
  );
  expect(query).toEqual({ ...NOTHING, severities: ['low'] });
});

it('leaves what others have in the address', () => {
  const before = new URLSearchParams('theirs=1&search=old&rule=old');
  expect(writeTabQuery(before, NOTHING).toString()).toBe('theirs=1');
});
