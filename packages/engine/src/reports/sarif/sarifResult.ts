// SPDX-License-Identifier: Apache-2.0
import type {
  FixState,
  ScannedEntry,
  ScannedPackage,
  ScannedPlace,
  ScannerWaiver,
  Vulnerability,
} from '@plimsoll/model';
import { packageOfPurl } from '../purl.ts';
import { readLabels } from './labels.ts';
import type { RuleFacts } from './sarifRule.ts';
import { severityOfResult } from './sarifSeverity.ts';
import type { SarifResult } from './sarifShapes.ts';

type Labels = ReadonlyMap<string, string>;

/** Whether a result says that something is wrong now. */
export function isFinding({ kind, baselineState }: SarifResult): boolean {
  return (
    kind !== 'pass' && kind !== 'notApplicable' && baselineState !== 'absent'
  );
}

/** What a result of any kind tells, and the labels of its message. */
export function readEntry(
  result: SarifResult,
  rule: RuleFacts | undefined,
): { readonly entry: ScannedEntry; readonly labels: Labels } {
  const labels = readLabels(result.message?.text ?? '');
  const place = placeOf(result);
  const waived = readWaiver(result);
  const entry = {
    severity: severityOfResult(result, rule?.severity, labels.get('severity')),
    ...(rule?.title && { title: rule.title }),
    ...(rule?.url && { url: rule.url }),
    ...(place && { target: place.path }),
    ...(waived && { waived }),
  };
  return { entry, labels };
}

export function readVulnerability(
  id: string,
  rule: RuleFacts | undefined,
  { entry, labels }: ReturnType<typeof readEntry>,
): Vulnerability {
  const fixed = labels.get('fixed version') ?? rule?.fixedVersion ?? '';
  const [fix, fixedVersions] = readFix(fixed);
  return {
    ...entry,
    id,
    aliases: (rule?.aliases ?? []).filter(alias => alias !== id),
    package: readPackage(labels, rule),
    fix,
    fixedVersions,
    status: 'affected',
    cvss: rule?.cvss ?? [],
  };
}

/** The message is nearer than the rule, whose results may be of many packages. */
function readPackage(
  labels: Labels,
  rule: RuleFacts | undefined,
): ScannedPackage {
  const label = labels.get('package');
  const kind = rule?.package?.kind ?? 'unknown';
  if (!label) return rule?.package ?? { name: '', version: '', kind };
  return (
    packageOfPurl(label) ?? {
      name: label,
      version: labels.get('installed version') ?? '',
      kind,
    }
  );
}

function readFix(text: string): readonly [FixState, readonly string[]] {
  if (/^(?:not fixed|none|n\/a)$/i.test(text)) return ['not-fixed', []];
  const versions = text
    .split(',')
    .map(version => version.trim())
    .filter(version => version !== '');
  return [versions.length > 0 ? 'fixed' : 'unknown', versions];
}

export function placeOf({
  locations = [],
}: SarifResult): ScannedPlace | undefined {
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
