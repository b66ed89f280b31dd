// SPDX-License-Identifier: Apache-2.0
import type { PackageKind, ScanEvidence, ScanReport } from '@plimsoll/model';
import { compareText } from '../../text/order.ts';

/** What a report may be the latest word on. */
export type ScanTopic = 'application-packages' | 'os-packages' | 'secrets';

/** A report, and what it is the latest word on. */
export interface StandingReport {
  readonly evidence: ScanEvidence;
  readonly time: Date | undefined;
  readonly topics: ReadonlySet<ScanTopic>;
}

/**
 * Of all reports of an image those that still stand, newest first.
 *
 * A later report of the same scanner replaces an earlier one in what it is
 * about, and in everything where the image was built anew. After such a build
 * a later one of another scanner replaces it, too, in what that is about. Until
 * then a report stands, however old. Where time does not tell, all stand.
 */
export function reportsInForce(
  scans: readonly ScanEvidence[],
): StandingReport[] {
  const standing: StandingReport[] = [];
  for (const [evidence, time] of newestFirst(scans)) {
    const { report } = evidence;
    const topics = topicsOf(report);
    const isAboutNothing = topics.size === 0;
    let isReplaced = false;
    for (const { evidence: later, time: laterTime } of standing) {
      const replacing = topicsOf(later.report);
      const isOwn = isSameScanner(report, later.report);
      const isRebuilt = isOtherBuild(report, later.report);
      if (isOwn && isAboutNothing) isReplaced = true;
      if (isSameTime(time, laterTime) || !(isOwn || isRebuilt)) continue;
      if (isOwn && isRebuilt && replacing.size > 0) isReplaced = true;
      for (const topic of replacing) topics.delete(topic);
    }
    if (isReplaced || (topics.size === 0 && !isAboutNothing)) continue;
    standing.push({ evidence, time, topics });
  }
  return standing;
}

/** Whether it is the latest word on packages of a kind. */
export function isAbout(
  topics: ReadonlySet<ScanTopic>,
  kind: PackageKind,
): boolean {
  if (kind === 'os') return topics.has('os-packages');
  const isAboutApplications = topics.has('application-packages');
  if (kind === 'application') return isAboutApplications;
  return isAboutApplications || topics.has('os-packages');
}

/**
 * Trivy names each kind of package that it looked at. Others show the kinds of
 * what they have found, and are about both.
 */
function topicsOf({ format, covers, malware }: ScanReport): Set<ScanTopic> {
  const topics = new Set<ScanTopic>();
  if (covers.includes('secrets')) topics.add('secrets');
  if (!covers.includes('vulnerabilities') && malware.length === 0) {
    return topics;
  }
  const kinds =
    format === 'trivy'
      ? PACKAGE_TOPICS.filter(topic => covers.includes(topic))
      : [];
  for (const topic of kinds.length > 0 ? kinds : PACKAGE_TOPICS) {
    topics.add(topic);
  }
  return topics;
}

const PACKAGE_TOPICS = ['application-packages', 'os-packages'] as const;

function newestFirst(
  scans: readonly ScanEvidence[],
): (readonly [ScanEvidence, Date | undefined])[] {
  return scans
    .map(evidence => [evidence, timeOf(evidence)] as const)
    .sort(
      ([a, timeA], [b, timeB]) =>
        (timeB?.getTime() ?? 0) - (timeA?.getTime() ?? 0) ||
        compareText(a.report.scanner.name, b.report.scanner.name) ||
        compareText(JSON.stringify(a), JSON.stringify(b)),
    );
}

function timeOf({ report, receivedAt }: ScanEvidence): Date | undefined {
  return dateOf(report.scannedAt) ?? dateOf(receivedAt);
}

/** Undefined for what is no time, and for none. */
export function dateOf(text: string | undefined): Date | undefined {
  const milliseconds = Date.parse(text ?? '');
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}

function isSameTime(a: Date | undefined, b: Date | undefined): boolean {
  return a?.getTime() === b?.getTime();
}

function isSameScanner(a: ScanReport, b: ScanReport): boolean {
  return a.scanner.name === b.scanner.name && !isOtherPlatform(a, b);
}

/** Whether both say what they are about, and it is not the same. */
function isOtherBuild(a: ScanReport, b: ScanReport): boolean {
  if (isOtherPlatform(a, b)) return false;
  const { subject: one } = a;
  const { subject: other } = b;
  if (one.imageId && other.imageId) return one.imageId !== other.imageId;
  if (one.digests.length === 0 || other.digests.length === 0) return false;
  return !one.digests.some(digest => other.digests.includes(digest));
}

function isOtherPlatform(
  { subject: a }: ScanReport,
  { subject: b }: ScanReport,
) {
  return Boolean(a.platform && b.platform && a.platform !== b.platform);
}
