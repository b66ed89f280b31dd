// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import type { ImageVulnerability } from '../../artifacts/imageScan/imageScan.ts';
import type { FindingDraft, FindingExtras } from '../verdict.ts';
import {
  affectedPackages,
  MOST_FINDINGS,
  type AffectedPackage,
} from './affectedPackages.ts';

/** Vulnerabilities about which a rule says the same. */
export interface Said {
  readonly vulnerabilities: readonly ImageVulnerability[];
  readonly severity: Severity;
  readonly say: (
    affected: AffectedPackage,
    severity: Severity,
    extras: FindingExtras,
  ) => FindingDraft;
}

/** What is said of packages for which there is no room. */
export type SayRest = (
  rest: { readonly packages: number; readonly count: number },
  severity: Severity,
  extras: FindingExtras,
) => FindingDraft;

/**
 * A finding for each affected package, in the order in which it was said. The
 * first hundred have one of their own; those of the rest that count alike, and
 * that one edit settles, share one.
 */
export function packageFindings(
  groups: readonly Said[],
  sayRest: SayRest,
): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const rest = new Map<string, Rest>();
  for (const { vulnerabilities, severity, say } of groups) {
    for (const affected of affectedPackages(vulnerabilities)) {
      const { action } = affected;
      const count = affected.vulnerabilities.length;
      if (findings.length < MOST_FINDINGS) {
        const rank = findings.length;
        findings.push(say(affected, severity, { count, action, rank }));
        continue;
      }
      const key = `${severity} ${action}`;
      const known = rest.get(key) ?? {
        severity,
        action,
        packages: 0,
        count: 0,
      };
      known.packages += 1;
      known.count += count;
      rest.set(key, known);
    }
  }
  for (const { severity, action, packages, count } of rest.values()) {
    const rank = findings.length;
    findings.push(
      sayRest({ packages, count }, severity, { count, action, rank }),
    );
  }
  return findings;
}

interface Rest {
  readonly severity: Severity;
  readonly action: FindingExtras['action'];
  packages: number;
  count: number;
}
