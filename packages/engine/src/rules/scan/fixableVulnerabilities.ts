// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import type {
  ImageScan,
  ImageVulnerability,
} from '../../artifacts/imageScan/imageScan.ts';
import type { Verdict, VerdictMaker } from '../verdict.ts';
import {
  countWords,
  describeIds,
  describeUpgrade,
  type AffectedPackage,
} from './affectedPackages.ts';
import {
  dayOf,
  earliest,
  graceOf,
  type GraceSeverity,
  type GraceState,
} from './grace.ts';
import { packageFindings, type Said } from './packageFindings.ts';
import { unlessProven } from './proof.ts';

/** What rules about vulnerabilities with a fix say. */
export const FIXABLE_MESSAGES = {
  overdue:
    '{upgrade} mends {vulnerabilities}, open for more than twice the {days} days of grace: {ids}.',
  open: '{upgrade} mends {vulnerabilities}: {ids}.',
  inGrace: '{upgrade} mends {vulnerabilities}, and has until {until}: {ids}.',
  more: '{packages} more packages have {vulnerabilities} that an update mends.',
} as const;

/** What such a rule is about. */
export interface FixableQuestion {
  readonly severity: GraceSeverity;
  readonly days: number;
  /** Of a finding after its grace; that of the vulnerabilities when absent. */
  readonly counted?: Severity;
}

/**
 * Judges the vulnerabilities of a severity that have a fix. Those in their grace
 * are remarks.
 */
export function judgeFixable(
  scan: ImageScan,
  verdict: VerdictMaker<typeof FIXABLE_MESSAGES>,
  { severity, days, counted = severity }: FixableQuestion,
  now: Date,
): Verdict {
  const states: Record<GraceState, ImageVulnerability[]> = {
    overdue: [],
    open: [],
    inGrace: [],
  };
  const changes: (Date | undefined)[] = [];
  let unrated = 0;
  for (const one of scan.vulnerabilities) {
    if (!one.isFixable) continue;
    if (one.severity !== severity && one.severity !== 'unknown') continue;
    const { state, changesAt } = graceOf(one, days, now);
    changes.push(changesAt);
    if (one.severity === severity) states[state].push(one);
    else if (state !== 'inGrace') unrated += 1;
  }

  const words = (affected: AffectedPackage) => ({
    upgrade: describeUpgrade(affected),
    vulnerabilities: countWords(affected.vulnerabilities.length, severity),
    ids: describeIds(affected),
  });
  const groups: Said[] = [
    {
      vulnerabilities: states.overdue,
      severity: counted,
      say: (affected, level, extras) => {
        const data = { ...words(affected), days: String(days) };
        return verdict.finding('overdue', scan.at, data, level, extras);
      },
    },
    {
      vulnerabilities: states.open,
      severity: counted,
      say: (affected, level, extras) =>
        verdict.finding('open', scan.at, words(affected), level, extras),
    },
    {
      vulnerabilities: states.inGrace,
      severity: 'info',
      say: (affected, level, extras) => {
        const ends = affected.vulnerabilities.map(
          one => graceOf(one, days, now).end,
        );
        const until = dayOf(earliest(ends) ?? now);
        const data = { ...words(affected), until };
        return verdict.finding('inGrace', scan.at, data, level, extras);
      },
    },
  ];
  const findings = packageFindings(
    groups,
    ({ packages, count }, level, extras) =>
      verdict.finding(
        'more',
        scan.at,
        {
          packages: String(packages),
          vulnerabilities: countWords(count, severity),
        },
        level,
        extras,
      ),
  );

  const isProven = states.overdue.length + states.open.length > 0;
  const result = isProven
    ? verdict.fromFindings(findings)
    : unlessProven(scan, verdict) ??
      (unrated > 0
        ? verdict.unknown('severity-not-known', countWords(unrated))
        : verdict.fromFindings(findings));
  const next = earliest(changes);
  return next ? verdict.until(result, next) : result;
}
