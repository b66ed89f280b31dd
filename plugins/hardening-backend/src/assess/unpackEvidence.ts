// SPDX-License-Identifier: Apache-2.0
import { vulnerabilityKey } from '@plimsoll/engine';
import type {
  EpssList,
  Evidence,
  KnownExploitedList,
  ScanEvidence,
  ScanReport,
} from '@plimsoll/model';
import { ratingOf, type EpssTable } from '../evidence/epssTable';
import { unpackReport } from '../scans/readScan';

/** Evidence as it goes to the thread: cheap to hand over. */
export interface PackedEvidence {
  readonly scans: readonly PackedScan[];
  readonly knownExploited?: KnownExploitedList | undefined;
  readonly epss?: EpssTable | undefined;
  /** ISO 8601; see the engine. */
  readonly firstScanDue?: string | undefined;
}

/** A report, and what is known of it. */
export interface PackedScan {
  /** As it is kept. */
  readonly body: Uint8Array;
  readonly dockerfile?: string | undefined;
  /** ISO 8601, where the report does not say when it was made. */
  readonly receivedAt?: string | undefined;
  /** JSON: days since 1970 by the engine's key of a vulnerability. */
  readonly firstDays: string;
}

/** Evidence as the engine takes it. */
export function unpackEvidence({
  scans: packed,
  knownExploited,
  epss,
  firstScanDue,
}: PackedEvidence): Evidence {
  const scans = packed.map(unpackScan);
  return {
    scope: 'full',
    scans,
    ...(knownExploited && { knownExploited }),
    ...(epss && { epss: ratingsFor(scans, epss) }),
    ...(firstScanDue !== undefined && { firstScanDue }),
  };
}

function unpackScan({
  body,
  dockerfile,
  receivedAt,
  firstDays,
}: PackedScan): ScanEvidence {
  const report = unpackReport(body);
  return {
    report,
    ...(dockerfile !== undefined && { dockerfile }),
    ...(receivedAt !== undefined && { receivedAt }),
    firstSeen: firstSeenIn(report, JSON.parse(firstDays)),
  };
}

/** Of what the report lists, so that nothing else can change an answer. */
function firstSeenIn(
  { vulnerabilities }: ScanReport,
  firstDays: Readonly<Record<string, number>>,
): Record<string, string> {
  const days = new Map(Object.entries(firstDays));
  const seen: [string, string][] = [];
  for (const {
    id,
    aliases,
    package: { name },
  } of vulnerabilities) {
    for (const one of [id, ...aliases]) {
      const key = vulnerabilityKey(one, name);
      const day = days.get(key);
      if (day !== undefined) seen.push([key, isoDay(day)]);
    }
  }
  return Object.fromEntries(seen);
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function ratingsFor(
  scans: readonly ScanEvidence[],
  table: EpssTable,
): EpssList {
  const ratings = new Map<string, EpssList['ratings'][string]>();
  for (const { report } of scans) {
    for (const { id, aliases } of report.vulnerabilities) {
      for (const one of [id, ...aliases]) {
        const cve = one.toUpperCase();
        const rating = ratings.has(cve) ? undefined : ratingOf(table, cve);
        if (rating) ratings.set(cve, rating);
      }
    }
  }
  return { date: table.date, ratings: Object.fromEntries(ratings) };
}
