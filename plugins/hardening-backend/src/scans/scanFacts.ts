// SPDX-License-Identifier: Apache-2.0
import { vulnerabilityKey } from '@plimsoll/engine';
import {
  SEVERITIES,
  type ImportedSeverity,
  type ScanReport,
  type Vulnerability,
} from '@plimsoll/model';

/** What a list shows of a report, without reading it. */
export interface ScanFacts {
  /** What was scanned, as the scanner was told; perhaps empty. */
  readonly target: string;
  readonly scanner: string;
  readonly scannerVersion?: string | undefined;
  /** Distinct vulnerabilities of packages, by severity. */
  readonly vulnerabilities: SeverityCounts;
  /** Those of them that have a fix. */
  readonly fixable: SeverityCounts;
  readonly secrets: number;
  readonly malware: number;
}

/** How many of each; none where a severity is absent. */
export type SeverityCounts = Readonly<
  Partial<Record<ImportedSeverity, number>>
>;

const LEVELS: readonly ImportedSeverity[] = [...SEVERITIES, 'unknown'];
const LONGEST_NAME = 300;

/** Counts what a report lists. What the scanner was told to leave aside is not. */
export function factsOf(report: ScanReport): ScanFacts {
  const { scanner, subject, secrets, malware } = report;
  const all = new Map<string, ImportedSeverity>();
  const fixable = new Map<string, ImportedSeverity>();
  for (const one of report.vulnerabilities) {
    if (!counts(one)) continue;
    keepWorst(all, one);
    if (hasFix(one)) keepWorst(fixable, one);
  }
  return {
    target: subject.name.slice(0, LONGEST_NAME),
    scanner: scanner.name.slice(0, LONGEST_NAME),
    scannerVersion: scanner.version?.slice(0, LONGEST_NAME),
    vulnerabilities: countLevels(all),
    fixable: countLevels(fixable),
    secrets: secrets.filter(({ waived }) => !waived).length,
    malware: malware.filter(({ waived }) => !waived).length,
  };
}

/** Whether it says that something is wrong. */
export function counts({ status, waived }: Vulnerability): boolean {
  return !waived && status !== 'not-affected';
}

/** Whether an update would mend it. */
export function hasFix({ fix, fixedVersions }: Vulnerability): boolean {
  return fix === 'fixed' || (fix === 'unknown' && fixedVersions.length > 0);
}

function keepWorst(
  kept: Map<string, ImportedSeverity>,
  { id, package: { name }, severity: { level } }: Vulnerability,
): void {
  const key = vulnerabilityKey(id, name);
  const before = kept.get(key);
  if (before && LEVELS.indexOf(before) <= LEVELS.indexOf(level)) return;
  kept.set(key, level);
}

function countLevels(
  levels: ReadonlyMap<string, ImportedSeverity>,
): SeverityCounts {
  const counted: Partial<Record<ImportedSeverity, number>> = {};
  for (const level of levels.values()) {
    counted[level] = (counted[level] ?? 0) + 1;
  }
  return Object.fromEntries(
    LEVELS.flatMap(level =>
      counted[level] === undefined ? [] : [[level, counted[level]]],
    ),
  );
}
