// SPDX-License-Identifier: Apache-2.0
import { openPage } from '../terminal/page.ts';
import { ruleInfo } from '../testing/assessments.ts';
import { formatRules } from './formatRules.ts';

const RULES = [
  ruleInfo('dockerfile/non-root-user', {
    title: 'The containers run as a user that is not root, by name or number',
    level: 'beginner',
  }),
  ruleInfo('dockerfile/tag', { severity: 'low', title: 'Images have tags' }),
  ruleInfo('dockerignore/present', {
    area: 'dockerignore',
    title: 'It exists',
  }),
];

it('shows the catalogue by area', () => {
  expect(formatRules(RULES, openPage({ columns: 80 }, {})))
    .toMatchInlineSnapshot(`
    "dockerfile  2 rules

      dockerfile/non-root-user  high      beginner    The containers run as a user
                                                      that is not root, by name or
                                                      number
      dockerfile/tag            low       proficient  Images have tags

    dockerignore  1 rule

      dockerignore/present  high      proficient  It exists

    "plimsoll explain RULE" tells all about one.
    "
  `);
});

it('puts titles below where there is no room', () => {
  expect(formatRules(RULES, openPage({ columns: 60 }, {})))
    .toMatchInlineSnapshot(`
    "dockerfile  2 rules

      dockerfile/non-root-user  high      beginner
        The containers run as a user that is not root, by name
        or number
      dockerfile/tag            low       proficient
        Images have tags

    dockerignore  1 rule

      dockerignore/present  high      proficient
        It exists

    "plimsoll explain RULE" tells all about one.
    "
  `);
});
