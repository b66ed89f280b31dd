// SPDX-License-Identifier: Apache-2.0
import type {
  Evidence,
  ExposedSecret,
  FileRole,
  Malware,
  ScanEvidence,
  ScannedEntry,
  TextRange,
} from '@plimsoll/model';
import type { ImageScan, Proof, ReportInForce } from './imageScan.ts';
import { mergeVulnerabilities } from './mergeVulnerabilities.ts';
import {
  dateOf,
  isAbout,
  reportsInForce,
  type ScanTopic,
  type StandingReport,
} from './reportsInForce.ts';

/** An image that has reports. */
export interface ScannedImage {
  readonly path: string;
  readonly role: FileRole;
  readonly at: TextRange;
}

/** Makes one picture of all reports of an image. */
export function mergeScans(
  { path, role, at }: ScannedImage,
  scans: readonly ScanEvidence[],
  lists: Pick<Evidence, 'knownExploited' | 'epss'>,
): ImageScan {
  const standing = reportsInForce(scans);
  const { vulnerabilities, leftAside } = mergeVulnerabilities(standing, lists);
  const secrets = mergeSecrets(standing);
  const malware = mergeMalware(standing);
  return {
    path,
    role,
    at,
    reports: standing.map(inForce),
    vulnerabilityProof: proofOf(standing, [
      'application-packages',
      'os-packages',
    ]),
    secretProof: proofOf(standing, ['secrets']),
    vulnerabilities,
    secrets: secrets.kept,
    malware: malware.kept,
    leftAside: leftAside + secrets.leftAside + malware.leftAside,
  };
}

/** One report that is whole proves what it does not list. */
function proofOf(
  standing: readonly StandingReport[],
  topics: readonly ScanTopic[],
): Proof {
  const looking = standing.filter(report =>
    topics.some(topic => report.topics.has(topic)),
  );
  if (looking.length === 0) return 'not-looked-for';
  return looking.some(isWhole) ? 'sound' : 'scan-incomplete';
}

function isWhole({ evidence }: StandingReport): boolean {
  return evidence.report.omissions.every(({ kind }) => kind === 'licenses');
}

function inForce({ evidence, time, topics }: StandingReport): ReportInForce {
  const { scanner, subject, covers } = evidence.report;
  const { kind, name } = subject;
  return {
    scanner: scanner.name,
    name,
    isOfFiles:
      (kind === 'filesystem' || kind === 'repository') &&
      !covers.includes('os-packages'),
    time,
    databaseBuiltAt: dateOf(scanner.databaseBuiltAt),
    coversVulnerabilities: isAbout(topics, 'unknown'),
  };
}

interface Merged<Entry> {
  readonly kept: readonly Entry[];
  readonly leftAside: number;
}

/** Two scanners have two names for the same kind of secret: both are kept. */
function mergeSecrets(
  standing: readonly StandingReport[],
): Merged<ExposedSecret> {
  return distinct(
    standing
      .filter(({ topics }) => topics.has('secrets'))
      .flatMap(({ evidence }) => evidence.report.secrets),
    ({ id, target, place }) => [
      id,
      place?.path ?? target,
      place?.startLine,
      place?.endLine,
    ],
  );
}

function mergeMalware(standing: readonly StandingReport[]): Merged<Malware> {
  return distinct(
    standing.flatMap(({ evidence, topics }) =>
      evidence.report.malware.filter(one => isAbout(topics, one.package.kind)),
    ),
    one => [one.id, one.package.name, one.package.version],
  );
}

/** Those that differ, without what a scanner left aside. */
function distinct<Entry extends ScannedEntry>(
  entries: readonly Entry[],
  partsOf: (entry: Entry) => readonly unknown[],
): Merged<Entry> {
  const kept = new Map<string, Entry>();
  const aside = new Set<string>();
  for (const entry of entries) {
    const key = JSON.stringify(partsOf(entry));
    if (entry.waived) aside.add(key);
    else if (!kept.has(key)) kept.set(key, entry);
  }
  for (const key of kept.keys()) aside.delete(key);
  return { kept: [...kept.values()], leftAside: aside.size };
}
