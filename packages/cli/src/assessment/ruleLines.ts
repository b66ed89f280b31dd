// SPDX-License-Identifier: Apache-2.0
import type { Finding, Severity } from '@plimsoll/model';
import { labelled } from '../terminal/columns.ts';
import { severityPaint } from '../terminal/severityPaint.ts';
import { excerptLines } from './excerptLines.ts';
import type { RuleFindings } from './groupFindings.ts';
import type { View } from './view.ts';
import { count, shown } from './words.ts';

/** How many places of a rule are shown, and named, unless all are asked for. */
const MOST_EXCERPTS = 3;
const MOST_PLACES = 12;

/** All about a rule in a file: the places, why it matters, what to do. */
export function explainedLines(
  { rule, severity, findings }: RuleFindings,
  view: View,
): string[] {
  const { page, showAll } = view;
  const { bold, dim } = page.colours;
  const [first, ...others] = findings;
  const isShort = showAll || others.length <= MOST_EXCERPTS;
  const limit = isShort ? others.length : MOST_EXCERPTS - 1;
  const paint = { label: severityPaint(severity, page.colours), text: bold };
  const notes = [rule, ...costNotes(rule, findings, view)].join(' · ');
  const lines = [
    ...labelled(page, severity, shown(first.message), paint),
    ...labelled(page, placeOf(first), notes, { label: dim, text: dim }),
    ...excerptOf(first, view),
  ];
  let before: Finding = first;
  for (const finding of others.slice(0, limit)) {
    const { message, severity: own } = finding;
    if (message !== before.message || own !== before.severity) {
      lines.push(...messageLines(finding, own === severity ? '' : own, view));
    }
    lines.push(...excerptOf(finding, view));
    before = finding;
  }
  lines.push(...alsoLines(others.slice(limit), view));
  const { rationale, remediation } = view.infoOf(rule) ?? {};
  if (rationale) {
    lines.push(...labelled(page, 'why', rationale, { label: dim }));
  }
  if (remediation) {
    lines.push(...labelled(page, 'fix', remediation, { label: dim }));
  }
  return lines;
}

/** A rule that is explained elsewhere, or needs no explanation. */
export function compactLines(
  { rule, findings }: RuleFindings,
  view: View,
): string[] {
  const [first, ...others] = findings;
  if (view.showAll) {
    return findings.flatMap(finding => [
      ...messageLines(finding, finding.severity, view, rule),
      ...excerptOf(finding, view),
    ]);
  }
  return [
    ...messageLines(first, first.severity, view, rule),
    ...alsoLines(others, view),
  ];
}

function messageLines(
  finding: Finding,
  severity: Severity | '',
  { page }: View,
  rule?: string,
): string[] {
  const { colours } = page;
  const prefix = severity === '' ? '' : `${severity}: `;
  const suffix = rule === undefined ? '' : ` (${rule})`;
  const text = `${prefix}${shown(finding.message)}${suffix}`;
  const paint = severityPaint(finding.severity, colours);
  const [head = '', ...tail] = labelled(page, placeOf(finding), text, {
    label: colours.dim,
    text: line =>
      rule === undefined
        ? line
        : line.replace(`(${rule})`, whole => colours.dim(whole)),
  });
  const painted = prefix === '' ? head : head.replace(prefix, paint);
  return [painted, ...tail];
}

/** Places alone, for those that are not shown. */
function alsoLines(findings: readonly Finding[], { page }: View): string[] {
  if (findings.length === 0) return [];
  const places = findings.slice(0, MOST_PLACES).map(placeOf).join(', ');
  const more = findings.length - MOST_PLACES;
  const rest = more > 0 ? ` … and ${more} more; --all shows them` : '';
  const { dim } = page.colours;
  return labelled(page, 'also', `${places}${rest}`, { label: dim, text: dim });
}

/** Line and column, as editors take them. */
function placeOf({ start }: Finding): string {
  return `${start.line}:${start.column}`;
}

function excerptOf(
  { path, range, severity }: Finding,
  { page, excerptOf: cut }: View,
): string[] {
  const excerpt = cut(path, range);
  if (!excerpt) return [];
  return excerptLines(excerpt, page, severityPaint(severity, page.colours));
}

/** What its control costs, told at the rule that costs most of it. */
function costNotes(
  rule: string,
  findings: readonly Finding[],
  { costOf }: View,
): string[] {
  if (!findings.some(({ scored }) => scored)) return ['does not count'];
  const cost = costOf(rule);
  if (!cost) return [];
  const [heaviest, ...others] = cost.control.rules;
  if (rule !== heaviest) return [`counted with ${heaviest}`];
  const points =
    cost.points === '0.0' ? 'less than 0.1 points' : `${cost.points} points`;
  return others.length === 0
    ? [`costs ${points}`]
    : [`costs ${points} with ${count(others.length, 'other rule')}`];
}
