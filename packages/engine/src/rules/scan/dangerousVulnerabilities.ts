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
import { packageFindings } from './packageFindings.ts';
import { unlessProven } from './proof.ts';

/** What rules about exploits say. */
export const DANGEROUS_MESSAGES = {
  fixed: '{upgrade} mends {vulnerabilities} {danger}: {ids}.',
  unfixed: '{package} has {vulnerabilities} {danger}, without a fix: {ids}.',
  more: '{packages} more packages have {vulnerabilities} {danger}.',
} as const;

/** What such a rule looks for. */
export interface DangerQuestion {
  /** Undefined where nobody tells. */
  readonly isDangerous: (one: ImageVulnerability) => boolean | undefined;
  /** In words. */
  readonly danger: string;
  readonly severity: Severity;
}

/** Judges vulnerabilities by what attackers do, whether or not there is a fix. */
export function judgeDangerous(
  scan: ImageScan,
  verdict: VerdictMaker<typeof DANGEROUS_MESSAGES>,
  { isDangerous, danger, severity }: DangerQuestion,
): Verdict {
  const dangerous: ImageVulnerability[] = [];
  let open = 0;
  for (const one of scan.vulnerabilities) {
    const answer = isDangerous(one);
    if (answer) dangerous.push(one);
    else if (answer === undefined) open += 1;
  }
  const words = (affected: AffectedPackage) => ({
    vulnerabilities: countWords(affected.vulnerabilities.length),
    danger,
    ids: describeIds(affected),
  });
  const findings = packageFindings(
    [
      {
        vulnerabilities: dangerous.filter(({ isFixable }) => isFixable),
        severity,
        say: (affected, level, extras) => {
          const upgrade = describeUpgrade(affected);
          const data = { ...words(affected), upgrade };
          return verdict.finding('fixed', scan.at, data, level, extras);
        },
      },
      {
        vulnerabilities: dangerous.filter(({ isFixable }) => !isFixable),
        severity,
        say: (affected, level, extras) => {
          const data = { ...words(affected), package: affected.name };
          return verdict.finding('unfixed', scan.at, data, level, extras);
        },
      },
    ],
    ({ packages, count }, level, extras) => {
      const vulnerabilities = countWords(count);
      const data = { packages: String(packages), vulnerabilities, danger };
      return verdict.finding('more', scan.at, data, level, extras);
    },
  );
  return (
    (findings.length > 0 ? undefined : unlessProven(scan, verdict)) ??
    verdict.fromFindings(
      findings,
      open > 0
        ? verdict.unknown('exploits-not-known', countWords(open))
        : verdict.passed(),
    )
  );
}
