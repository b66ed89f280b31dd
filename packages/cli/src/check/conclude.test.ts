// SPDX-License-Identifier: Apache-2.0
import type { Assessment, Severity } from '@plimsoll/model';
import { assessment, finding, ruleResult } from '../testing/assessments.ts';
import { conclude } from './conclude.ts';
import type { Thresholds } from './thresholds.ts';

const NONE: Thresholds = {
  minScore: undefined,
  minGrade: undefined,
  failOn: undefined,
};

function concludeOn(
  given: Partial<Assessment>,
  thresholds: Partial<Thresholds> = {},
  warnings: readonly string[] = [],
) {
  const snapshot = { files: [], listing: 'complete', warnings } as const;
  const answer = { target: 'api', snapshot, assessment: assessment(given) };
  return conclude(answer, { ...NONE, ...thresholds });
}

function scored(points: number, grade: 'A' | 'B' | 'C'): Partial<Assessment> {
  return { score: { status: 'scored', points, raw: points, grade } };
}

function failed(severity: Severity, isScored = true): Partial<Assessment> {
  const text = 'FROM a\n';
  return {
    results: [
      ruleResult('dockerfile/a', 'Dockerfile', {
        findings: [
          finding('Dockerfile', text, 'a', { severity, scored: isScored }),
        ],
      }),
    ],
  };
}

it.each<[string, Partial<Assessment>, Partial<Thresholds>, number]>([
  ['no threshold', scored(10, 'C'), {}, 0],
  ['points reached', scored(80, 'B'), { minScore: 80 }, 0],
  ['points missed', scored(79, 'C'), { minScore: 80 }, 1],
  ['grade reached', scored(80, 'B'), { minGrade: 'B' }, 0],
  ['better grade', scored(95, 'A'), { minGrade: 'B' }, 0],
  ['grade missed', scored(79, 'C'), { minGrade: 'B' }, 1],
  ['that severity', failed('high'), { failOn: 'high' }, 1],
  ['a worse one', failed('critical'), { failOn: 'high' }, 1],
  ['a milder one', failed('medium'), { failOn: 'high' }, 0],
  ['one that does not count', failed('critical', false), { failOn: 'low' }, 0],
  ['any of several', scored(79, 'C'), { minScore: 70, minGrade: 'B' }, 1],
])('%s', (_, given, thresholds, exitCode) => {
  expect(concludeOn(given, thresholds).exitCode).toBe(exitCode);
});

it('says what is missed', () => {
  const given = { ...scored(79, 'C'), ...failed('high') };
  const { complaints } = concludeOn(given, {
    minScore: 80,
    minGrade: 'B',
    failOn: 'low',
  });
  expect(complaints).toEqual([
    'api: 79 points; --min-score asks for 80',
    'api: grade C; --min-grade asks for B',
    'api: 1 finding, low or worse; --fail-on low asks for none',
  ]);
});

it.each<[string, Partial<Thresholds>, number]>([
  ['no-container-artefacts', { minScore: 80, failOn: 'low' }, 0],
  ['not-enough-evidence', {}, 0],
  ['not-enough-evidence', { minGrade: 'F' }, 1],
])('not scored: %s with %j', (reason, thresholds, exitCode) => {
  const score = { status: 'notScored', reason } as Assessment['score'];
  expect(concludeOn({ score }, thresholds).exitCode).toBe(exitCode);
});

it('names rules that crashed, and what could not be seen', () => {
  const crashed = ruleResult('dockerfile/a', 'Dockerfile', {
    outcome: 'crashed',
    reason: 'crashed',
    detail: 'x is not a function',
  });
  expect(concludeOn({ results: [crashed] }, {}, ['no folder'])).toEqual({
    exitCode: 0,
    complaints: [
      'no folder',
      'api: dockerfile/a crashed on "Dockerfile" (x is not a function); the others went on, please report it',
    ],
  });
});

it('could not run where there is nothing to read', () => {
  expect(conclude({ target: 'api', error: 'gone' }, NONE)).toEqual({
    exitCode: 2,
    complaints: ['gone'],
  });
});
