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
  readonly findings: readonly Finding[];
  readonly controls: readonly ControlScore[];
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
  const byRule = new Map(groupBy(findings, ({ rule }) => rule));
  const take = (id: string): RuleFindings[] => {
    const found = byRule.get(id);
    if (!found) return [];
    byRule.delete(id);
    const total = Math.max(found.length, countFindings(id, outcomes));
    const severity = worstOf(found);
    return [{ id, rule: rules.get(id), severity, findings: found, total }];
  };

  const groups = controls
    .filter(({ outcome }) => outcome === 'failed')
    .map(control => ({
      id: `${control.area} ${control.control}`,
      title: titleOf(control, rules),
      printed: control.printed,
      rules: control.rules.flatMap(take),
    }));
  const left = [...byRule.keys()].flatMap(take);
  return [
    ...groups,
    { id: 'uncounted', title: 'Costs nothing', rules: left },
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

function worstOf(findings: readonly Finding[]): Severity {
  const severities = new Set(findings.map(({ severity }) => severity));
  return SEVERITIES.find(severity => severities.has(severity)) ?? 'info';
}

function countFindings(rule: string, outcomes: readonly RuleOutcome[]): number {
  return outcomes
    .filter(outcome => outcome.rule === rule)
    .reduce((sum, { findings }) => sum + findings, 0);
}
