// SPDX-License-Identifier: Apache-2.0
import type { RuleOutcome } from '@plimsoll/plugin-hardening-common';
import { exampleRule } from '../../testing/exampleRules';
import { countOutcomes } from './countOutcomes';
import { levelAfter, missingRules } from './missingRules';

const rules = new Map(
  [
    exampleRule({
      id: 'dockerfile/mandatory',
      title: 'Mandatory',
      mandatoryFor: ['proficient'],
    }),
    exampleRule({
      id: 'dockerfile/blocking',
      title: 'Blocking',
      level: 'beginner',
      severity: 'high',
    }),
    exampleRule({
      id: 'dockerfile/guess',
      title: 'Guess',
      level: 'beginner',
      severity: 'high',
      confidence: 'low',
    }),
    exampleRule({
      id: 'dockerfile/later',
      title: 'Later',
      mandatoryFor: ['expert'],
    }),
  ].map(rule => [rule.id, rule]),
);

const outcome = (
  rule: string,
  result: RuleOutcome['outcome'],
  role: RuleOutcome['role'] = 'production',
  path = 'Dockerfile',
): RuleOutcome => ({
  rule: `dockerfile/${rule}`,
  path,
  role,
  outcome: result,
  findings: 0,
});

it.each<readonly [string, readonly RuleOutcome[], readonly string[]]>([
  ['failed', [outcome('mandatory', 'failed')], ['dockerfile/mandatory']],
  ['unknown', [outcome('mandatory', 'unknown')], ['dockerfile/mandatory']],
  ['crashed', [outcome('mandatory', 'crashed')], ['dockerfile/mandatory']],
  ['passed', [outcome('mandatory', 'passed')], []],
  ['not applicable', [outcome('mandatory', 'notApplicable')], []],
  [
    'failed in excluded files',
    [outcome('mandatory', 'failed', 'excluded')],
    [],
  ],
  ['needed for a higher level', [outcome('later', 'failed')], []],
  [
    'blocking, and failed',
    [outcome('blocking', 'failed')],
    ['dockerfile/blocking'],
  ],
  ['blocking, and unknown', [outcome('blocking', 'unknown')], []],
  ['a guess', [outcome('guess', 'failed')], []],
])('judges a rule that is %s', (_, outcomes, missing) => {
  expect(
    missingRules('proficient', outcomes, rules).map(({ rule }) => rule.id),
  ).toEqual(missing);
});

it('names failures before what is unknown', () => {
  const missing = missingRules(
    'proficient',
    [outcome('mandatory', 'unknown'), outcome('blocking', 'failed')],
    rules,
  );
  expect(missing.map(({ state }) => state)).toEqual(['failed', 'unknown']);
});

it('knows what comes after each level', () => {
  expect([
    levelAfter(undefined),
    levelAfter('beginner'),
    levelAfter('proficient'),
    levelAfter('expert'),
  ]).toEqual(['beginner', 'proficient', 'expert', undefined]);
});

it('counts a rule once, by its worst file', () => {
  expect(
    countOutcomes([
      outcome('mandatory', 'passed'),
      outcome('mandatory', 'failed', 'production', 'jobs/Dockerfile'),
      outcome('blocking', 'passed'),
      outcome('guess', 'crashed'),
      outcome('later', 'notApplicable'),
      outcome('later', 'failed', 'excluded'),
    ]),
  ).toEqual({ failed: 1, unknown: 1, passed: 1, notApplicable: 1 });
});
