// SPDX-License-Identifier: Apache-2.0
import type { Assessment, RuleResult } from '@plimsoll/model';
import { openPage } from '../terminal/page.ts';
import {
  assessment,
  finding,
  ruleInfo,
  ruleResult,
} from '../testing/assessments.ts';
import { formatAssessment } from './formatAssessment.ts';

const RULES = [
  ruleInfo('dockerfile/root', {
    control: 'non-root',
    rationale:
      'Whoever takes over a process that runs as root has far less left to overcome on the way to the host.',
    remediation: 'Add a USER with a number above 0 to the last stage.',
  }),
  ruleInfo('dockerfile/tag', { severity: 'medium' }),
  ruleInfo('dockerfile/note', { severity: 'info' }),
];

function format(
  given: Partial<Assessment>,
  texts: Readonly<Record<string, string>> = {},
  { columns = 80, showAll = false, env = {} } = {},
): string {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    size: text.length,
    text,
  }));
  return formatAssessment(
    {
      target: 'services/api',
      snapshot: { files, listing: 'complete', warnings: [] },
      assessment: assessment(given),
    },
    openPage({ columns }, env),
    showAll,
    RULES,
  );
}

const TEXT = 'FROM node\nRUN npm ci\nCMD npm start\n';

const CARELESS: Partial<Assessment> = {
  score: { status: 'scored', points: 79, raw: 84.4, grade: 'C' },
  level: 'beginner',
  coverage: 0.957,
  gates: [
    {
      grade: 'B',
      atMost: 79,
      promise: 'not-root',
      message: 'runs as root in production',
      rules: ['dockerfile/root'],
      binding: true,
    },
    {
      grade: 'A',
      atMost: 89,
      promise: 'no-high',
      message: '1 open high finding',
      rules: ['dockerfile/root'],
      binding: false,
    },
  ],
  controls: [
    {
      control: 'non-root',
      area: 'dockerfile',
      outcome: 'failed',
      severity: 'high',
      load: 130,
      pointsLost: 12.1,
      rules: ['dockerfile/root'],
    },
    {
      control: 'dockerfile/tag',
      area: 'dockerfile',
      outcome: 'unknown',
      severity: 'medium',
      load: 40,
      pointsLost: 3.5,
      rules: ['dockerfile/tag'],
    },
  ],
  actions: [
    {
      id: 'gate',
      title: 'Become a B: The container does not run as root',
      rules: ['dockerfile/root'],
      effort: 'assisted',
      gain: 10,
      rawGain: 11.2,
      grade: 'B',
      afterGate: false,
    },
    {
      id: 'dockerfile/tag',
      title: 'Title of dockerfile/tag',
      rules: ['dockerfile/tag'],
      effort: 'auto',
      gain: 0,
      rawGain: 3.46,
      afterGate: true,
    },
  ],
  results: [
    ruleResult('dockerfile/root', 'Dockerfile', {
      findings: [finding('Dockerfile', TEXT, 'CMD npm start')],
    }),
    ruleResult('dockerfile/note', 'Dockerfile', {
      findings: [
        finding('Dockerfile', TEXT, 'npm ci', {
          severity: 'info',
          scored: false,
        }),
      ],
    }),
    ruleResult('dockerfile/tag', 'Dockerfile', {
      outcome: 'unknown',
      reason: 'variable-without-value',
      detail: 'VERSION',
    }),
  ],
  validUntil: '2027-04-30T00:00:00.000Z',
};

it('explains a score from the mark down to the last point', () => {
  expect(format(CARELESS, { Dockerfile: TEXT })).toMatchInlineSnapshot(`
    "──(C)──  services/api
             79 of 100, level beginner, 95 % of what applies is known
             Not a B: runs as root in production
             1 finding: 1 high; 1 more that does not count

    Dockerfile

          high  Message about CMD npm start.
           3:1  dockerfile/root · costs 12.1 points
             3 │ CMD npm start
               │ ^^^^^^^^^^^^^
           why  Whoever takes over a process that runs as root has far less left to
                overcome on the way to the host.
           fix  Add a USER with a number above 0 to the last stage.

           2:5  info: Message about npm ci. (dockerfile/note)

    What to do next

           +10  Become a B: The container does not run as root
                needs a choice · dockerfile/root
        (+3.5)  Title of dockerfile/tag
                mechanical · pays once the first is done · dockerfile/tag

    Where the points went

         -12.1  non-root: dockerfile/root
          -3.5  dockerfile/tag (not known, counts half)
          -0.4  rounding down
          -5.0  gate, not a B: runs as root in production
        ──────
         -21.0  in all

    Not known

             ?  It depends on a variable whose value the files do not tell.
                Dockerfile (VERSION): dockerfile/tag

    3 rules judged 1 Dockerfile. Time alone changes the answer on 2027-04-30.
    "plimsoll explain RULE" tells all about a rule.
    "
  `);
});

it('has little to say where all is well', () => {
  expect(format({})).toMatchInlineSnapshot(`
    "──(A)──  services/api
             100 of 100, level expert

    Nothing to mend: 1 rule looked at 1 Dockerfile and found no fault.
    "
  `);
});

it('says how to get a score where there is none', () => {
  expect(
    format({
      score: { status: 'notScored', reason: 'no-container-artefacts' },
      images: [],
      results: [
        ruleResult('dockerfile/root', 'test/Dockerfile', { role: 'excluded' }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    "──( )──  services/api
             No score: There is no Dockerfile, no workload and no image build to
             judge.

    A Dockerfile is told by its name: Dockerfile, Dockerfile.*, *.Dockerfile, or the
    same with Containerfile. 1 Dockerfile below folders such as test or examples
    does not count; name such a folder to judge it.
    "
  `);
});

it('explains a rule once and names later places in a line', () => {
  const results: RuleResult[] = ['a/Dockerfile', 'b/Dockerfile'].map(path =>
    ruleResult('dockerfile/root', path, {
      findings: [finding(path, TEXT, 'npm start')],
    }),
  );
  const texts = { 'a/Dockerfile': TEXT, 'b/Dockerfile': TEXT };
  expect(format({ results }, texts)).toMatchInlineSnapshot(`
    "──(A)──  services/api
             100 of 100, level expert
             2 findings: 2 high

    a/Dockerfile

          high  Message about npm start.
           3:5  dockerfile/root
             3 │ CMD npm start
               │     ^^^^^^^^^
           why  Whoever takes over a process that runs as root has far less left to
                overcome on the way to the host.
           fix  Add a USER with a number above 0 to the last stage.

    b/Dockerfile

           3:5  high: Message about npm start. (dockerfile/root)

    1 rule judged 1 Dockerfile. "plimsoll explain RULE" tells all about a rule.
    "
  `);
});

it('begins with the worst finding of a rule, wherever it stands', () => {
  const findings = [
    finding('Dockerfile', TEXT, 'node', { severity: 'medium' }),
    finding('Dockerfile', TEXT, 'npm ci', { severity: 'low' }),
    finding('Dockerfile', TEXT, 'npm start', { severity: 'high' }),
  ];
  const results = [ruleResult('dockerfile/root', 'Dockerfile', { findings })];
  const lines = format({ results }, { Dockerfile: TEXT }).split('\n');
  expect(lines.filter(line => /Message/.test(line))).toEqual([
    '      high  Message about npm start.',
    '       1:6  medium: Message about node.',
    '       2:5  low: Message about npm ci.',
  ]);
});

it('shows the first places of a rule and counts the others', () => {
  const text = `FROM a\n${'RUN x\n'.repeat(40)}`;
  const findings = Array.from({ length: 40 }, (_, index) => ({
    ...finding('Dockerfile', text, 'RUN x'),
    range: { start: 7 + 6 * index, end: 10 + 6 * index },
    start: { line: 2 + index, column: 1 },
  }));
  const results = [ruleResult('dockerfile/root', 'Dockerfile', { findings })];
  const short = format({ results }, { Dockerfile: text });
  expect(short).toMatchInlineSnapshot(`
    "──(A)──  services/api
             100 of 100, level expert
             40 findings: 40 high

    Dockerfile

          high  Message about RUN x.
           2:1  dockerfile/root
             2 │ RUN x
               │ ^^^
             3 │ RUN x
               │ ^^^
             4 │ RUN x
               │ ^^^
          also  5:1, 6:1, 7:1, 8:1, 9:1, 10:1, 11:1, 12:1, 13:1, 14:1, 15:1, 16:1 …
                and 25 more; --all shows them
           why  Whoever takes over a process that runs as root has far less left to
                overcome on the way to the host.
           fix  Add a USER with a number above 0 to the last stage.

    1 rule judged 1 Dockerfile. "plimsoll explain RULE" tells all about a rule.
    "
  `);
  const long = format({ results }, { Dockerfile: text }, { showAll: true });
  expect(long.match(/│ RUN x/g)).toHaveLength(40);
  expect(long).not.toContain('--all');
});

it('tells of many files the worst, and sums up the others', () => {
  const results = Array.from({ length: 20 }, (_, index) =>
    ruleResult('dockerfile/root', `${index}/Dockerfile`, {
      role: index < 18 ? 'production' : 'excluded',
      findings: [
        finding(`${index}/Dockerfile`, TEXT, 'npm', {
          severity: index === 17 ? 'critical' : 'high',
          scored: index < 18,
        }),
      ],
    }),
  );
  const short = format({ results });
  const headings = short.match(/^\d+\/Dockerfile$/gm);
  expect(headings).toHaveLength(8);
  expect(headings?.slice(0, 2)).toEqual(['17/Dockerfile', '0/Dockerfile']);
  expect(short).toContain('10 more files; --all shows them');
  expect(short).toContain('dockerfile/root: 10 findings in 10 files');
  expect(short).toContain('Not counted: 2 findings in 2 files');
  expect(short).not.toContain('18/Dockerfile');
  const long = format({ results }, {}, { showAll: true });
  expect(long).toContain('18/Dockerfile  does not count');
  expect(long).not.toContain('--all');
});

it('marks what an image has by itself, and files for development', () => {
  const shown = format({
    images: [
      {
        path: 'a/Dockerfile',
        score: { status: 'scored', points: 61, raw: 61, grade: 'D' },
      },
      {
        path: 'b/Dockerfile.dev',
        score: { status: 'notScored', reason: 'not-enough-evidence' },
      },
    ],
    results: [
      ruleResult('dockerfile/root', 'a/Dockerfile', {
        findings: [finding('a/Dockerfile', TEXT, 'npm')],
      }),
      ruleResult('dockerfile/tag', 'b/Dockerfile.dev', {
        role: 'development',
        findings: [finding('b/Dockerfile.dev', TEXT, 'npm')],
      }),
    ],
  });
  expect(shown).toContain('\na/Dockerfile  D, 61 of 100 by itself\n');
  expect(shown).toContain(
    '\nb/Dockerfile.dev  for development, counts a quarter\n',
  );
});

it('names a rule that crashed', () => {
  const shown = format({
    results: [
      ruleResult('dockerfile/root', 'Dockerfile', {
        outcome: 'crashed',
        reason: 'crashed',
        detail: 'x is not a function',
      }),
    ],
  });
  expect(shown).toContain('The rule failed by a mistake of its own.');
  expect(shown).toContain('Dockerfile (x is not a function): dockerfile/root');
});

it.each([40, 60, 80, 100, 200])('stays within %i columns', columns => {
  const lines = format(CARELESS, { Dockerfile: TEXT }, { columns }).split('\n');
  const widest = Math.max(...lines.map(line => line.length));
  expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
});

it('paints for a terminal, and nothing else changes', () => {
  const plain = format(CARELESS, { Dockerfile: TEXT });
  const painted = format(
    CARELESS,
    { Dockerfile: TEXT },
    { env: { FORCE_COLOR: '1' } },
  );
  expect(painted).toContain('\u001b[31m');
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

it('never lets a file write to the terminal', () => {
  const text = 'FROM a\nRUN \u001b[2J\u202e\n';
  const shown = format(
    {
      results: [
        ruleResult('dockerfile/root', 'x\u0007/Dockerfile', {
          findings: [
            finding('x\u0007/Dockerfile', text, '\u001b[2J', {
              message: 'Bad \u001b[2J.',
            }),
          ],
        }),
      ],
    },
    { 'x\u0007/Dockerfile': text },
  );
  expect(shown).not.toMatch(/[\u0007\u001b\u202e]/);
  expect(shown).toContain('RUN \\u{1b}[2J\\u{202e}');
});

it('shows a mask as dots', () => {
  const message = 'The password \ue401\ue401\ue401, the icon \ue0a0.';
  const results = [
    ruleResult('dockerfile/root', 'Dockerfile', {
      findings: [finding('Dockerfile', TEXT, 'npm', { message })],
    }),
  ];
  expect(format({ results })).toContain('The password •••, the icon \ue0a0.');
});
