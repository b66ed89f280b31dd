// SPDX-License-Identifier: Apache-2.0
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientRule, type Invention } from '../testing/inventRule.ts';

/** So many others that one failure leaves the number above all gates. */
const GOOD: readonly Invention[] = Array.from({ length: 12 }, (_, index) => ({
  id: `dockerfile/good-${index}`,
}));

interface Case {
  readonly name: string;
  readonly rules: readonly Invention[];
  /** Comments that rules obey. */
  readonly said: readonly string[];
  readonly path?: string;
  /** Grade, most points, promise, message; bound ones with a star. */
  readonly gates: readonly string[];
  readonly points: number;
  readonly grade: string;
}

const LOW = { severity: 'low' } as const;
const HIGH = ['a', 'b', 'c', 'd', 'e', 'f'].map(slug => ({
  id: `ci/${slug}`,
  scoreArea: 'repo' as const,
}));

it.each<Case>([
  {
    name: 'none',
    rules: [{ id: 'dockerfile/a', severity: 'medium' }],
    said: ['dockerfile/a: failed medium'],
    gates: [],
    points: 96,
    grade: 'A',
  },
  {
    name: 'no A with a high finding',
    rules: [{ id: 'repo/a', scoreArea: 'repo' }],
    said: ['repo/a: failed high'],
    gates: ['A 89 no-high* 1 open high finding'],
    points: 89,
    grade: 'B',
  },
  {
    name: 'findings are counted, not rules',
    rules: [
      { id: 'repo/a', scoreArea: 'repo' },
      { id: 'repo/b', scoreArea: 'repo' },
    ],
    said: ['repo/a: failed high high low', 'repo/b: failed low'],
    gates: ['A 89 no-high* 2 open high findings'],
    points: 89,
    grade: 'B',
  },
  {
    name: 'no B with a critical finding',
    rules: [
      { id: 'repo/a', scoreArea: 'repo' },
      { id: 'repo/b', scoreArea: 'repo' },
    ],
    said: ['repo/a: failed critical', 'repo/b: failed high high'],
    gates: [
      'B 79 no-critical* 1 open critical finding',
      'A 89 no-high 1 open critical and 2 open high findings',
    ],
    points: 79,
    grade: 'C',
  },
  {
    name: 'a B allows four high controls',
    rules: HIGH,
    said: HIGH.slice(0, 4).map(({ id }) => `${id}: failed high`),
    gates: ['A 89 no-high* 4 open high findings'],
    points: 89,
    grade: 'B',
  },
  {
    name: 'and not five',
    rules: HIGH,
    said: HIGH.slice(0, 5).map(({ id }) => `${id}: failed high`),
    gates: [
      'B 79 few-high* 5 controls with open high findings, and a B allows 4',
      'A 89 no-high 5 open high findings',
    ],
    points: 79,
    grade: 'C',
  },
  {
    name: 'five rules of one control are one',
    rules: HIGH.map(rule => ({ ...rule, control: 'one' })),
    said: HIGH.map(({ id }) => `${id}: failed high`),
    gates: ['A 89 no-high* 6 open high findings'],
    points: 89,
    grade: 'B',
  },
  {
    name: 'no B as root, however mild',
    rules: [{ id: 'repo/user', scoreArea: 'repo', control: 'non-root' }],
    said: ['repo/user: failed low'],
    gates: ['B 79 not-root* runs as root in production'],
    points: 79,
    grade: 'C',
  },
  {
    name: 'root as a remark is none',
    rules: [{ id: 'repo/user', scoreArea: 'repo', control: 'non-root' }],
    said: ['repo/user: failed info'],
    gates: [],
    points: 100,
    grade: 'A',
  },
  {
    name: 'an E with a leaked secret',
    rules: [{ id: 'repo/key', scoreArea: 'repo', control: 'secrets' }],
    said: ['repo/key: failed critical'],
    gates: [
      'D 54 no-leaked-secret* a leaked secret',
      'B 79 no-critical 1 open critical finding',
      'A 89 no-high 1 open critical finding',
    ],
    points: 54,
    grade: 'E',
  },
  {
    name: 'a secret that is not critical is none that leaked',
    rules: [{ id: 'repo/key', scoreArea: 'repo', control: 'secrets' }],
    said: ['repo/key: failed high medium'],
    gates: ['A 89 no-high* 1 open high finding'],
    points: 89,
    grade: 'B',
  },
  {
    name: 'ties are named together',
    rules: [
      { id: 'repo/user', scoreArea: 'repo', control: 'non-root' },
      { id: 'repo/a', scoreArea: 'repo' },
    ],
    said: ['repo/user: failed high', 'repo/a: failed critical critical'],
    gates: [
      'B 79 no-critical* 2 open critical findings',
      'B 79 not-root* runs as root in production',
      'A 89 no-high 2 open critical and 1 open high finding',
    ],
    points: 79,
    grade: 'C',
  },
  {
    name: 'guesses break no promise',
    rules: [
      { id: 'repo/a', scoreArea: 'repo', confidence: 'low' },
      {
        id: 'repo/user',
        scoreArea: 'repo',
        control: 'non-root',
        confidence: 'low',
      },
      {
        id: 'repo/key',
        scoreArea: 'repo',
        control: 'secrets',
        confidence: 'low',
      },
    ],
    said: [
      'repo/a: failed critical high',
      'repo/user: failed high',
      'repo/key: failed critical',
    ],
    gates: [],
    points: 93,
    grade: 'A',
  },
  {
    name: 'fairly sure rules do',
    rules: [{ id: 'repo/a', scoreArea: 'repo', confidence: 'medium' }],
    said: ['repo/a: failed high'],
    gates: ['A 89 no-high* 1 open high finding'],
    points: 89,
    grade: 'B',
  },
  {
    name: 'development breaks no promise',
    rules: [
      { id: 'repo/key', scoreArea: 'repo', control: 'secrets' },
      { id: 'repo/user', scoreArea: 'repo', control: 'non-root' },
    ],
    said: ['repo/key: failed critical', 'repo/user: failed high'],
    path: 'Dockerfile.dev',
    gates: [],
    points: 88,
    grade: 'B',
  },
  {
    name: 'no A when less than 80 % are known',
    rules: [{ id: 'repo/a', scoreArea: 'repo', severity: 'low' }],
    said: [
      'dockerfile/good-0: unknown',
      'dockerfile/good-1: unknown',
      'dockerfile/good-2: unknown',
      'dockerfile/good-3: unknown',
      'repo/a: failed low',
    ],
    gates: ['A 89 coverage-80 only 73 % of what applies is known, not 80 %'],
    points: 81,
    grade: 'B',
  },
  {
    name: 'no B when less than 60 % are known',
    rules: [
      { id: 'repo/a', scoreArea: 'repo', ...LOW },
      { id: 'ci/a', scoreArea: 'ci', ...LOW },
    ],
    said: ['repo/a: unknown', 'ci/a: unknown'],
    gates: [
      'B 79 coverage-60* only 50 % of what applies is known, not 60 %',
      'A 89 coverage-80 only 50 % of what applies is known, not 80 %',
    ],
    points: 79,
    grade: 'C',
  },
  {
    name: 'a gate above the number binds nothing',
    rules: [{ id: 'repo/a', scoreArea: 'dockerfile' }],
    said: ['repo/a: failed high'],
    gates: ['A 89 no-high 1 open high finding'],
    points: 87,
    grade: 'B',
  },
])('$name', ({ rules, said, path = 'Dockerfile', gates, points, grade }) => {
  const text = ['FROM scratch', ...said.map(line => `# ${line}`), ''];
  const assessment = assessFiles(
    { [path]: text.join('\n') },
    { rules: [...GOOD, ...rules].map(obedientRule) },
  );
  expect(
    assessment.gates.map(
      gate =>
        `${gate.grade} ${gate.atMost} ${gate.promise}${
          gate.binding ? '*' : ''
        } ${gate.message}`,
    ),
  ).toEqual(gates);
  expect(assessment.score).toMatchObject({ points, grade });
});

it('names the rules whose passing mends a gate', () => {
  const rules = [
    { id: 'repo/a', scoreArea: 'repo', control: 'secrets' },
    { id: 'repo/b', scoreArea: 'repo', control: 'secrets' },
    { id: 'repo/c', scoreArea: 'repo' },
    { id: 'repo/d', scoreArea: 'repo' },
  ] as const;
  const { gates } = assessFiles(
    `FROM scratch
# repo/a: failed critical
# repo/b: failed high
# repo/c: failed medium high
# repo/d: failed medium
`,
    { rules: [...GOOD, ...rules].map(obedientRule) },
  );
  expect(gates.map(gate => [gate.promise, ...gate.rules])).toEqual([
    ['no-leaked-secret', 'repo/a'],
    ['no-critical', 'repo/a'],
    ['no-high', 'repo/a', 'repo/b', 'repo/c'],
  ]);
});

it('looks at the worst of several images in production', () => {
  const rules = [{ id: 'repo/a', scoreArea: 'repo' } as const].map(
    obedientRule,
  );
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `s${index}/Dockerfile`,
      'FROM scratch\n',
    ]),
  );
  const { score, gates } = assessFiles(
    { ...files, Dockerfile: 'FROM scratch\n# repo/a: failed high\n' },
    { rules },
  );
  expect(gates).toMatchObject([{ promise: 'no-high', binding: true }]);
  expect(score).toMatchObject({ points: 89 });
});

it('counts whole percent of what is known', () => {
  const rules = Array.from({ length: 100 }, (_, index) =>
    obedientRule({ id: `dockerfile/r${index}`, severity: 'low' }),
  );
  const unknown = rules.slice(57).map(({ info }) => `# ${info.id}: unknown\n`);
  const { gates } = assessFiles(`FROM scratch\n${unknown.join('')}`, { rules });
  expect(gates[0]!.message).toBe(
    'only 57 % of what applies is known, not 60 %',
  );
});
