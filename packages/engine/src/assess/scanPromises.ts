// SPDX-License-Identifier: Apache-2.0
import type { Gate, GatePromise } from '@plimsoll/model';
import type { AreaLoad } from './areaLoad.ts';
import type { RuleTally, SubjectTally } from './tallyRules.ts';

/** What scans have to say for a grade to be kept. */
export interface ScanPromise {
  readonly grade: 'B' | 'C';
  readonly promise: GatePromise;
  /** The rule that tells. */
  readonly rule: string;
  readonly isBroken: (production: SubjectTally) => boolean;
  readonly describe: (production: SubjectTally) => string;
  /** Whether more has to be known before anything can be mended. */
  readonly isOpen?: (production: SubjectTally) => boolean;
}

/** More critical vulnerabilities with a fix break the promise of a C. */
const MOST_CRITICAL = 10;

/** Lowest grade first. */
export const SCAN_PROMISES: readonly ScanPromise[] = [
  {
    grade: 'C',
    promise: 'no-known-exploited',
    rule: 'scan/known-exploited',
    isBroken: ({ failed }) => failed > 0,
    describe: ({ counted }) =>
      `${vulnerabilities(counted)} known to be exploited`,
  },
  {
    grade: 'C',
    promise: 'no-malware',
    rule: 'scan/malware',
    isBroken: ({ failed }) => failed > 0,
    describe: ({ counted }) =>
      counted === 1 ? 'a malicious package' : `${counted} malicious packages`,
  },
  {
    grade: 'C',
    promise: 'few-fixable-critical',
    rule: 'scan/critical-fixable',
    isBroken: ({ mostCounted }) => mostCounted > MOST_CRITICAL,
    describe: ({ mostCounted }) =>
      `${mostCounted} critical vulnerabilities with a fix in an image, and a C allows ${MOST_CRITICAL}`,
  },
  {
    grade: 'C',
    promise: 'no-overdue-critical',
    rule: 'scan/critical-fixable',
    isBroken: ({ overdue }) => overdue > 0,
    describe: ({ overdue }) =>
      `${vulnerabilities(
        overdue,
        'critical ',
      )} with a fix, open for more than twice the time for it`,
  },
  {
    grade: 'B',
    promise: 'no-fixable-critical',
    rule: 'scan/critical-fixable',
    isBroken: ({ failed }) => failed > 0,
    describe: ({ counted }) =>
      `${vulnerabilities(counted, 'critical ')} with a fix`,
  },
  {
    grade: 'B',
    promise: 'scan-30-days',
    rule: 'scan/recent',
    isBroken: ({ failed, unknown }) => failed + unknown > 0,
    describe: ({ failed, unknown }) =>
      failed > 0
        ? `the scan of ${images(failed)} is too old`
        : `no scan of ${images(unknown)} is known to be recent`,
    isOpen: ({ unknown }) => unknown > 0,
  },
];

/** What a rule about scans says of production; undefined where it says nothing. */
export function tallyOfScan(
  areas: readonly AreaLoad[],
  rule: string,
): SubjectTally | undefined {
  const scan = areas.find(({ area }) => area === 'scan');
  for (const { rules } of scan?.controls ?? []) {
    for (const { tally } of rules)
      if (isRule(tally, rule)) return tally.production;
  }
  return undefined;
}

function isRule({ info }: RuleTally, rule: string): boolean {
  return info.id === rule && info.confidence !== 'low';
}

/** The gate of a broken promise; undefined while it is kept. */
export function scanGate(
  { rule, isBroken, isOpen, describe }: ScanPromise,
  areas: readonly AreaLoad[],
): Pick<Gate, 'message' | 'rules'> | undefined {
  const production = tallyOfScan(areas, rule);
  if (!production || !isBroken(production)) return undefined;
  const rules = isOpen?.(production) ? [] : [rule];
  return { message: describe(production), rules };
}

function vulnerabilities(count: number, kind = ''): string {
  return count === 1
    ? `a ${kind}vulnerability`
    : `${count} ${kind}vulnerabilities`;
}

function images(count: number): string {
  return count === 1 ? 'an image' : `${count} images`;
}
