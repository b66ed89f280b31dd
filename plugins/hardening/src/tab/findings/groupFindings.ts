// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type Severity } from '@plimsoll/model';
import type {
  ControlScore,
  Finding,
  Rule,
  RuleOutcome,
} from '@plimsoll/plugin-hardening-common';
import { groupBy } from '../../words/groupBy';

/** The findings of one rule. */
export interface RuleFindings {
  readonly id: string;
  /** Absent when the rule is of another version. */
  readonly rule?: Rule;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** Those that have been loaded. */
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly total: number;
  /** The files that it failed for, as far as its outcomes were given. */
  readonly subjects: readonly string[];
  /** Of a lone place that has not been loaded, its file. */
  readonly where?: string;
}

/** A control with the rules that failed; it costs its points once. */
export interface FindingGroup {
  readonly id: string;
  readonly title: string;
  /** As printed; absent for what costs nothing. */
  readonly printed?: string;
  readonly rules: readonly RuleFindings[];
}

/** What the list of findings is made from. */
export interface Grouping {
  /** Those that have been loaded. */
  readonly findings: readonly Finding[];
  readonly controls: readonly ControlScore[];
  /** A rule that failed in one of them is listed before a finding is loaded. */
  readonly outcomes: readonly RuleOutcome[];
  readonly rules: ReadonlyMap<string, Rule>;
}

/**
 * Findings by control, dearest first, and by rule in it. What does not count
 * comes last.
 */
export function groupFindings({
  findings,
  controls,
  outcomes,
  rules,
}: Grouping): FindingGroup[] {
  const findingsOf = new Map(groupBy(findings, ({ rule }) => rule));
  const failed = outcomes.filter(({ findings: count }) => count > 0);
  const outcomesOf = new Map(groupBy(failed, ({ rule }) => rule));
  const left = new Set([...findingsOf.keys(), ...outcomesOf.keys()]);
  const take = (id: string): RuleFindings[] => {
    if (!left.delete(id)) return [];
    const found = findingsOf.get(id) ?? [];
    const failures = outcomesOf.get(id) ?? [];
    const rule = rules.get(id);
    const subjects = failures.map(({ path }) => path);
    const total = Math.max(found.length, countFindings(failures));
    return [
      {
        id,
        rule,
        severity: worstOf([...found, ...failures]) ?? rule?.severity ?? 'info',
        findings: found,
        total,
        subjects,
        ...(found.length === 0 && total === 1 && { where: subjects[0] }),
      },
    ];
  };

  const groups = controls
    .filter(({ outcome }) => outcome === 'failed')
    .map(control => ({
      id: `${control.area} ${control.control}`,
      title: titleOf(control, rules),
      printed: control.printed,
      rules: control.rules.flatMap(take),
    }));
  return [
    ...groups,
    {
      id: 'uncounted',
      title: 'Costs nothing',
      rules: [...left].flatMap(take),
    },
  ].filter(group => group.rules.length > 0);
}

/** `base-image-pinning` as people write it; of a lone rule, its title. */
function titleOf(
  { control }: ControlScore,
  rules: ReadonlyMap<string, Rule>,
): string {
  const own = rules.get(control);
  if (own) return own.title;
  const words = control.replace(/^.*\//, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function worstOf(
  those: readonly Partial<Pick<Finding, 'severity'>>[],
): Severity | undefined {
  const severities = new Set(those.map(({ severity }) => severity));
  return SEVERITIES.find(severity => severities.has(severity));
}

function countFindings(outcomes: readonly RuleOutcome[]): number {
  return outcomes.reduce((sum, { findings }) => sum + findings, 0);
}
