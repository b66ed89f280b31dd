// SPDX-License-Identifier: Apache-2.0
import type {
  CvssRating,
  ExposedSecret,
  FixState,
  ImportedSeverity,
  Misconfiguration,
  ScannedPackage,
  ScannedPlace,
  Vulnerability,
  VulnerabilityStatus,
} from '@plimsoll/model';
import { rateByWord } from '../importedSeverity.ts';
import { utcDay } from '../instant.ts';
import type { Draft } from '../reportDraft.ts';
import type {
  TrivyMisconfiguration,
  TrivySecret,
  TrivyVulnerability,
} from './trivyShapes.ts';

const SEVERITY = new Map<string, ImportedSeverity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['unknown', 'unknown'],
]);

/** A vulnerability whose package may still change its kind. */
export type DraftVulnerability = Draft<Omit<Vulnerability, 'package'>> & {
  readonly package: Draft<ScannedPackage>;
};

/** Undefined for an entry without what identifies it. */
export function readVulnerability(
  value: TrivyVulnerability,
): DraftVulnerability | undefined {
  const { VulnerabilityID: id, PrimaryURL, Title, PublishedDate } = value;
  if (!id) return undefined;
  const fixedVersions = splitVersions(value.FixedVersion);
  const [fix, status] = stateOf(value.Status, fixedVersions.length > 0);
  const publishedOn = utcDay(PublishedDate);
  return {
    id,
    aliases: [],
    package: readPackage(value),
    fix,
    fixedVersions,
    status,
    severity: rateByWord(SEVERITY, value.Severity, value.SeveritySource),
    cvss: readCvss(value.CVSS),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(Title && { title: Title }),
    ...(PrimaryURL && { url: PrimaryURL }),
  };
}

function readPackage(value: TrivyVulnerability): ScannedPackage {
  const { PkgName, InstalledVersion, PkgIdentifier, PkgPath } = value;
  return {
    name: PkgName ?? '',
    version: InstalledVersion ?? '',
    ...(PkgIdentifier?.PURL && { purl: PkgIdentifier.PURL }),
    kind: 'unknown',
    ...(PkgPath && { path: PkgPath }),
  };
}

/** `2.6.9, 3.1.0`: one for each line of releases. */
function splitVersions(text = ''): readonly string[] {
  return text
    .split(',')
    .map(version => version.trim())
    .filter(version => version !== '');
}

function stateOf(
  word: string | undefined,
  hasFix: boolean,
): readonly [FixState, VulnerabilityStatus] {
  // Old reports have no status; what is listed is affected.
  if (!word) return [hasFix ? 'fixed' : 'unknown', 'affected'];
  return STATES.get(word) ?? [hasFix ? 'fixed' : 'unknown', 'unknown'];
}

const STATES = new Map<string, readonly [FixState, VulnerabilityStatus]>([
  ['affected', ['not-fixed', 'affected']],
  ['fixed', ['fixed', 'affected']],
  ['will_not_fix', ['wont-fix', 'affected']],
  ['fix_deferred', ['deferred', 'affected']],
  ['end_of_life', ['end-of-life', 'affected']],
  ['under_investigation', ['unknown', 'under-investigation']],
  ['not_affected', ['unknown', 'not-affected']],
]);

function readCvss(map: TrivyVulnerability['CVSS']): readonly CvssRating[] {
  const ratings: CvssRating[] = [];
  for (const [source, one] of map ?? []) {
    // The newest that the source has: versions are no second opinions.
    const vector = one.V40Vector || one.V3Vector || one.V2Vector || '';
    const score = one.V40Score ?? one.V3Score ?? one.V2Score;
    if (vector === '' && score === undefined) continue;
    ratings.push({
      source,
      vector,
      ...(score !== undefined && { score }),
    });
  }
  return ratings;
}

/** Undefined for an entry without what identifies it. */
export function readMisconfiguration(
  value: TrivyMisconfiguration,
): Draft<Misconfiguration> | undefined {
  const { ID, Title, Message, Severity, PrimaryURL, CauseMetadata } = value;
  if (!ID) return undefined;
  const place = readPlace(CauseMetadata?.StartLine, CauseMetadata?.EndLine);
  return {
    id: ID,
    severity: rateByWord(SEVERITY, Severity),
    ...(Title && { title: Title }),
    ...(Message && { message: Message }),
    ...(PrimaryURL && { url: PrimaryURL }),
    ...(place && { place }),
  };
}

/** An entry that tells nothing is a secret all the same. */
export function readSecret(value: TrivySecret): Draft<ExposedSecret> {
  const { RuleID, Category, Severity, Title, StartLine, EndLine } = value;
  const place = readPlace(StartLine, EndLine);
  return {
    id: RuleID ?? '',
    severity: rateByWord(SEVERITY, Severity),
    ...(Category && { category: Category }),
    ...(Title && { title: Title }),
    ...(place && { place }),
  };
}

/** The path is that of the target, which is not known yet. */
function readPlace(
  startLine: number | undefined,
  endLine: number | undefined,
): Draft<ScannedPlace> | undefined {
  if (!isLine(startLine)) return undefined;
  return { path: '', startLine, ...(isLine(endLine) && { endLine }) };
}

function isLine(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1;
}
