// SPDX-License-Identifier: Apache-2.0
import type { ScoreArea } from '@plimsoll/model';
import { RULES } from '../rules/rules.ts';
import { assessFiles, toSources } from '../testing/assessFiles.ts';
import {
  inventRule,
  obedientRule,
  type Invention,
} from '../testing/inventRule.ts';
import { assess } from './assess.ts';

const A = obedientRule({ id: 'dockerfile/a' });

it('judges by the rules of this version, without evidence and policy', () => {
  const assessment = assess({
    files: toSources('FROM scratch\n'),
    listing: 'complete',
    now: new Date('2026-11-21'),
  });
  expect(assessment.scope).toBe('files');
  const judged = new Set(assessment.results.map(({ rule }) => rule));
  const ofFiles = RULES.filter(({ info }) => info.scoreArea !== 'scan');
  expect([...judged].sort()).toEqual(ofFiles.map(({ info }) => info.id).sort());
});

it('says all that there is to say', () => {
  const until = new Date('2027-01-01T00:00:00Z');
  const rules = [
    obedientRule({ id: 'dockerfile/a', severity: 'medium' }),
    inventRule({ id: 'dockerfile/b' }, 'dockerfile', (_, verdict) =>
      verdict.until(verdict.passed(), until),
    ),
  ];
  const assessment = assessFiles(
    'FROM scratch\n# dockerfile/a: failed medium\n',
    { rules },
  );
  const score = {
    status: 'scored',
    points: 96,
    raw: expect.closeTo(100 * Math.exp(-0.04), 10),
    grade: 'A',
  };
  expect(assessment).toEqual({
    schemaVersion: 1,
    rulesetVersion: expect.stringMatching(/./),
    scope: 'files',
    score,
    level: 'beginner',
    coverage: 1,
    gates: [],
    areas: expect.arrayContaining([
      {
        area: 'dockerfile',
        share: 1,
        load: 40,
        raw: score.raw,
        coverage: 1,
      },
    ]),
    controls: [
      {
        control: 'dockerfile/a',
        area: 'dockerfile',
        outcome: 'failed',
        severity: 'medium',
        load: 40,
        pointsLost: expect.closeTo(100 - 100 * Math.exp(-0.04), 10),
        rules: ['dockerfile/a'],
      },
    ],
    actions: [expect.objectContaining({ id: 'dockerfile/a', gain: 4 })],
    images: [{ path: 'Dockerfile', score }],
    results: [
      expect.objectContaining({ rule: 'dockerfile/a', outcome: 'failed' }),
      expect.objectContaining({ rule: 'dockerfile/b', outcome: 'passed' }),
    ],
    validUntil: until.toISOString(),
  });
});

it('refuses two rules with one id', () => {
  expect(() => assessFiles('FROM a\n', { rules: [A, A] })).toThrow(
    'Two rules have the id "dockerfile/a"',
  );
});

it('weighs a rule as the policy says', () => {
  const loadWith = (multipliers: Record<string, number>) =>
    assessFiles('FROM scratch\n# dockerfile/a: failed high\n', {
      rules: [A],
      policy: { multipliers },
    }).areas[0]!.load;
  expect(loadWith({})).toBe(130);
  expect(loadWith({ 'dockerfile/a': 1.5 })).toBe(195);
  expect(loadWith({ 'dockerfile/a': 100 })).toBe(260);
});

describe('no score', () => {
  it.each([
    ['no file', {}],
    ['no Dockerfile', { 'README.md': 'FROM a\n' }],
    ['only Dockerfiles that are excluded', { 'test/Dockerfile': 'FROM a\n' }],
  ])('for %s', (_, files: Record<string, string>) => {
    const { score, level, areas, actions, controls, gates, images, coverage } =
      assessFiles(files, { rules: [A] });
    expect(score).toEqual({
      status: 'notScored',
      reason: 'no-container-artefacts',
    });
    expect({ level, actions, controls, gates, images, coverage }).toEqual({
      level: undefined,
      actions: [],
      controls: [],
      gates: [],
      images: [],
      coverage: 0,
    });
    expect(areas[0]).toMatchObject({ share: 0, reason: 'no-dockerfile' });
  });

  const rules = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(slug =>
    obedientRule({ id: `dockerfile/${slug}` }),
  );

  it.each([
    ['abcdefg', { status: 'scored' }, 0.3],
    ['abcdefgh', { status: 'notScored', reason: 'not-enough-evidence' }, 0.2],
  ])('below 30 %% of what applies: %s', (unknown, score, known) => {
    const said = [...unknown].map(slug => `# dockerfile/${slug}: unknown\n`);
    const assessment = assessFiles(`FROM scratch\n${said.join('')}`, {
      rules,
    });
    expect(assessment.score).toMatchObject(score);
    expect(assessment.coverage).toBe(known);
    expect(assessment.controls.length > 0).toBe(score.status === 'scored');
    expect(assessment.actions).toEqual([]);
    expect(assessment.level).toBe('beginner');
  });

  it('without a rule that applies: never 100 for nothing', () => {
    const { score } = assessFiles(
      'FROM scratch\n# dockerfile/a: notApplicable\n',
      { rules: [A] },
    );
    expect(score).toMatchObject({ reason: 'not-enough-evidence' });
    expect(assessFiles('FROM scratch\n', { rules: [] }).score).toEqual(score);
  });
});

describe('a control', () => {
  const family = (scoreArea: ScoreArea, slug: string): Invention => ({
    id: `${scoreArea === 'runtime' ? 'compose' : scoreArea}/secret-${slug}`,
    scoreArea,
    control: 'secrets',
    severity: 'medium',
  });

  it('counts once in an area, with the heaviest of its rules', () => {
    const rules = [
      family('dockerfile', 'a'),
      family('dockerfile', 'b'),
      family('dockerfile', 'c'),
    ].map(obedientRule);
    const { controls } = assessFiles(
      `FROM scratch
# dockerfile/secret-a: failed low
# dockerfile/secret-b: failed high
# dockerfile/secret-c: unknown
`,
      { rules },
    );
    expect(controls).toEqual([
      expect.objectContaining({
        control: 'secrets',
        outcome: 'failed',
        severity: 'high',
        load: 130,
        rules: [
          'dockerfile/secret-b',
          'dockerfile/secret-c',
          'dockerfile/secret-a',
        ],
      }),
    ]);
  });

  it('is as bad as what is known of it', () => {
    const rules = [
      obedientRule({ ...family('dockerfile', 'a'), severity: 'critical' }),
      obedientRule(family('dockerfile', 'b')),
    ];
    const { controls } = assessFiles(
      'FROM scratch\n# dockerfile/secret-a: unknown\n# dockerfile/secret-b: failed low\n',
      { rules: [...rules, A, obedientRule({ id: 'dockerfile/z' })] },
    );
    expect(controls).toMatchObject([
      { control: 'secrets', outcome: 'failed', severity: 'low', load: 250 },
    ]);
  });

  it('counts in each area where it is looked at', () => {
    const rules = [family('dockerfile', 'a'), family('runtime', 'a')].map(
      obedientRule,
    );
    const { controls } = assessFiles(
      'FROM scratch\n# dockerfile/secret-a: failed medium\n# compose/secret-a: failed medium\n',
      { rules },
    );
    expect(controls.map(({ area, control }) => [area, control])).toEqual([
      ['runtime', 'secrets'],
      ['dockerfile', 'secrets'],
    ]);
  });
});
