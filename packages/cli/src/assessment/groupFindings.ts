// SPDX-License-Identifier: Apache-2.0
import { compareText } from '@plimsoll/engine/parsers';
import {
  SEVERITIES,
  type Assessment,
  type FileRole,
  type Finding,
  type Severity,
} from '@plimsoll/model';

/** Where one rule failed. */
export interface RuleFindings {
  readonly rule: string;
  /** Of the worst finding. */
  readonly severity: Severity;
  /** The worst first, then by path, in the order of the text. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/** What was found in one file. */
export interface FileFindings {
  readonly path: string;
  readonly role: FileRole;
  /** The worst first, then in the order of the text. */
  readonly rules: readonly RuleFindings[];
}

/** All findings by file and rule; the file with the worst comes first. */
export function groupByFile({ results }: Assessment): FileFindings[] {
  const files = new Map<string, FileDraft>();
  for (const { rule, role, findings } of results) {
    for (const finding of findings) {
      let file = files.get(finding.path);
      if (!file) files.set(finding.path, (file = { role, rules: new Map() }));
      add(file.rules, rule, [finding]);
    }
  }
  return [...files]
    .map(([path, { role, rules }]) => ({ path, role, rules: sorted(rules) }))
    .sort(worstFileFirst);
}

/** The findings of several files by rule; the worst comes first. */
export function groupByRule(files: readonly FileFindings[]): RuleFindings[] {
  const rules: RuleDrafts = new Map();
  for (const file of files) {
    for (const { rule, findings } of file.rules) add(rules, rule, findings);
  }
  return sorted(rules);
}

type RuleDrafts = Map<string, Finding[]>;

interface FileDraft {
  readonly role: FileRole;
  readonly rules: RuleDrafts;
}

function add(
  rules: RuleDrafts,
  rule: string,
  findings: readonly Finding[],
): void {
  let known = rules.get(rule);
  if (!known) rules.set(rule, (known = []));
  for (const finding of findings) known.push(finding);
}

function sorted(rules: RuleDrafts): RuleFindings[] {
  return [...rules]
    .flatMap(([rule, found]) => {
      const [first, ...others] = found.sort(worstFirst);
      if (!first) return [];
      const findings = [first, ...others] as const;
      return [{ rule, severity: worstOf(findings), findings }];
    })
    .sort(
      (a, b) =>
        bySeverity(a, b) ||
        byPlace(a.findings[0], b.findings[0]) ||
        compareText(a.rule, b.rule),
    );
}

function worstFirst(a: Finding, b: Finding): number {
  return bySeverity(a, b) || byPlace(a, b);
}

interface Rated {
  readonly severity: Severity;
}

function bySeverity(a: Rated, b: Rated): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

function byPlace(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || a.range.start - b.range.start;
}

function worstOf(findings: readonly Finding[]): Severity {
  const severities = findings.map(({ severity }) => severity);
  return SEVERITIES.find(one => severities.includes(one)) ?? 'info';
}

/** More critical findings that count, else more high ones, and so on. */
function worstFileFirst(a: FileFindings, b: FileFindings): number {
  for (const severity of SEVERITIES) {
    const difference = countOf(b, severity) - countOf(a, severity);
    if (difference !== 0) return difference;
  }
  return compareText(a.path, b.path);
}

function countOf({ rules }: FileFindings, severity: Severity): number {
  let number = 0;
  for (const { findings } of rules) {
    for (const finding of findings) {
      if (finding.scored && finding.severity === severity) number += 1;
    }
  }
  return number;
}
