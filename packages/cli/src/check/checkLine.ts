// SPDX-License-Identifier: Apache-2.0
import type { Judgement } from '@plimsoll/engine';
import { compareText } from '@plimsoll/engine/parsers';
import {
  describeReason,
  type Grade,
  type MaturityLevel,
  type NotScoredReason,
  type PlacedFinding,
  type RuleInfo,
  type RuleResult,
  type Severity,
} from '@plimsoll/model';

/**
 * One line of `plimsoll check --jsonl`. All keys are always there, in this
 * order.
 */
export interface CheckLine {
  readonly id: unknown;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly level: MaturityLevel | null;
  /** Why there is no score. */
  readonly reason: NotScoredReason | null;
  readonly findings: readonly CheckRow[];
  /** Why the line could not be answered. */
  readonly error: string | null;
}

/** A place where a rule failed, or a file about which it cannot tell. */
export interface CheckRow {
  readonly rule: string;
  readonly path: string;
  /** From 1; null where no place is meant. */
  readonly line: number | null;
  readonly endLine: number | null;
  readonly outcome: 'failed' | 'unknown' | 'crashed';
  readonly severity: Severity;
  readonly message: string;
  /** Whether the score counts it. */
  readonly scored: boolean;
}

/** What the engine says, as a line. */
export function checkLine(
  id: unknown,
  { score, level, results }: Judgement,
  rules: ReadonlyMap<string, RuleInfo>,
): CheckLine {
  const isScored = score.status === 'scored';
  return {
    id,
    score: isScored ? score.points : null,
    grade: isScored ? score.grade : null,
    level: (isScored ? level : undefined) ?? null,
    reason: isScored ? null : score.reason,
    findings: results
      .flatMap(result => rowsOf(result, rules))
      .sort(
        (a, b) =>
          compareText(a.path, b.path) ||
          (a.line ?? 0) - (b.line ?? 0) ||
          compareText(a.rule, b.rule),
      ),
    error: null,
  };
}

/** The answer where there is nothing to show. */
export function errorLine(id: unknown, error: string): CheckLine {
  return {
    id,
    score: null,
    grade: null,
    level: null,
    reason: null,
    findings: [],
    error,
  };
}

function rowsOf(
  result: RuleResult<PlacedFinding>,
  rules: ReadonlyMap<string, RuleInfo>,
): CheckRow[] {
  const { rule, path, role, outcome, findings } = result;
  if (outcome === 'failed') {
    return findings.map(finding => findingRow(rule, finding));
  }
  if (outcome !== 'unknown' && outcome !== 'crashed') return [];
  const { severity = 'info', lifecycle } = rules.get(rule) ?? {};
  return [
    {
      rule,
      path,
      line: null,
      endLine: null,
      outcome,
      severity,
      message: describeUnknown(result),
      scored:
        role !== 'excluded' && severity !== 'info' && lifecycle === 'stable',
    },
  ];
}

function findingRow(
  rule: string,
  { path, start, end, severity, message, scored }: PlacedFinding,
): CheckRow {
  // A range that ends with its line ends before the next one begins.
  const endsBefore = end.column === 1 && end.line > start.line;
  const endLine = endsBefore ? end.line - 1 : end.line;
  const { line } = start;
  return {
    rule,
    path,
    line,
    endLine,
    outcome: 'failed',
    severity,
    message,
    scored,
  };
}

function describeUnknown({
  reason,
  detail,
}: RuleResult<PlacedFinding>): string {
  const sentence = reason === undefined ? '' : describeReason(reason);
  if (detail === undefined || detail === '') return sentence;
  return `${sentence.replace(/\.$/, '')}: ${detail}`;
}
