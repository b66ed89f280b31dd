// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plimsoll/model';
import { labelled } from '../terminal/columns.ts';
import {
  groupByFile,
  groupByRule,
  type FileFindings,
  type RuleFindings,
} from './groupFindings.ts';
import { severityPaint } from '../terminal/severityPaint.ts';
import { wrap } from '../terminal/wrap.ts';
import { compactLines, explainedLines } from './ruleLines.ts';
import type { View } from './view.ts';
import { count, countBySeverity, countIn, shown } from './words.ts';

/** How much of long lists is shown unless all is asked for. */
const MOST_FILES = 8;
const MOST_KNOWN_RULES = 8;
const MOST_OTHER_RULES = 10;

/**
 * What was found, by file and rule. Each rule is explained once, where it first
 * occurs; later ones have a line each.
 */
export function findingsSection(view: View): string[] {
  const files = groupByFile(view.assessment);
  const counted = files.filter(({ role }) => role !== 'excluded');
  const excluded = files.filter(({ role }) => role === 'excluded');
  const explained = new Set<string>();
  const show = (some: readonly FileFindings[]) =>
    some.flatMap(file => fileLines(file, view, explained));
  if (view.showAll) return show([...counted, ...excluded]);
  return [
    ...show(counted.slice(0, MOST_FILES)),
    ...otherFiles(counted.slice(MOST_FILES), view),
    ...excludedFiles(excluded, view),
  ];
}

function fileLines(
  { path, role, rules }: FileFindings,
  view: View,
  explained: Set<string>,
): string[] {
  const { page, showAll } = view;
  const { bold, dim } = page.colours;
  const notes = [...imageNotes(path, view), ...ROLE_NOTES[role]];
  const heading = [bold(shown(path)), ...notes.map(note => dim(note))];
  const blocks = [[heading.join('  '), '']];
  const known: RuleFindings[] = [];
  for (const found of rules) {
    if (found.severity === 'info' || explained.has(found.rule)) {
      known.push(found);
    } else {
      explained.add(found.rule);
      blocks.push(explainedLines(found, view), ['']);
    }
  }
  const limit = showAll ? known.length : MOST_KNOWN_RULES;
  for (const found of known.slice(0, limit)) {
    blocks.push(compactLines(found, view));
  }
  const rest = findingsOf(known.slice(limit));
  if (rest.length > 0) {
    const severities = countBySeverity(rest);
    const text = `and ${rest.length} more: ${severities}; --all shows them`;
    blocks.push(labelled(page, '…', text, { label: dim, text: dim }));
  }
  if (known.length > 0) blocks.push(['']);
  return blocks.flat();
}

const ROLE_NOTES = {
  production: [],
  development: ['for development, counts a quarter'],
  excluded: ['does not count, below a folder such as test or examples'],
} as const;

/** What an image has by itself, where there are several. */
function imageNotes(path: string, { assessment }: View): string[] {
  const { images } = assessment;
  const score = images.find(image => image.path === path)?.score;
  if (images.length < 2 || score?.status !== 'scored') return [];
  return [`${score.grade}, ${score.points} of 100 by itself`];
}

/** The files that are left, by rule: the worst first. */
function otherFiles(files: readonly FileFindings[], { page }: View): string[] {
  if (files.length === 0) return [];
  const { bold, dim } = page.colours;
  const rules = groupByRule(files);
  const lines = [
    bold(`${count(files.length, 'more file')}; --all shows them`),
    '',
  ];
  for (const { rule, severity, findings } of rules.slice(0, MOST_OTHER_RULES)) {
    const label = severityPaint(severity, page.colours);
    const text = `${rule}: ${countIn(findings)}`;
    lines.push(...labelled(page, severity, text, { label }));
  }
  const rest = rules.length - MOST_OTHER_RULES;
  if (rest > 0) {
    const text = `and ${count(rest, 'more rule')}`;
    lines.push(...labelled(page, '…', text, { label: dim, text: dim }));
  }
  return [...lines, ''];
}

function excludedFiles(
  files: readonly FileFindings[],
  { page }: View,
): string[] {
  if (files.length === 0) return [];
  const findings = findingsOf(files.flatMap(({ rules }) => rules));
  const text = `Not counted: ${countIn(
    findings,
  )} below folders such as test or examples; --all shows them.`;
  return [...wrap(text, page.width).map(line => page.colours.dim(line)), ''];
}

function findingsOf(rules: readonly RuleFindings[]): Finding[] {
  return rules.flatMap(({ findings }) => findings);
}
