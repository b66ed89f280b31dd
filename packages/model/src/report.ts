// SPDX-License-Identifier: Apache-2.0
import type {
  ExposedSecret,
  Malware,
  Misconfiguration,
  Vulnerability,
} from './reportFinding.ts';

/**
 * What the output file of a scanner says, in one shape for all formats.
 *
 * @public
 */
export interface ScanReport {
  readonly kind: 'scanReport';
  /** Id of the adapter that read it: `trivy`, `grype`, `sarif`. */
  readonly format: string;
  readonly scanner: Scanner;
  /** When it was made, in UTC (ISO 8601); absent when the report does not say. */
  readonly scannedAt?: string;
  readonly subject: ScanSubject;
  /**
   * What the report shows that was looked at, sorted. Formats do not list what
   * was switched off, so what is absent here was perhaps not looked at: no
   * finding is then no proof.
   */
  readonly covers: readonly ScanCoverage[];
  /** In the order of the report, one for each entry: nothing is merged. */
  readonly vulnerabilities: readonly Vulnerability[];
  /** What failed alone; checks that passed are not listed. */
  readonly misconfigurations: readonly Misconfiguration[];
  readonly secrets: readonly ExposedSecret[];
  readonly malware: readonly Malware[];
  /** What the report holds and the lists above do not, sorted; often empty. */
  readonly omissions: readonly ScanOmission[];
}

/** @public */
export interface Scanner {
  /** As it calls itself. */
  readonly name: string;
  readonly version?: string;
  /** Age of its vulnerability database (ISO 8601, UTC). */
  readonly databaseBuiltAt?: string;
}

/**
 * What was scanned.
 *
 * @public
 */
export interface ScanSubject {
  /** `several` when parts of a report are about different things. */
  readonly kind: ScanSubjectKind;
  /** As the scanner was told: an image reference, a path. Empty when absent. */
  readonly name: string;
  /** Digests of image manifests (`sha256:…`), sorted. */
  readonly digests: readonly string[];
  /** Digest of the image configuration. */
  readonly imageId?: string;
  /** References that the image has, by tag and by digest, sorted. */
  readonly references: readonly string[];
  /** Such as `linux/amd64`. */
  readonly platform?: string;
  readonly os?: ScannedOs;
}

/** @public */
export const SCAN_SUBJECT_KINDS = [
  'image',
  'filesystem',
  'repository',
  'cluster',
  'several',
  'unknown',
] as const;

/** @public */
export type ScanSubjectKind = (typeof SCAN_SUBJECT_KINDS)[number];

/** @public */
export interface ScannedOs {
  /** Such as `alpine`. */
  readonly family: string;
  readonly version: string;
  /** Whether its maintainers have stopped; absent when the report is silent. */
  readonly endOfLife?: boolean;
}

/** @public */
export const SCAN_COVERAGES = [
  'application-packages',
  'licenses',
  'misconfigurations',
  'os-packages',
  'secrets',
  'vulnerabilities',
] as const;

/** @public */
export type ScanCoverage = (typeof SCAN_COVERAGES)[number];

/**
 * What is missing from the lists of a scan report.
 *
 * `licenses`: entries that no rule asks for. `not-understood`: entries without
 * what identifies them. `not-scanned`: parts of which the scanner itself says
 * that it failed. After one of the last two, no finding is no proof.
 *
 * @public
 */
export interface ScanOmission {
  readonly kind: ScanOmissionKind;
  /** From 1. */
  readonly count: number;
}

/** @public */
export const SCAN_OMISSION_KINDS = [
  'licenses',
  'not-scanned',
  'not-understood',
] as const;

/** @public */
export type ScanOmissionKind = (typeof SCAN_OMISSION_KINDS)[number];
