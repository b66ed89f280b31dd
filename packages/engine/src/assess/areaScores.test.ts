// SPDX-License-Identifier: Apache-2.0
import {
  SCORE_AREAS,
  type AreaScore,
  type Scope,
  type ScoreArea,
} from '@plimsoll/model';
import { assessFiles } from '../testing/assessFiles.ts';
import {
  inventRule,
  obedientContextRule,
  obedientRule,
} from '../testing/inventRule.ts';

describe('areas', () => {
  const rules = [
    obedientRule({ id: 'dockerfile/a' }),
    obedientContextRule({ id: 'dockerignore/a', scoreArea: 'dockerignore' }),
    obedientRule({ id: 'image/a', scoreArea: 'image' }),
    obedientRule({
      id: 'ci/a',
      scoreArea: 'ci',
      lifecycle: 'experimental',
    }),
  ];

  it.each<[Scope, Partial<Record<ScoreArea, string>>]>([
    [
      'files',
      {
        runtime: 'not-judged-yet',
        scan: 'not-collected-here',
        image: 'not-collected-here',
        ci: 'not-judged-yet',
        repo: 'not-judged-yet',
      },
    ],
    [
      'full',
      {
        runtime: 'not-judged-yet',
        scan: 'not-judged-yet',
        ci: 'not-judged-yet',
        repo: 'not-judged-yet',
      },
    ],
  ])('that do not apply say why, in the scope %s', (scope, expected) => {
    const { areas, results } = assessFiles('FROM scratch\n', {
      rules,
      evidence: { scope },
    });
    expect(areas.map(({ area }) => area)).toEqual(SCORE_AREAS);
    expect(reasons(areas)).toEqual(expected);
    expect(results.some(({ rule }) => rule === 'image/a')).toBe(
      scope === 'full',
    );
  });

  it('share the whole among those that apply', () => {
    const shares = (said: string, scope: Scope) =>
      Object.fromEntries(
        assessFiles(`FROM scratch\n${said}`, { rules, evidence: { scope } })
          .areas.filter(({ share }) => share > 0)
          .map(({ area, share }) => [area, share]),
      );
    expect(shares('', 'files')).toEqual({ dockerfile: 0.8, dockerignore: 0.2 });
    expect(shares('', 'full')).toEqual({
      dockerfile: 20 / 35,
      dockerignore: 5 / 35,
      image: 10 / 35,
    });
    expect(shares('# dockerignore/a: notApplicable\n', 'files')).toEqual({
      dockerfile: 1,
    });
  });

  it('name what most of their rules say', () => {
    const quiet = ['b', 'c'].map(slug =>
      inventRule(
        { id: `dockerignore/${slug}`, scoreArea: 'dockerignore' },
        'buildContext',
        (_, verdict) => verdict.notApplicable('windows-image'),
      ),
    );
    const { areas } = assessFiles(
      'FROM scratch\n# dockerignore/a: notApplicable\n',
      { rules: [...rules, ...quiet] },
    );
    expect(reasons(areas)).toMatchObject({ dockerignore: 'windows-image' });
  });

  it('limit what their unknown rules add, and split it among them', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((slug, index) =>
      obedientRule({
        id: `dockerfile/${slug}`,
        severity: index < 4 ? 'critical' : 'low',
      }),
    );
    const { areas, controls } = assessFiles(
      `FROM scratch
# dockerfile/a: failed high
# dockerfile/b: unknown
# dockerfile/c: unknown
# dockerfile/e: unknown
`,
      { rules: many },
    );
    // 130, and 250 + 250 + 5 cut down to 350.
    expect(areas[0]!.load).toBe(480);
    expect(
      controls.map(({ control, outcome, severity, load }) => [
        control,
        outcome,
        severity,
        load,
      ]),
    ).toEqual([
      ['dockerfile/b', 'unknown', 'critical', 173],
      ['dockerfile/c', 'unknown', 'critical', 173],
      ['dockerfile/a', 'failed', 'high', 130],
      ['dockerfile/e', 'unknown', 'low', 4],
    ]);
  });
});

function reasons(areas: readonly AreaScore[]) {
  return Object.fromEntries(
    areas
      .filter(({ share }) => share === 0)
      .map(({ area, reason }) => [area, reason]),
  );
}
