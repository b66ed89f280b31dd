// SPDX-License-Identifier: Apache-2.0
import type {
  FixState,
  ScannedPackage,
  ScannedPlace,
  ScannerWaiver,
  SeverityRating,
} from '@plimsoll/model';
import { packageOfPurl } from '../purl.ts';
import { readLabels, type Labels } from './labels.ts';
import { kindOfId } from './sarifRule.ts';
import { ratingOfResult } from './sarifSeverity.ts';
import type { SarifResult } from './sarifShapes.ts';

/** What a result tells by itself, before its rule is known. */
export interface ResultFacts {
  /** Empty when its rule alone says it. */
  readonly id: string;
  readonly ruleIndex: number;
  /** Of the extension whose rule it is; undefined for the driver. */
  readonly extension: number | undefined;
  /** Undefined when it is left to the rule. */
  readonly rating: SeverityRating | undefined;
  /** What is left when neither has a rating. */
  readonly level: string | undefined;
  readonly message: string | undefined;
  readonly package: ScannedPackage | undefined;
  /** Undefined when the message says nothing of it. */
  readonly fix: Fix | undefined;
  readonly place: ScannedPlace | undefined;
  readonly waived: ScannerWaiver | undefined;
}

export interface Fix {
  readonly fix: FixState;
  readonly fixedVersions: readonly string[];
}

/** Whether a result says that something is wrong now. */
export function isFinding({ kind, baselineState }: SarifResult): boolean {
  return (
    kind !== 'pass' && kind !== 'notApplicable' && baselineState !== 'absent'
  );
}

export function readResult(result: SarifResult): ResultFacts {
  const message = result.message?.text;
  const labels = readLabels(message ?? '');
  const id = result.ruleId ?? result.rule?.id ?? '';
  return {
    id,
    ruleIndex: result.rule?.index ?? result.ruleIndex ?? -1,
    extension: result.rule?.toolComponent?.index,
    rating: ratingOfResult(result, labels.severity),
    level: result.level,
    // That of a vulnerability has been read now, and may be long.
    message: kindOfId(id) ? undefined : message,
    package: readPackage(labels),
    fix: labels.fixed === undefined ? undefined : readFix(labels.fixed),
    place: readPlace(result),
    waived: readWaiver(result),
  };
}

function readPackage(labels: Labels): ScannedPackage | undefined {
  const { package: name, installed = '' } = labels;
  if (!name) return undefined;
  return packageOfPurl(name) ?? { name, version: installed, kind: 'unknown' };
}

/** The versions that have a fix, or the words for "none". */
export function readFix(text: string): Fix {
  if (/^(?:not fixed|none|n\/a)$/i.test(text)) return NOT_FIXED;
  const fixedVersions = text
    .split(',')
    .map(version => version.trim())
    .filter(version => version !== '');
  return { fix: fixedVersions.length > 0 ? 'fixed' : 'unknown', fixedVersions };
}

const NOT_FIXED: Fix = { fix: 'not-fixed', fixedVersions: [] };

function readPlace({ locations = [] }: SarifResult): ScannedPlace | undefined {
  const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
  const path = artifactLocation?.uri;
  if (!path) return undefined;
  const startLine = lineOf(region?.startLine);
  const endLine = lineOf(region?.endLine);
  return {
    path,
    ...(startLine !== undefined && { startLine }),
    ...(endLine !== undefined && { endLine }),
  };
}

function lineOf(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isInteger(value)) return undefined;
  return value >= 1 ? value : undefined;
}

/** SARIF 2.1.0, 3.27.23: one doubt, and the result stands. */
function readWaiver({
  suppressions = [],
}: SarifResult): ScannerWaiver | undefined {
  const [first] = suppressions;
  if (!first) return undefined;
  if (suppressions.some(one => DOUBTS.has(one.status ?? ''))) return undefined;
  return {
    status: first.status ?? 'accepted',
    ...(first.justification && { reason: first.justification }),
    ...(first.kind && { source: first.kind }),
  };
}

const DOUBTS = new Set(['rejected', 'underReview']);
