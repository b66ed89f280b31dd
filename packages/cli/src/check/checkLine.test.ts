// SPDX-License-Identifier: Apache-2.0
import type { RuleInfo } from '@plimsoll/model';
import {
  assessment,
  finding,
  ruleInfo,
  ruleResult,
} from '../testing/assessments.ts';
import { checkLine } from './checkLine.ts';

const TEXT = 'FROM a\nRUN b \\\n  c\nRUN d\n';

function rowsOf(
  results: Parameters<typeof ruleResult>[2][],
  info: Partial<RuleInfo> = {},
) {
  const rule = ruleInfo('dockerfile/a', info);
  const answer = assessment({
    results: results.map(rest => ruleResult(rule.id, 'Dockerfile', rest)),
  });
  return checkLine(1, answer, new Map([[rule.id, rule]])).findings;
}

it.each([
  ['RUN d', 4, 4],
  ['RUN b \\\n  c', 2, 3],
  ['RUN b \\\n  c\n', 2, 3],
  ['\nRUN d', 3, 4],
])('gives %j its lines', (at, line, endLine) => {
  const findings = [finding('Dockerfile', TEXT, at)];
  expect(rowsOf([{ findings }])).toMatchObject([{ line, endLine }]);
});

it('has a row for each place and each doubt, and none for what is well', () => {
  const findings = ['b', 'd'].map(at => finding('Dockerfile', TEXT, at));
  const rows = rowsOf([
    { findings },
    { outcome: 'passed' },
    { outcome: 'notApplicable', reason: 'no-subject' },
    { outcome: 'unknown', reason: 'image-not-known', detail: 'a:1' },
    { outcome: 'crashed', reason: 'crashed', detail: 'oh' },
  ]);
  expect(
    rows.map(({ outcome, line, message }) => [outcome, line, message]),
  ).toEqual([
    ['unknown', null, 'The tables of facts do not know the image: a:1'],
    ['crashed', null, 'The rule failed by a mistake of its own: oh'],
    ['failed', 2, 'Message about b.'],
    ['failed', 4, 'Message about d.'],
  ]);
});

it.each<[boolean, Partial<RuleInfo>, 'production' | 'excluded']>([
  [true, {}, 'production'],
  [false, {}, 'excluded'],
  [false, { severity: 'info' }, 'production'],
  [false, { lifecycle: 'experimental' }, 'production'],
])('says whether a doubt counts: %j for %j, %s', (scored, info, role) => {
  const rows = rowsOf(
    [{ role, outcome: 'unknown', reason: 'needs-registry' }],
    info,
  );
  expect(rows).toMatchObject([{ scored }]);
});
