// SPDX-License-Identifier: Apache-2.0
import type {
  EpssRating,
  ExposedSecret,
  FileRole,
  ImportedSeverity,
  Malware,
  PackageKind,
  TextRange,
} from '@plimsoll/model';

/** What the scan reports of one image say together. */
export interface ImageScan {
  /** Of its Dockerfile; the name of the image where none is known. */
  readonly path: string;
  readonly role: FileRole;
  /** What the last stage starts with; empty where no Dockerfile is known. */
  readonly at: TextRange;
  /** Those in force, newest first; never empty. */
  readonly reports: readonly ReportInForce[];
  /** Whether a vulnerability would have been reported. */
  readonly vulnerabilityProof: Proof;
  /** Whether a secret would have been. */
  readonly secretProof: Proof;
  /** Each of a package once, whoever reports it; by package and id. */
  readonly vulnerabilities: readonly ImageVulnerability[];
  readonly secrets: readonly ExposedSecret[];
  readonly malware: readonly Malware[];
  /** How many entries a scanner left aside: waived, or not affected. */
  readonly leftAside: number;
}

/**
 * What it proves that a report lists nothing: that nothing is there, or not
 * even that, as parts are missing from it or as nobody looked.
 */
export type Proof = 'sound' | 'scan-incomplete' | 'not-looked-for';

/** A report that still says something about the image. */
export interface ReportInForce {
  readonly scanner: string;
  /** What was scanned, as the scanner was told. */
  readonly name: string;
  /** Whether it is of source files: of no image, nor of all files of one. */
  readonly isOfFiles: boolean;
  /** When it was made or, where it does not say, received. */
  readonly time: Date | undefined;
  readonly databaseBuiltAt: Date | undefined;
  readonly coversVulnerabilities: boolean;
}

/** A vulnerability of a package of an image. */
export interface ImageVulnerability {
  /** The CVE where there is a single one. */
  readonly id: string;
  /** All other names of it, sorted. */
  readonly aliases: readonly string[];
  readonly package: string;
  readonly kind: PackageKind;
  /** Installed ones, sorted. */
  readonly versions: readonly string[];
  /** Those with the fix, sorted; may be empty although there is a fix. */
  readonly fixedVersions: readonly string[];
  readonly isFixable: boolean;
  /** By the vendor before others; by CVSS where nobody has a word for it. */
  readonly severity: ImportedSeverity;
  /**
   * When somebody could have known and mended it: the later of the first day
   * that it was seen and the day of the fix. Undefined without such a record.
   */
  readonly openSince: Date | undefined;
  /** Undefined where neither report nor list tell. */
  readonly isExploited: boolean | undefined;
  /** The likeliest; undefined where neither report nor list tell. */
  readonly epss: Pick<EpssRating, 'probability' | 'percentile'> | undefined;
  /** Whether all that could rate it has spoken, and `epss` is the answer. */
  readonly isEpssKnown: boolean;
}
