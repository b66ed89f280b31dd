// SPDX-License-Identifier: Apache-2.0
import { SCORE_AREAS, type Scope, type ScoreArea } from '@plimsoll/model';
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientRule } from '../testing/inventRule.ts';

// Cases that were computed by hand before there was code.

/** Ten rules in each area. */
const catalogue = SCORE_AREAS.flatMap(scoreArea =>
  Array.from({ length: 10 }, (_, index) =>
    obedientRule({
      id: `repo/${scoreArea}-${index}`,
      scoreArea,
      ...(index === 9 && { control: 'secrets', severity: 'critical' }),
    }),
  ),
);
const said = (area: ScoreArea, count: number, words: string) =>
  Array.from(
    { length: count },
    (_, index) => `# repo/${area}-${index}: ${words}\n`,
  ).join('');

it.each<{
  name: string;
  scope?: Scope;
  text: string;
  raw: number;
  points: number;
  grade: string;
}>([
  { name: 'golden', text: '', raw: 100, points: 100, grade: 'A' },
  {
    name: 'golden, of files alone',
    scope: 'files',
    text: '',
    raw: 100,
    points: 100,
    grade: 'A',
  },
  {
    name: 'golden, never scanned',
    text: said('scan', 10, 'unknown') + said('image', 10, 'unknown'),
    raw: 90.03,
    points: 89,
    grade: 'B',
  },
  {
    name: 'golden, but one high in the Dockerfile',
    text: said('dockerfile', 1, 'failed high'),
    raw: 97.43,
    points: 89,
    grade: 'B',
  },
  {
    name: '15 high over three areas',
    text:
      said('dockerfile', 5, 'failed high') +
      said('runtime', 5, 'failed high') +
      said('ci', 5, 'failed high'),
    raw: 67.71,
    points: 67,
    grade: 'D',
  },
  {
    name: 'a leaked secret in a golden service',
    text: '# repo/dockerfile-9: failed critical\n',
    raw: 90.48,
    points: 54,
    grade: 'E',
  },
  {
    name: 'a careless Dockerfile alone',
    scope: 'files',
    text: said('dockerfile', 5, 'failed high'),
    raw: 52.2,
    points: 52,
    grade: 'E',
  },
  {
    name: 'a good Dockerfile with four small flaws, alone',
    scope: 'files',
    text: `${said(
      'dockerfile',
      2,
      'failed medium',
    )}# repo/dockerfile-7: failed low
# repo/dockerfile-8: failed low
`,
    raw: 90.48,
    points: 90,
    grade: 'A',
  },
])('$name: $points, $grade', ({ scope = 'full', text, raw, points, grade }) => {
  const alone = catalogue.filter(({ info }) => info.scoreArea === 'dockerfile');
  const assessment = assessFiles(`FROM scratch\n${text}`, {
    rules: scope === 'files' ? alone : catalogue,
    evidence: { scope },
  });
  expect(assessment.score).toEqual({
    status: 'scored',
    points,
    raw: expect.closeTo(raw, 2),
    grade,
  });
});
