// SPDX-License-Identifier: Apache-2.0
import type {
  CvssRating,
  EpssRating,
  FixState,
  ImportedSeverity,
  PackageKind,
  ScannedPackage,
  ScannerWaiver,
  Vulnerability,
} from '@plimsoll/model';
import { distinct } from '../imageDigest.ts';
import { rateByWord } from '../importedSeverity.ts';
import { utcDay } from '../instant.ts';
import { firstOf, listOf, type ShapeValue } from '../json/shape.ts';

/** What is kept of a match. */
export const GRYPE_MATCH = {
  vulnerability: {
    id: 'text',
    dataSource: 'text',
    namespace: 'text',
    severity: 'text',
    cvss: listOf({
      source: 'text',
      vector: 'text',
      metrics: { baseScore: 'number' },
    }),
    epss: listOf({
      cve: 'text',
      epss: 'number',
      percentile: 'number',
      date: 'text',
    }),
    knownExploited: listOf({ cve: 'text' }),
    fix: {
      versions: listOf('text'),
      state: 'text',
      available: listOf({ date: 'text' }),
    },
  },
  relatedVulnerabilities: listOf({ id: 'text' }),
  artifact: {
    name: 'text',
    version: 'text',
    type: 'text',
    purl: 'text',
    locations: firstOf({ path: 'text' }),
  },
  appliedIgnoreRules: listOf({
    reason: 'prose',
    'vex-status': 'text',
    'vex-justification': 'prose',
  }),
} as const;

export type GrypeMatch = ShapeValue<typeof GRYPE_MATCH>;
type GrypeVulnerability = NonNullable<GrypeMatch['vulnerability']>;

/**
 * Undefined for a match without what identifies it.
 *
 * @param isIgnored - it is in the list of what Grype left aside
 */
export function readMatch(
  match: GrypeMatch,
  isIgnored: boolean,
): Vulnerability | undefined {
  const { vulnerability, relatedVulnerabilities = [] } = match;
  if (!vulnerability?.id) return undefined;
  const { id, fix, knownExploited, dataSource, namespace } = vulnerability;
  const aliases = distinct(relatedVulnerabilities.map(one => one.id));
  const fixAvailableOn = earliest(fix?.available?.map(one => one.date));
  const epss = readEpss(vulnerability);
  const waived = isIgnored ? readWaiver(match) : undefined;
  return {
    id,
    aliases: aliases.filter(alias => alias !== id),
    package: readPackage(match.artifact),
    fix: FIX_STATES.get(fix?.state ?? '') ?? 'unknown',
    fixedVersions: (fix?.versions ?? []).filter(version => version !== ''),
    ...(fixAvailableOn !== undefined && { fixAvailableOn }),
    status: 'affected',
    severity: rateByWord(SEVERITY, vulnerability.severity, namespace),
    cvss: readCvss(vulnerability.cvss),
    ...(epss && { epss }),
    ...(knownExploited && { knownExploited: knownExploited.length > 0 }),
    ...(dataSource && { url: dataSource }),
    ...(waived && { waived }),
  };
}

const SEVERITY = new Map<string, ImportedSeverity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['negligible', 'info'],
  ['unknown', 'unknown'],
]);

const FIX_STATES = new Map<string, FixState>([
  ['fixed', 'fixed'],
  ['not-fixed', 'not-fixed'],
  ['wont-fix', 'wont-fix'],
]);

function readPackage(artifact: GrypeMatch['artifact'] = {}): ScannedPackage {
  const { name = '', version = '', type = '', purl, locations = [] } = artifact;
  const path = locations[0]?.path;
  return {
    name,
    version,
    ...(purl && { purl }),
    kind: kindOf(type),
    ...(path && { path }),
  };
}

/** A type that is absent or unknown to the scanner says nothing. */
function kindOf(type: string): PackageKind {
  if (OS_PACKAGES.has(type)) return 'os';
  return NO_KIND.has(type) ? 'unknown' : 'application';
}

const OS_PACKAGES = new Set(['apk', 'deb', 'rpm', 'alpm', 'portage']);
const NO_KIND = new Set(['', 'unknown', 'UnknownPackage']);

function readCvss(list: GrypeVulnerability['cvss']): readonly CvssRating[] {
  const ratings: CvssRating[] = [];
  for (const { source, vector, metrics } of list ?? []) {
    const score = metrics?.baseScore;
    if (!vector && score === undefined) continue;
    ratings.push({
      source: source ?? '',
      vector: vector ?? '',
      ...(score !== undefined && { score }),
    });
  }
  return ratings;
}

/** An advisory has one for each CVE; the likeliest counts. */
function readEpss({ epss = [] }: GrypeVulnerability): EpssRating | undefined {
  let best: EpssRating | undefined;
  for (const { epss: probability, percentile, date } of epss) {
    if (!isShare(probability)) continue;
    if (best && best.probability >= probability) continue;
    best = {
      probability,
      ...(isShare(percentile) && { percentile }),
      ...(date && { date }),
    };
  }
  return best;
}

function isShare(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value <= 1;
}

function earliest(
  dates: readonly (string | undefined)[] = [],
): string | undefined {
  return distinct(dates.map(utcDay))[0];
}

function readWaiver({ appliedIgnoreRules = [] }: GrypeMatch): ScannerWaiver {
  const [rule] = appliedIgnoreRules;
  const reason = rule?.reason || rule?.['vex-justification'];
  return {
    status: rule?.['vex-status'] || 'ignored',
    ...(reason && { reason }),
  };
}
