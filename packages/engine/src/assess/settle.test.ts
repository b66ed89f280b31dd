// SPDX-License-Identifier: Apache-2.0
import type { Outcome, PlacedFinding, RuleResult } from '@plimsoll/model';
import { obedientRule, type Invention } from '../testing/inventRule.ts';
import { settle } from './settle.ts';

const RULES: readonly Invention[] = [
  { id: 'image/user', scoreArea: 'image', control: 'non-root' },
  { id: 'kubernetes/user', scoreArea: 'runtime', control: 'non-root' },
  { id: 'dockerfile/user', scoreArea: 'dockerfile', control: 'non-root' },
  { id: 'dockerfile/uid', scoreArea: 'dockerfile', control: 'non-root' },
  { id: 'ci/sbom', scoreArea: 'ci', control: 'sbom' },
  { id: 'image/sbom', scoreArea: 'image', control: 'sbom' },
  { id: 'image/leak', scoreArea: 'image', control: 'secrets' },
  { id: 'dockerfile/leak', scoreArea: 'dockerfile', control: 'secrets' },
  {
    id: 'image/new-user',
    scoreArea: 'image',
    control: 'non-root',
    lifecycle: 'experimental',
  },
];

const INFOS = new Map(
  RULES.map(one => obedientRule(one)).map(({ info }) => [info.id, info]),
);

/** `rule path: outcome`; a path names the images that it is about. */
type Line = `${string} ${string}: ${Outcome}${string}`;

it.each<{ name: string; before: Line[]; after: string[] }>([
  {
    name: 'the image before the Dockerfile',
    before: ['dockerfile/user a: failed', 'image/user a: passed'],
    after: [
      'dockerfile/user a: notApplicable settled-by image/user',
      'image/user a: passed',
    ],
  },
  {
    name: 'also when it is the worse one, and for what the other does not know',
    before: ['dockerfile/user a: unknown', 'image/user a: failed'],
    after: [
      'dockerfile/user a: notApplicable settled-by image/user',
      'image/user a: failed',
    ],
  },
  {
    name: 'a manifest before the Dockerfile, and the image before both',
    before: [
      'dockerfile/user a: passed',
      'image/user b: failed',
      'kubernetes/user a,b: failed',
    ],
    after: [
      'dockerfile/user a: notApplicable settled-by kubernetes/user',
      'image/user b: failed',
      'kubernetes/user a,b: failed',
    ],
  },
  {
    name: 'what does not know decides nothing and stays unknown',
    before: ['dockerfile/user a: failed', 'image/user a: unknown'],
    after: ['dockerfile/user a: failed', 'image/user a: unknown'],
  },
  {
    name: 'rules of one place do not settle each other',
    before: ['dockerfile/uid a: passed', 'dockerfile/user a: failed'],
    after: ['dockerfile/uid a: passed', 'dockerfile/user a: failed'],
  },
  {
    name: 'nothing about other images',
    before: ['dockerfile/user b: failed', 'image/user a: passed'],
    after: ['dockerfile/user b: failed', 'image/user a: passed'],
  },
  {
    name: 'what is about several images once all of them are known',
    before: [
      'ci/sbom a,b: failed',
      'image/sbom a: passed',
      'image/sbom b: failed',
    ],
    after: [
      'ci/sbom a,b: notApplicable settled-by image/sbom',
      'image/sbom a: passed',
      'image/sbom b: failed',
    ],
  },
  {
    name: 'different facts of one control stand side by side',
    before: ['dockerfile/leak a: failed', 'image/leak a: passed'],
    after: ['dockerfile/leak a: failed', 'image/leak a: passed'],
  },
  {
    name: 'no fact of another control',
    before: ['ci/sbom a: failed', 'image/user a: passed'],
    after: ['ci/sbom a: failed', 'image/user a: passed'],
  },
  {
    name: 'experimental rules neither decide nor are settled',
    before: ['dockerfile/user a: failed', 'image/new-user a: passed'],
    after: ['dockerfile/user a: failed', 'image/new-user a: passed'],
  },
  {
    name: 'a crash stays one',
    before: ['dockerfile/user a: crashed', 'image/user a: passed'],
    after: ['dockerfile/user a: crashed', 'image/user a: passed'],
  },
  {
    name: 'what is not counted neither decides nor is settled',
    before: [
      'dockerfile/uid a: failed excluded',
      'dockerfile/user a: failed',
      'image/user a: passed excluded',
      'kubernetes/user a: notApplicable',
    ],
    after: [
      'dockerfile/uid a: failed',
      'dockerfile/user a: failed',
      'image/user a: passed',
      'kubernetes/user a: notApplicable',
    ],
  },
])('settles $name', ({ before, after }) => {
  const results = before.map(parse);
  const settled = settle(results, INFOS, ({ path }) => path.split(','));
  expect(settled.map(format)).toEqual(after);
});

it('takes the findings of what it settles', () => {
  const [failed, image] = [
    parse('dockerfile/user a: failed'),
    parse('image/user a: passed'),
  ];
  const finding = {} as RuleResult['findings'][number];
  const results = [{ ...failed!, findings: [finding] }, image!];
  const [settled] = settle(results, INFOS, ({ path }) => [path]);
  expect(settled!.findings).toEqual([]);
});

function parse(line: Line): RuleResult {
  const [rule, path, outcome, role] = line.replace(':', '').split(' ');
  return {
    rule: rule!,
    path: path!,
    role: role === 'excluded' ? 'excluded' : 'production',
    outcome: outcome as Outcome,
    findings: [],
  };
}

function format({
  rule,
  path,
  outcome,
  reason,
}: RuleResult<PlacedFinding>): string {
  return `${rule} ${path}: ${outcome}${reason ? ` ${reason}` : ''}`;
}
