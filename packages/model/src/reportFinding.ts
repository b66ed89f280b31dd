// SPDX-License-Identifier: Apache-2.0
import type { Severity } from './severity.ts';

/**
 * A severity from somebody else. A word that we do not know is `unknown`, and
 * never something mild.
 *
 * @public
 */
export type ImportedSeverity = Severity | 'unknown';

/**
 * How bad a scanner calls something.
 *
 * @public
 */
export interface SeverityRating {
  readonly level: ImportedSeverity;
  /** The word or number that it was read from; empty when there was none. */
  readonly word: string;
  /** Who said so, where the report tells: `nvd`, `ghsa`, `redhat`. */
  readonly source?: string;
}

/**
 * What every entry of a scan report has.
 *
 * @public
 */
export interface ScannedEntry {
  readonly severity: SeverityRating;
  readonly title?: string;
  readonly url?: string;
  /** Part of the subject: a lock file, a layer's operating system, a file. */
  readonly target?: string;
  /** `namespace/kind/name` in a report on a cluster. */
  readonly workload?: string;
  /** Set when the scanner was told to leave it aside. */
  readonly waived?: ScannerWaiver;
}

/**
 * Why a scanner left an entry aside: an ignore file, a VEX document, a comment.
 * What we make of it is up to policy: it is no waiver of ours.
 *
 * @public
 */
export interface ScannerWaiver {
  /** As the report says: `ignored`, `not_affected`, `accepted`. */
  readonly status: string;
  readonly reason?: string;
  /** Where it is written. */
  readonly source?: string;
}

/** @public */
export interface Vulnerability extends ScannedEntry {
  /** As the scanner lists it: CVE, GHSA, DSA, its own. */
  readonly id: string;
  /** Other ids that the report relates to it, without its own. */
  readonly aliases: readonly string[];
  readonly package: ScannedPackage;
  readonly fix: FixState;
  /** Versions that have the fix; empty when none is known. */
  readonly fixedVersions: readonly string[];
  /** When the fix could first be had (`YYYY-MM-DD`, UTC). */
  readonly fixAvailableOn?: string;
  readonly status: VulnerabilityStatus;
  readonly cvss: readonly CvssRating[];
  /** Of the day of the scan. */
  readonly epss?: EpssRating;
  /** Whether the report calls it exploited; absent when it does not tell. */
  readonly knownExploited?: boolean;
  /** When it became public (`YYYY-MM-DD`, UTC). */
  readonly publishedOn?: string;
}

/** @public */
export interface ScannedPackage {
  /** Empty when the report does not say. */
  readonly name: string;
  /** The installed one; empty when the report does not say. */
  readonly version: string;
  readonly purl?: string;
  readonly kind: PackageKind;
  /** A file that it was found by. */
  readonly path?: string;
}

/** @public */
export const PACKAGE_KINDS = ['os', 'application', 'unknown'] as const;

/** @public */
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/**
 * Whether there is a fix. `end-of-life`: there will be none, as the release is
 * no longer maintained.
 *
 * @public
 */
export const FIX_STATES = [
  'fixed',
  'not-fixed',
  'deferred',
  'wont-fix',
  'end-of-life',
  'unknown',
] as const;

/** @public */
export type FixState = (typeof FIX_STATES)[number];

/**
 * Whether the package is vulnerable at all. An entry without a word on it is
 * `affected`: that is why it is listed.
 *
 * @public
 */
export const VULNERABILITY_STATUSES = [
  'affected',
  'not-affected',
  'under-investigation',
  'unknown',
] as const;

/** @public */
export type VulnerabilityStatus = (typeof VULNERABILITY_STATUSES)[number];

/** @public */
export interface CvssRating {
  /** Who rated; empty when the report does not say. */
  readonly source: string;
  /** As it stands, with its prefix from version 3 on; empty when absent. */
  readonly vector: string;
  /** 0–10. */
  readonly score?: number;
}

/**
 * Exploit Prediction Scoring System.
 *
 * @public
 */
export interface EpssRating {
  /** Of being exploited in the next 30 days, 0–1. */
  readonly probability: number;
  /** Share of vulnerabilities with this probability or less, 0–1. */
  readonly percentile?: number;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/**
 * A check of a scanner that failed.
 *
 * @public
 */
export interface Misconfiguration extends ScannedEntry {
  /** Id of the check in the scanner. */
  readonly id: string;
  /** What is wrong here, from the scanner; cut after 1,000 bytes. */
  readonly message?: string;
  readonly place?: ScannedPlace;
}

/**
 * A secret that a scanner found. Neither its text nor the text around it is
 * read from the report.
 *
 * @public
 */
export interface ExposedSecret extends ScannedEntry {
  /** Id of the scanner's rule; empty when the report does not say. */
  readonly id: string;
  /** Such as `AWS`. */
  readonly category?: string;
  readonly place?: ScannedPlace;
}

/**
 * A package or file known to do harm.
 *
 * @public
 */
export interface Malware extends ScannedEntry {
  readonly id: string;
  readonly package: ScannedPackage;
}

/** @public */
export interface ScannedPlace {
  /** As the report writes it: a path or a URI. */
  readonly path: string;
  /** From 1. */
  readonly startLine?: number;
  readonly endLine?: number;
}
