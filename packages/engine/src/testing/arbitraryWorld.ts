// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { SEVERITIES, type Assessment } from '@plimsoll/model';
import type { Rule } from '../rules/rule.ts';
import { assessFiles } from './assessFiles.ts';
import { obedientRule, type Invention } from './inventRule.ts';

/** Rules, Dockerfiles, and what each says about each. */
export interface World {
  /** They believe comments. */
  readonly rules: readonly Rule[];
  readonly paths: readonly string[];
  /** By rule, then by path; a word that `obedientRule` knows. */
  readonly words: readonly (readonly string[])[];
}

const PATHS = [
  'Dockerfile',
  'api/Dockerfile',
  'web/Dockerfile',
  'Dockerfile.dev',
  'api/Dockerfile.test',
  'tests/Dockerfile',
];

const CONTROLS = ['secrets', 'non-root', 'pinning', undefined, undefined];

/** Any severity. */
export const severity = fc.constantFrom(...SEVERITIES);

/** Those that the score knows by name; each at most once. */
const SCAN_RULES: readonly Invention[] = [
  { id: 'scan/critical-fixable', severity: 'critical' },
  { id: 'scan/high-fixable', severity: 'high' },
  { id: 'scan/known-exploited', severity: 'critical' },
  { id: 'scan/malware', severity: 'critical' },
  { id: 'scan/medium-budget', severity: 'info' },
  { id: 'scan/recent', severity: 'medium' },
];

const invention: fc.Arbitrary<Omit<Invention, 'id'>> = fc
  .record({
    scoreArea: fc.constantFrom('dockerfile', 'dockerignore', 'runtime', 'ci'),
    severity,
    confidence: fc.constantFrom('high', 'high', 'medium', 'low'),
    effort: fc.constantFrom('auto', 'assisted', 'manual'),
    lifecycle: fc.constantFrom('stable', 'stable', 'stable', 'experimental'),
    control: fc.constantFrom(...CONTROLS),
    action: fc.constantFrom('secrets', 'base-image', undefined, undefined),
  } as const)
  .map(({ control, action, ...info }) => ({
    ...info,
    // One fact at several places is settled, which is another matter.
    ...(control && {
      control:
        control === 'non-root' ? `${control}-${info.scoreArea}` : control,
    }),
    ...(action && { action }),
  }));

const counted = fc
  .tuple(severity, fc.integer({ min: 1, max: 40 }))
  .map(([one, count]) => `${one}*${count}`);

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constant('passed') },
  { weight: 2, arbitrary: fc.constant('unknown') },
  { weight: 1, arbitrary: fc.constant('notApplicable') },
  { weight: 1, arbitrary: fc.constant('crashed') },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof({ weight: 3, arbitrary: severity }, counted), {
        minLength: 1,
        maxLength: 3,
      })
      .map(severities => `failed ${severities.join(' ')}`),
  },
);

/** Rules of all kinds that say all that rules can say. */
export const world: fc.Arbitrary<World> = fc
  .tuple(
    fc.array(invention, { minLength: 1, maxLength: 12 }),
    fc.subarray([...SCAN_RULES]),
    fc.subarray(PATHS, { minLength: 1 }),
  )
  .chain(([inventions, scanRules, paths]) => {
    const rules = [
      ...inventions.map((info, index) => ({ ...info, id: `repo/r${index}` })),
      ...scanRules.map(info => ({ ...info, scoreArea: 'scan' as const })),
    ];
    const row = { minLength: paths.length, maxLength: paths.length };
    const rows = { minLength: rules.length, maxLength: rules.length };
    return fc
      .array(fc.array(word, row), rows)
      .map(words => ({ rules: rules.map(obedientRule), paths, words }));
  });

/** A world and one thing in it: a rule and a file, by their numbers. */
export const worldAndPlace = world.chain(one =>
  fc.tuple(
    fc.constant(one),
    fc.nat(one.rules.length - 1),
    fc.nat(one.paths.length - 1),
  ),
);

/** What the engine says about it. */
export function assessWorld(one: World): Assessment {
  return assessFiles(toFiles(one), {
    rules: one.rules,
    evidence: { scope: 'full' },
  });
}

/** Its Dockerfiles by path. */
export function toFiles({
  rules,
  paths,
  words,
}: World): Record<string, string> {
  return Object.fromEntries(
    paths.map((path, column) => {
      const lines = rules.map(({ info }, row) => {
        const said = words[row]![column]!;
        return said === 'passed' ? '' : `# ${info.id}: ${said}\n`;
      });
      return [path, `FROM scratch\n${lines.join('')}`];
    }),
  );
}

/** The same world, in which a rule says something else about a file. */
export function say(
  one: World,
  rule: number,
  path: number,
  said: string,
): World {
  const words = one.words.map((row, index) =>
    index === rule ? row.map((old, at) => (at === path ? said : old)) : row,
  );
  return { ...one, words };
}
