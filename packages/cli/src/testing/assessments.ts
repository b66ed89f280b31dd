// SPDX-License-Identifier: Apache-2.0
import { LineIndex } from '@plimsoll/engine/parsers';
import type {
  Assessment,
  Finding,
  RuleInfo,
  RuleResult,
  Severity,
} from '@plimsoll/model';

/** A rule with as much text as tests need. */
export function ruleInfo(id: string, rest: Partial<RuleInfo> = {}): RuleInfo {
  return {
    id,
    area: 'dockerfile',
    scoreArea: 'dockerfile',
    title: `Title of ${id}`,
    severity: 'high',
    confidence: 'high',
    level: 'proficient',
    mandatoryFor: [],
    control: id,
    frameworks: [],
    peers: {},
    category: 'surface',
    lifecycle: 'stable',
    effort: 'manual',
    semantics: 'Semantics.',
    rationale: 'Rationale.',
    remediation: 'Remediation.',
    references: [],
    ...rest,
  };
}

/** Where a rule failed: at the first occurrence of a text. */
export function finding(
  path: string,
  text: string,
  at: string,
  {
    severity = 'high',
    message = `Message about ${at}.`,
    scored = true,
  }: {
    readonly severity?: Severity;
    readonly message?: string;
    readonly scored?: boolean;
  } = {},
): Finding {
  const start = text.indexOf(at);
  const end = start + at.length;
  const lines = new LineIndex(text);
  return {
    fingerprint: '0'.repeat(32),
    path,
    range: { start, end },
    start: lines.positionAt(start),
    end: lines.positionAt(end),
    severity,
    messageId: 'message',
    data: {},
    message,
    scored,
  };
}

/** What a rule says about a file: it failed when there are findings. */
export function ruleResult(
  rule: string,
  path: string,
  rest: Partial<RuleResult> = {},
): RuleResult {
  const { findings = [] } = rest;
  const outcome = findings.length > 0 ? 'failed' : 'passed';
  return { rule, path, role: 'production', outcome, findings, ...rest };
}

/** Nothing found, unless told otherwise. */
export function assessment(rest: Partial<Assessment> = {}): Assessment {
  return {
    schemaVersion: 1,
    rulesetVersion: '1',
    scope: 'files',
    score: { status: 'scored', points: 100, raw: 100, grade: 'A' },
    level: 'expert',
    coverage: 1,
    gates: [],
    areas: [],
    controls: [],
    actions: [],
    images: [
      {
        path: 'Dockerfile',
        score: { status: 'scored', points: 100, raw: 100, grade: 'A' },
      },
    ],
    results: [ruleResult('dockerfile/a', 'Dockerfile')],
    ...rest,
  };
}
