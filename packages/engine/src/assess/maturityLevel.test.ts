// SPDX-License-Identifier: Apache-2.0
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientRule, type Invention } from '../testing/inventRule.ts';

const LADDER: readonly Invention[] = [
  { id: 'dockerfile/floor', level: 'beginner', severity: 'high' },
  { id: 'dockerfile/user', mandatoryFor: ['proficient'], severity: 'low' },
  ...['a', 'b', 'c', 'd', 'e', 'f'].map(slug => ({
    id: `dockerfile/proficient-${slug}`,
    severity: 'medium' as const,
  })),
  {
    id: 'dockerfile/distroless',
    level: 'expert',
    mandatoryFor: ['expert'],
    severity: 'low',
  },
  ...['a', 'b', 'c', 'd'].map(slug => ({
    id: `dockerfile/expert-${slug}`,
    level: 'expert' as const,
    severity: 'low' as const,
  })),
];

it.each([
  { name: 'all is well', said: [], level: 'expert' },
  {
    name: 'a beginner rule failed mildly',
    said: ['floor: failed medium'],
    level: 'expert',
  },
  {
    name: 'a beginner rule failed badly',
    said: ['floor: failed high'],
    level: 'beginner',
  },
  {
    name: 'a mandatory rule failed, however mild',
    said: ['user: failed low'],
    level: 'beginner',
  },
  {
    name: 'a mandatory rule has only a remark',
    said: ['user: failed info'],
    level: 'expert',
  },
  {
    name: 'a mandatory rule is unknown',
    said: ['user: unknown'],
    level: 'beginner',
  },
  {
    name: 'a mandatory rule crashed',
    said: ['user: crashed'],
    level: 'beginner',
  },
  {
    name: 'a mandatory rule does not apply',
    said: ['user: notApplicable'],
    level: 'expert',
  },
  {
    // 210 of 250 is 84 %.
    name: 'less than 85 % of what makes one proficient pass',
    said: ['proficient-a: failed medium'],
    level: 'beginner',
  },
  {
    // 170 of 200.
    name: 'exactly 85 % of it pass',
    said: [
      'proficient-e: notApplicable',
      'proficient-f: notApplicable',
      'proficient-x: failed low',
      'proficient-y: failed low',
      'proficient-z: failed low',
    ],
    extra: [
      { id: 'dockerfile/proficient-x', severity: 'low' },
      { id: 'dockerfile/proficient-y', severity: 'low' },
      { id: 'dockerfile/proficient-z', severity: 'low' },
    ] as const,
    level: 'expert',
  },
  {
    name: 'the mandatory rule of an expert failed',
    said: ['distroless: failed low'],
    level: 'proficient',
  },
  {
    name: 'exactly 80 % of what makes an expert pass',
    said: ['expert-a: failed low'],
    level: 'expert',
  },
  {
    name: 'less than 80 % of it',
    said: ['expert-a: failed low', 'expert-b: unknown'],
    level: 'proficient',
  },
  {
    name: 'less than 80 % of everything is known',
    said: ['floor: unknown'],
    // 130 of 430 are not known.
    level: 'proficient',
  },
])('is $level: $name', ({ said, level, extra = [] }) => {
  const text = said.map(line => `# dockerfile/${line}\n`).join('');
  const assessment = assessFiles(`FROM scratch\n${text}`, {
    rules: [...LADDER, ...extra].map(obedientRule),
  });
  expect(assessment.level).toBe(level);
});

it('is decided by production, where there is any', () => {
  const rules = LADDER.map(obedientRule);
  const root = 'FROM scratch\n# dockerfile/user: failed low\n';
  const levelOf = (files: Record<string, string>) =>
    assessFiles(files, { rules }).level;
  expect(
    levelOf({ Dockerfile: 'FROM scratch\n', 'Dockerfile.dev': root }),
  ).toBe('expert');
  expect(levelOf({ 'Dockerfile.dev': root })).toBe('beginner');
  expect(
    levelOf({ Dockerfile: root, 'Dockerfile.dev': 'FROM scratch\n' }),
  ).toBe('beginner');
});

it('never hangs on a guess about what beginners get right', () => {
  const guess = { ...LADDER[0]!, confidence: 'low' as const };
  const { level } = assessFiles(
    'FROM scratch\n# dockerfile/floor: failed high\n',
    { rules: [guess, ...LADDER.slice(1)].map(obedientRule) },
  );
  expect(level).toBe('expert');
});

it('is none where there is nothing to harden', () => {
  const { level } = assessFiles({ 'README.md': '' });
  expect(level).toBeUndefined();
});
