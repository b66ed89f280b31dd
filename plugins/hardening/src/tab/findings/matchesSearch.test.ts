// SPDX-License-Identifier: Apache-2.0
import { exampleRule } from '../../testing/exampleRules';
import { matchesSearch } from './matchesSearch';

const rule = exampleRule({
  id: 'dockerfile/non-root-user',
  title: 'The container does not run as root',
  aliases: ['dockerfile/no-root'],
  peers: { hadolint: ['DL3002'], trivy: ['DS-0002'] },
});

it.each([
  ['', true],
  ['  ', true],
  ['non-root', true],
  ['runs as root', false],
  ['RUN AS ROOT', true],
  ['no-root', true],
  ['dl3002', true],
  ['DS-0002', true],
  ['DL3003', false],
  ['jobs/', true],
])('decides that "%s" fits: %s', (search, fits) => {
  expect(matchesSearch(search, rule.id, rule, ['jobs/Dockerfile'])).toBe(fits);
});

it('finds a rule that is not known by its id', () => {
  expect(matchesSearch('new', 'dockerfile/new-rule', undefined, [])).toBe(true);
});
