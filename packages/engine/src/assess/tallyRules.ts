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
  /** How many vulnerabilities they stand for; one for any other finding. */
  readonly counted: number;
  /** The same for the worst subject. */
  readonly mostCounted: number;
  /** Of the counted ones, those past twice their grace. */
  readonly overdue: number;
}

/** What a rule said about all subjects that count. */
export interface RuleTally {
  readonly info: RuleInfo;
  readonly production: SubjectTally;
  readonly development: SubjectTally;
  /**
   * Where several actions settle it, one a part: what each leaves, by the id of
   * the action.
   */
  readonly parts?: ReadonlyMap<string, RuleTally>;
}

/** By id; rules that count and have a subject that they apply to. */
export function tallyRules(
  results: readonly RuleResult<PlacedFinding>[],
  infos: ReadonlyMap<string, RuleInfo>,
): RuleTally[] {
  const tallies = new Map<string, TallyDraft>();
  const divided = new Set<string>();
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
    let counted = 0;
    for (const finding of findings) {
      if (!finding.scored) continue;
      const { severity, count = 1 } = finding;
      subjects.findings[severity] += 1;
      counted += count;
      if (finding.messageId === 'overdue') subjects.overdue += count;
      if (finding.action) divided.add(rule);
    }
    subjects.counted += counted;
    subjects.mostCounted = Math.max(subjects.mostCounted, counted);
    if (counted > 0) subjects.failed += 1;
    else if (outcome === 'unknown' || outcome === 'crashed')
      subjects.unknown += 1;
    else subjects.passed += 1;
  }
  if (divided.size === 0) return [...tallies.values()];
  return [...tallies.values()].map(tally => {
    const { info } = tally;
    if (!divided.has(info.id)) return tally;
    const own = results.filter(({ rule }) => rule === info.id);
    return { ...tally, parts: partsOf(info, own) };
  });
}

/** The action that settles a finding of a rule. */
export function actionOf(
  info: RuleInfo,
  { action }: Pick<PlacedFinding, 'action'> = {},
): string {
  return action ?? info.action ?? info.id;
}

function partsOf(
  info: RuleInfo,
  results: readonly RuleResult<PlacedFinding>[],
): ReadonlyMap<string, RuleTally> {
  const actions = new Set(
    results.flatMap(({ findings }) =>
      findings
        .filter(({ scored }) => scored)
        .map(finding => actionOf(info, finding)),
    ),
  );
  const infos = new Map([[info.id, info]]);
  const parts = new Map<string, RuleTally>();
  for (const action of actions) {
    const left = results.map(result => ({
      ...result,
      // What other actions settle is not divided again.
      findings: result.findings
        .filter(finding => actionOf(info, finding) !== action)
        .map(({ action: _, ...finding }) => finding),
    }));
    const [tally] = tallyRules(left, infos);
    if (tally) parts.set(action, tally);
  }
  return parts;
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
  counted: number;
  mostCounted: number;
  overdue: number;
  readonly findings: Record<Severity, number>;
}

function noSubjects(): SubjectDraft {
  return {
    failed: 0,
    passed: 0,
    unknown: 0,
    counted: 0,
    mostCounted: 0,
    overdue: 0,
    findings: noFindings(),
  };
}

function noFindings(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}

function mendSubjects({ failed, passed, unknown }: SubjectTally): SubjectTally {
  return { ...noSubjects(), passed: passed + failed, unknown };
}
