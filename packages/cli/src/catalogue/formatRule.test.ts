// SPDX-License-Identifier: Apache-2.0
import { RULES } from '@plimsoll/engine';
import { openPage } from '../terminal/page.ts';
import { ruleInfo } from '../testing/assessments.ts';
import { formatRule } from './formatRule.ts';

const PAGE = openPage({ columns: 72 }, {});

it('shows all about a rule', () => {
  const info = ruleInfo('dockerfile/non-root-user', {
    title: 'The containers run as a user that is not root',
    aliases: ['dockerfile/no-root'],
    control: 'non-root',
    mandatoryFor: ['proficient', 'expert'],
    frameworks: ['NIST-800-190 4.4.2', 'CIS-Docker-1.6.0 4.1'],
    peers: { hadolint: ['DL3002'], checkov: ['CKV_DOCKER_3', 'CKV_DOCKER_8'] },
    semantics:
      'Judges the user in force at the end of the last stage, as USER, the base image and the tables of base images tell it.',
    references: ['https://docs.docker.com/reference/dockerfile/#user'],
  });
  const examples = {
    passing: ['FROM a\nUSER 1000\n'],
    failing: [{ Dockerfile: 'FROM a\n\tRUN b\n', '.dockerignore': '' }],
  };
  const [template] = RULES;
  const rule = { ...template!, info, examples };
  expect(formatRule(rule, PAGE)).toMatchInlineSnapshot(`
    "dockerfile/non-root-user
    The containers run as a user that is not root

      severity  high
    confidence  high
         level  proficient, mandatory for proficient and expert
        effort  manual: a person does it
       control  non-root
          once  dockerfile/no-root
     mapped to  NIST-800-190 4.4.2, CIS-Docker-1.6.0 4.1
      see also  checkov CKV_DOCKER_3, CKV_DOCKER_8; hadolint DL3002

    What is judged
      Judges the user in force at the end of the last stage, as USER, the
      base image and the tables of base images tell it.

    Why
      Rationale.

    How to fix it
      Remediation.

    Fails
      Dockerfile
      │ FROM a
      │     RUN b
      .dockerignore
      │ (empty)

    Passes
      │ FROM a
      │ USER 1000

    References
      https://docs.docker.com/reference/dockerfile/#user
    "
  `);
});

it.each(RULES.map(rule => [rule.info.id, rule] as const))(
  'keeps %s within the page',
  (_, rule) => {
    const lines = formatRule(rule, PAGE).split('\n');
    const long = lines.filter(
      line => line.length > PAGE.width && !line.includes('://'),
    );
    expect(long).toEqual([]);
  },
);
