// SPDX-License-Identifier: Apache-2.0
import type { Action, Score } from '@plimsoll/model';
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientRule, type Invention } from '../testing/inventRule.ts';

/** So many others that a failure in the area repo leaves a good number. */
const GOOD: Invention = { id: 'dockerfile/good' };

interface Case {
  readonly name: string;
  readonly rules: readonly Invention[];
  readonly said: readonly string[];
  /** `id +gain grade` with the rules, best first. */
  readonly actions: readonly string[];
}

const USER = {
  id: 'repo/user',
  scoreArea: 'repo',
  control: 'non-root',
  title: 'It runs as a user',
} as const;

it.each<Case>([
  {
    name: 'nothing to do',
    rules: [{ id: 'dockerfile/a' }],
    said: [],
    actions: [],
  },
  {
    name: 'remarks and unknown rules ask for nothing',
    rules: [{ id: 'dockerfile/a' }, { id: 'dockerfile/b' }],
    said: ['dockerfile/a: failed info', 'dockerfile/b: unknown'],
    actions: [],
  },
  {
    name: 'a rule is an action of its own',
    rules: [{ id: 'dockerfile/a', severity: 'medium', title: 'A is well' }],
    said: ['dockerfile/a: failed medium'],
    actions: ['dockerfile/a "A is well" assisted +4: dockerfile/a'],
  },
  {
    name: 'one edit may settle several rules, as hard as the hardest',
    rules: [
      { id: 'dockerfile/a', action: 'base-image', effort: 'manual' },
      { id: 'dockerfile/b', action: 'base-image', effort: 'auto' },
      { id: 'dockerfile/c', action: 'base-image', effort: 'manual' },
    ].map(rule => ({ ...rule, severity: 'medium' } as Invention)),
    said: ['dockerfile/a: failed medium', 'dockerfile/b: failed medium'],
    actions: [
      'base-image "Choose a supported, minimal base image" manual +8: dockerfile/a dockerfile/b',
    ],
  },
  {
    name: 'most points for the effort first',
    rules: [
      { id: 'dockerfile/a', severity: 'medium', effort: 'manual' },
      { id: 'dockerfile/b', severity: 'medium', effort: 'auto' },
      { id: 'dockerfile/c', severity: 'low', effort: 'auto' },
      { id: 'dockerfile/d', severity: 'medium', effort: 'assisted' },
    ],
    said: [
      'dockerfile/a: failed medium',
      'dockerfile/b: failed medium',
      'dockerfile/c: failed low',
      'dockerfile/d: failed medium',
    ],
    actions: [
      'dockerfile/b "Nothing is wrong with dockerfile/b" auto +4 A: dockerfile/b',
      'dockerfile/d "Nothing is wrong with dockerfile/d" assisted +4 A: dockerfile/d',
      'dockerfile/a "Nothing is wrong with dockerfile/a" manual +4 A: dockerfile/a',
      'dockerfile/c "Nothing is wrong with dockerfile/c" auto +1: dockerfile/c',
    ],
  },
  {
    name: 'a grade that is reached without a gate in the way',
    rules: [
      { id: 'dockerfile/a', severity: 'medium' },
      { id: 'dockerfile/b', severity: 'medium', action: 'ignore' },
      { id: 'dockerfile/c', severity: 'medium', action: 'ignore' },
    ],
    said: ['a', 'b', 'c'].map(slug => `dockerfile/${slug}: failed medium`),
    actions: [
      'ignore "Keep secrets and version control out of the build context" assisted +8 A: dockerfile/b dockerfile/c',
      'dockerfile/a "Nothing is wrong with dockerfile/a" assisted +4 A: dockerfile/a',
    ],
  },
  {
    name: 'what mends the gate comes first, and once',
    rules: [GOOD, USER, { id: 'dockerfile/a', severity: 'low' }],
    said: ['repo/user: failed high', 'dockerfile/a: failed low'],
    actions: [
      'gate "Become an A: It runs as a user" assisted +20 A: repo/user',
      'dockerfile/a "Nothing is wrong with dockerfile/a" assisted +0 after the gate: dockerfile/a',
    ],
  },
  {
    name: 'several fixes for one gate, each of which waits for the others',
    rules: [
      GOOD,
      USER,
      { id: 'repo/a', scoreArea: 'repo' },
      { id: 'dockerfile/a', severity: 'low' },
    ],
    said: [
      'repo/user: failed low',
      'repo/a: failed critical',
      'dockerfile/a: failed low',
    ],
    actions: [
      'gate "Become an A: 2 fixes" assisted +20 A: repo/a repo/user',
      'repo/a "Nothing is wrong with repo/a" assisted +0 after the gate: repo/a',
      'dockerfile/a "Nothing is wrong with dockerfile/a" assisted +0 after the gate: dockerfile/a',
      'repo/user "It runs as a user" assisted +0: repo/user',
    ],
  },
  {
    name: 'of too many high controls the easiest, and no more than needed',
    rules: [
      GOOD,
      ...['manual', 'assisted', 'manual', 'auto', 'manual', 'manual'].map(
        (effort, index) =>
          ({
            id: `repo/${'abcdef'[index]}`,
            scoreArea: 'repo',
            severity: 'high',
            effort,
          } as Invention),
      ),
    ],
    said: [...'abcdef'].map(slug => `repo/${slug}: failed high`),
    actions: [
      'gate "Become a B: 2 fixes" assisted +10 B: repo/b repo/d',
      'repo/d "Nothing is wrong with repo/d" auto +0 after the gate: repo/d',
      'repo/b "Nothing is wrong with repo/b" assisted +0 after the gate: repo/b',
      ...[...'acef'].map(
        slug =>
          `repo/${slug} "Nothing is wrong with repo/${slug}" manual +0 after the gate: repo/${slug}`,
      ),
    ],
  },
  {
    name: 'no edit mends what is not known',
    rules: [
      { id: 'dockerfile/a' },
      { id: 'dockerfile/b', severity: 'low' },
      { id: 'dockerfile/c', severity: 'low' },
    ],
    said: ['dockerfile/a: unknown', 'dockerfile/b: failed low'],
    actions: [],
  },
])('$name', ({ rules, said, actions }) => {
  const text = ['FROM scratch', ...said.map(line => `# ${line}`), ''];
  const assessment = assessFiles(text.join('\n'), {
    rules: rules.map(obedientRule),
  });
  expect(assessment.actions.map(format)).toEqual(actions);
});

it('counts what an action gives in every image at once', () => {
  const rules = [
    { id: 'dockerfile/a' },
    { id: 'dockerfile/b', severity: 'medium' as const },
  ].map(obedientRule);
  const failing = 'FROM scratch\n# dockerfile/b: failed medium\n';
  const { actions, score } = assessFiles(
    {
      Dockerfile: failing,
      'Dockerfile.dev': failing,
      'api/Dockerfile': failing,
      'web/Dockerfile': 'FROM scratch\n',
    },
    { rules },
  );
  expect(pointsOf(score) + actions[0]!.gain).toBe(100);
});

it('leaves unknown subjects of a mended rule unknown', () => {
  const rules = ['a', 'b', 'c'].map(slug =>
    obedientRule({ id: `dockerfile/${slug}`, severity: 'medium' }),
  );
  const { actions, score } = assessFiles(
    {
      'api/Dockerfile': 'FROM scratch\n# dockerfile/a: failed medium\n',
      'web/Dockerfile': 'FROM scratch\n# dockerfile/a: unknown\n',
    },
    { rules },
  );
  // The load is 20 + 10, then 10: 97.0 and 99.0 points.
  expect(pointsOf(score)).toBe(97);
  expect(actions[0]).toMatchObject({ gain: 2 });
});

function pointsOf(score: Score): number {
  return score.status === 'scored' ? score.points : NaN;
}

function format(action: Action): string {
  const { id, title, effort, gain, grade, afterGate, rules } = action;
  const grades = grade ? ` ${grade}` : '';
  const after = afterGate ? ' after the gate' : '';
  return `${id} "${title}" ${effort} +${gain}${grades}${after}: ${rules.join(
    ' ',
  )}`;
}
