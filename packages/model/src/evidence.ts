// SPDX-License-Identifier: Apache-2.0
import type { Scope } from './assessment.ts';
import type { ScanReport } from './report.ts';
import type { EpssRating } from './reportFinding.ts';

/**
 * What is known besides the files. All of it can be written as JSON.
 *
 * @public
 */
export interface Evidence {
  readonly scope: Scope;
  /** One for each report, in any order. */
  readonly scans?: readonly ScanEvidence[];
  /** Absent: only what reports say themselves is known. */
  readonly knownExploited?: KnownExploitedList;
  /** Absent: only what reports say themselves is known. */
  readonly epss?: EpssList;
  /**
   * Until when a new repository may be without any scan or image (ISO 8601,
   * UTC): whoever knows when it was first seen says so. Absent for all others.
   */
  readonly firstScanDue?: string;
}

/**
 * A scan report, and what its receiver knows about it.
 *
 * @public
 */
export interface ScanEvidence {
  readonly report: ScanReport;
  /** Path of the Dockerfile whose image was scanned, where somebody said so. */
  readonly dockerfile?: string;
  /** Stands in for the time of a report that has none (ISO 8601, UTC). */
  readonly receivedAt?: string;
  /**
   * The first day (`YYYY-MM-DD`, UTC) on which a vulnerability of a package was
   * seen in this image, by `vulnerabilityKey`. Without a day there is no grace.
   */
  readonly firstSeen?: Readonly<Record<string, string>>;
}

/**
 * Vulnerabilities that are known to be exploited, as CISA lists them.
 *
 * @public
 */
export interface KnownExploitedList {
  /** That of the list (`YYYY-MM-DD`). */
  readonly date: string;
  readonly ids: readonly string[];
}

/**
 * Ratings of the Exploit Prediction Scoring System.
 *
 * @public
 */
export interface EpssList {
  /** That of the list (`YYYY-MM-DD`). */
  readonly date: string;
  /** By CVE; those of other vulnerabilities than the reports have may lack. */
  readonly ratings: Readonly<
    Record<string, Pick<EpssRating, 'probability' | 'percentile'>>
  >;
}
