// SPDX-License-Identifier: Apache-2.0
import {
  SEVERITIES,
  type PlacedFinding,
  type RuleInfo,
  type RuleResult,
  type Severity,
} from '@plimsoll/model';

/** What a rule said about its subjects of one role. */
export interface SubjectTally {
  /** With a finding above info. */
  readonly failed: number;
  readonly passed: number;
  /** Crashed ones, too. */
  readonly unknown: number;
  /** How many findings count, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What a rule said about all subjects that count. */
export interface RuleTally {
  readonly info: RuleInfo;
  readonly production: SubjectTally;
  readonly development: SubjectTally;
}

/** By id; rules that count and have a subject that they apply to. */
export function tallyRules(
  results: readonly RuleResult<PlacedFinding>[],
  infos: ReadonlyMap<string, RuleInfo>,
): RuleTally[] {
  const tallies = new Map<string, TallyDraft>();
  for (const { rule, role, outcome, findings } of results) {
    if (role === 'excluded' || outcome === 'notApplicable') continue;
    const info = infos.get(rule);
    if (info?.lifecycle !== 'stable') continue;
    let tally = tallies.get(rule);
    if (!tally) {
      tally = { info, production: noSubjects(), development: noSubjects() };
      tallies.set(rule, tally);
    }
    const subjects = tally[role];
    let isFailed = false;
    for (const { scored, severity } of findings) {
      if (!scored) continue;
      isFailed = true;
      subjects.findings[severity] += 1;
    }
    if (isFailed) subjects.failed += 1;
    else if (outcome === 'unknown' || outcome === 'crashed')
      subjects.unknown += 1;
    else subjects.passed += 1;
  }
  return [...tallies.values()];
}

/** Whether it has a finding that counts. */
export function hasFailed({ production, development }: RuleTally): boolean {
  return production.failed + development.failed > 0;
}

/** The worst finding that counts; undefined when nothing failed. */
export function worstSeverity(
  tallies: readonly SubjectTally[],
): Severity | undefined {
  if (!tallies.some(({ failed }) => failed > 0)) return undefined;
  return SEVERITIES.find(severity =>
    tallies.some(({ findings }) => findings[severity] > 0),
  );
}

/** The same rule after all that failed has been mended. */
export function mendTally(tally: RuleTally): RuleTally {
  return {
    info: tally.info,
    production: mendSubjects(tally.production),
    development: mendSubjects(tally.development),
  };
}

/** Tallies that still grow. */
interface TallyDraft extends RuleTally {
  readonly production: SubjectDraft;
  readonly development: SubjectDraft;
}

interface SubjectDraft {
  failed: number;
  passed: number;
  unknown: number;
  readonly findings: Record<Severity, number>;
}

function noSubjects(): SubjectDraft {
  return { failed: 0, passed: 0, unknown: 0, findings: noFindings() };
}

function noFindings(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}

function mendSubjects({ failed, passed, unknown }: SubjectTally): SubjectTally {
  return {
    failed: 0,
    passed: passed + failed,
    unknown,
    findings: noFindings(),
  };
}
