// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type RuleInfo } from '@plimsoll/model';
import type { ArtifactKind, Artifacts } from '../artifacts/repository.ts';
import { defineRule } from '../rules/defineRule.ts';
import type { Rule, RuleDefinition, RuleOf } from '../rules/rule.ts';

/** What matters of an invented rule. */
export type Invention = Pick<RuleInfo, 'id'> &
  Partial<Omit<RuleInfo, 'id' | 'area'>>;

const INFO: Omit<RuleInfo, 'id' | 'area' | 'control' | 'title'> = {
  scoreArea: 'dockerfile',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [],
  peers: {},
  category: 'privileges',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics: 'Invented.',
  rationale: 'Invented.',
  remediation: 'Invented.',
  references: [],
};

const MESSAGES = { said: 'The file says so: {words}.' };

/** A rule for tests, with a check of its own. */
export function inventRule<Kind extends ArtifactKind>(
  { id, ...info }: Invention,
  artifact: Kind,
  check: RuleDefinition<Kind, typeof MESSAGES>['check'],
): RuleOf<Kind> {
  return defineRule<Kind, typeof MESSAGES>({
    ...INFO,
    title: `Nothing is wrong with ${id}`,
    ...info,
    id,
    artifact,
    messages: MESSAGES,
    examples: { passing: [], failing: [] },
    check,
  });
}

/**
 * A rule for tests that believes comments: `# dockerfile/a: failed high low`
 * gives two findings, `critical*7` one of seven; `unknown`, `notApplicable` and `crashed` are other words
 * that it knows. Without such a comment it passes.
 */
export function obedientRule(invention: Invention): Rule {
  return inventRule(invention, 'dockerfile', ({ text }, verdict) =>
    obey(invention.id, text, verdict),
  );
}

/** The same about build contexts; it reads the ignore file, else Dockerfiles. */
export function obedientContextRule(invention: Invention): Rule {
  return inventRule(invention, 'buildContext', (context, verdict) =>
    obey(invention.id, textOf(context), verdict),
  );
}

function textOf({ ignoreFile, dockerfiles }: Artifacts['buildContext']) {
  return ignoreFile?.text ?? dockerfiles.map(({ text }) => text).join('\n');
}

type Check = RuleDefinition<ArtifactKind, typeof MESSAGES>['check'];

function obey(
  id: string,
  text: string,
  verdict: Parameters<Check>[1],
): ReturnType<Check> {
  const start = text.indexOf(`# ${id}: `);
  if (start < 0) return verdict.passed();
  const end = text.indexOf('\n', start);
  const words = text.slice(start, end).split(' ').slice(2);
  const [outcome, ...severities] = words;
  switch (outcome) {
    case 'failed':
      return verdict.fromFindings(
        severities.map(word => {
          const [name, count = '1'] = word.split('*');
          const severity = SEVERITIES.find(one => one === name);
          const data = { words: words.join(' ') };
          const extras = { count: Number(count) };
          return verdict.finding(
            'said',
            { start, end },
            data,
            severity,
            extras,
          );
        }),
      );
    case 'unknown':
      return verdict.unknown('image-not-known');
    case 'notApplicable':
      return verdict.notApplicable();
    default:
      throw new Error(`It obeys, and crashed: ${words.join(' ')}`);
  }
}
