// SPDX-License-Identifier: Apache-2.0
import type { Confidence, RuleResult, Severity } from '@plimsoll/model';
import { obedientRule } from '../testing/inventRule.ts';
import { multiplierOf, ruleLoad } from './ruleLoad.ts';
import { tallyRules } from './tallyRules.ts';

/** A letter for each, in `OUTCOMES`. */
type Subjects = string;

interface Case {
  readonly subjects: Subjects;
  readonly own?: Severity;
  /** Of all findings; that of the rule when absent. */
  readonly found?: Severity;
  readonly confidence?: Confidence;
  readonly multiplier?: number;
  readonly failed: number;
  readonly total: number;
}

const OUTCOMES: Readonly<Record<string, Pick<RuleResult, 'role' | 'outcome'>>> =
  {
    P: { role: 'production', outcome: 'passed' },
    F: { role: 'production', outcome: 'failed' },
    U: { role: 'production', outcome: 'unknown' },
    C: { role: 'production', outcome: 'crashed' },
    N: { role: 'production', outcome: 'notApplicable' },
    p: { role: 'development', outcome: 'passed' },
    f: { role: 'development', outcome: 'failed' },
    u: { role: 'development', outcome: 'unknown' },
    X: { role: 'excluded', outcome: 'failed' },
  };

it.each<Case>([
  { subjects: 'F', failed: 130, total: 130 },
  { subjects: 'P', failed: 0, total: 0 },
  { subjects: 'U', failed: 0, total: 65 },
  { subjects: 'C', failed: 0, total: 65 },
  { subjects: 'F', own: 'critical', failed: 500, total: 500 },
  { subjects: 'F', own: 'medium', failed: 40, total: 40 },
  { subjects: 'F', own: 'low', failed: 10, total: 10 },
  { subjects: 'F', own: 'info', failed: 0, total: 0 },
  // The finding says how bad it is, not the rule.
  { subjects: 'F', own: 'high', found: 'low', failed: 10, total: 10 },
  { subjects: 'F', own: 'info', found: 'medium', failed: 40, total: 40 },
  { subjects: 'F', own: 'high', found: 'info', failed: 0, total: 0 },
  // What is not sure, what is set.
  { subjects: 'F', confidence: 'medium', failed: 91, total: 91 },
  { subjects: 'F', confidence: 'low', failed: 39, total: 39 },
  { subjects: 'F', multiplier: 1.5, failed: 195, total: 195 },
  // Parts of several subjects.
  { subjects: 'FP', failed: 65, total: 65 },
  { subjects: 'FPN', failed: 65, total: 65 },
  { subjects: 'FPX', failed: 65, total: 65 },
  { subjects: 'Fpppp', failed: 65, total: 65 },
  { subjects: 'PPf', failed: 14, total: 14 },
  { subjects: 'f', failed: 130, total: 130 },
  { subjects: 'FPU', failed: 43, total: 65 },
  // Nine unknown ones do not hide behind a good one.
  { subjects: 'PUUUUUUUUU', failed: 0, total: 59 },
  // 10 × 0.3 ÷ 2 is rounded half up.
  {
    subjects: 'FP',
    own: 'low',
    confidence: 'low',
    failed: 2,
    total: 2,
  },
  // 1.5 and 0.75: the sum is rounded, not its parts.
  {
    subjects: 'FU',
    own: 'low',
    confidence: 'low',
    failed: 2,
    total: 2,
  },
  // A critical finding in production counts as if all failed.
  { subjects: 'FPPP', own: 'critical', failed: 500, total: 500 },
  { subjects: 'FUUU', own: 'critical', failed: 500, total: 500 },
  { subjects: 'fPPP', own: 'critical', failed: 38, total: 38 },
])(
  '$subjects, $own $found $confidence $multiplier: $failed of $total',
  ({ subjects, own = 'high', found, confidence, multiplier = 1, ...loads }) => {
    const tallies = tallyOf(subjects, { own, found, confidence });
    expect(tallies).toHaveLength(1);
    const { failed, total } = ruleLoad(tallies[0]!, multiplier);
    expect({ failed, total }).toEqual(loads);
  },
);

// So many vulnerabilities as each digit says; `.` passed, `?` is unknown.
it.each([
  ['critical-fixable', 'critical', '.', '', 0, 0],
  ['critical-fixable', 'critical', '?', '', 0, 250],
  ['critical-fixable', 'critical', '1', '', 250, 250],
  ['critical-fixable', 'critical', '3', '', 500, 500],
  ['critical-fixable', 'critical', '7', '', 750, 750],
  ['high-fixable', 'high', '1', '', 80, 80],
  ['high-fixable', 'high', '?', '', 0, 65],
  ['medium-budget', 'info', '1', '', 20, 20],
  ['medium-budget', 'info', '?', '', 0, 0],
  ['known-exploited', 'critical', '1', '', 500, 500],
  // The sum of all images, and a quarter of those for development.
  ['critical-fixable', 'critical', '12', '', 500, 500],
  ['critical-fixable', 'critical', '.', '4', 250, 250],
  ['critical-fixable', 'critical', '', '1', 250, 250],
  // What is unknown leads no further than to half of the weight.
  ['critical-fixable', 'critical', '.?', '', 0, 125],
  ['critical-fixable', 'critical', '1?', '', 250, 250],
  ['critical-fixable', 'critical', '??', '1', 80, 250],
] as const)(
  'scan/%s, %s, production "%s", development "%s": %d of %d',
  (slug, severity, production, development, failed, total) => {
    const { info } = obedientRule({ id: `scan/${slug}`, severity });
    const subjects = [
      ...[...production].map(letter => ['production', letter] as const),
      ...[...development].map(letter => ['development', letter] as const),
    ];
    const results = subjects.map(([role, letter], index) =>
      countResult(info.id, String(index), role, letter),
    );
    const [tally] = tallyRules(results, new Map([[info.id, info]]));
    expect(ruleLoad(tally!, 1)).toMatchObject({ failed, total });
  },
);

it.each(['N', 'X', ''])('does not count a rule with the subjects "%s"', one =>
  expect(tallyOf(one, { own: 'high' })).toEqual([]),
);

it.each(['experimental', 'deprecated'] as const)(
  'does not count a rule that is %s',
  lifecycle => expect(tallyOf('FPU', { own: 'high', lifecycle })).toEqual([]),
);

it.each([
  [undefined, 1],
  [{}, 1],
  [{ 'dockerfile/a': 1.5 }, 1.5],
  [{ 'dockerfile/a': 0.1 }, 1],
  [{ 'dockerfile/a': 7 }, 2],
  [{ 'dockerfile/a': NaN }, 1],
  [{ 'dockerfile/b': 2 }, 1],
])('keeps the factor of a policy between 1 and 2: %j gives %d', (set, factor) =>
  expect(multiplierOf('dockerfile/a', set)).toBe(factor),
);

it('takes no factor from what every object has', () => {
  expect(multiplierOf('constructor', {})).toBe(1);
});

function tallyOf(
  subjects: Subjects,
  {
    own,
    found = own,
    confidence = 'high',
    lifecycle = 'stable',
  }: {
    own: Severity;
    found?: Severity | undefined;
    confidence?: Confidence | undefined;
    lifecycle?: 'experimental' | 'stable' | 'deprecated';
  },
) {
  const { info } = obedientRule({
    id: 'dockerfile/a',
    severity: own,
    confidence,
    lifecycle,
  });
  const results = [...subjects].map((letter, index): RuleResult => {
    const { role, outcome } = OUTCOMES[letter]!;
    const place = { start: 0, end: 0 };
    const position = { line: 1, column: 1 };
    const finding = {
      fingerprint: String(index),
      path: String(index),
      range: place,
      start: position,
      end: position,
      severity: found,
      messageId: 'said',
      data: {},
      message: 'Said.',
      scored: found !== 'info' && role !== 'excluded',
    };
    return {
      rule: info.id,
      path: String(index),
      role,
      outcome,
      findings: outcome === 'failed' ? [finding] : [],
    };
  });
  return tallyRules(results, new Map([[info.id, info]]));
}

function countResult(
  rule: string,
  path: string,
  role: RuleResult['role'],
  letter: string,
): RuleResult {
  const place = { rule, path, role };
  if (letter === '.') return { ...place, outcome: 'passed', findings: [] };
  if (letter === '?') return { ...place, outcome: 'unknown', findings: [] };
  const finding = {
    fingerprint: path,
    path,
    range: { start: 0, end: 0 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
    severity: 'medium' as const,
    messageId: 'said',
    data: {},
    message: 'Said.',
    count: Number(letter),
    scored: true,
  };
  return { ...place, outcome: 'failed', findings: [finding] };
}
