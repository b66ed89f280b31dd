// SPDX-License-Identifier: Apache-2.0
import type {
  CvssRating,
  ScanCoverage,
  ScannedPackage,
  SeverityRating,
} from '@plimsoll/model';
import { packageOfPurl } from '../purl.ts';
import { ratingOfRule } from './sarifSeverity.ts';
import type { SarifRule } from './sarifShapes.ts';

/** What the results of a rule are. */
export type ResultKind =
  | 'vulnerability'
  | 'misconfiguration'
  | 'secret'
  | 'license';

/** What a rule tells about all of its results. */
export interface RuleFacts {
  readonly id: string;
  /** Undefined when it tells nothing of it. */
  readonly kind: ResultKind | undefined;
  readonly rating: SeverityRating | undefined;
  readonly level: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly aliases: readonly string[];
  readonly package: ScannedPackage | undefined;
  readonly fixedVersion: string | undefined;
  readonly cvss: readonly CvssRating[];
}

export function readRule(rule: SarifRule): RuleFacts {
  const { id = '', shortDescription, helpUri, properties = {} } = rule;
  const [purl] = properties.purls ?? [];
  const named = readNamed(rule.fullDescription?.text);
  return {
    id,
    kind: kindOfRule(rule),
    rating: ratingOfRule(rule),
    level: rule.defaultConfiguration?.level,
    title: shortDescription?.text ?? rule.name,
    url: helpUri,
    aliases: named.aliases.filter(alias => alias !== id),
    package: (purl && packageOfPurl(purl)) || named.package,
    fixedVersion: properties.fixed_version,
    cvss: readCvss(properties),
  };
}

function kindOfRule({ id, name, properties }: SarifRule) {
  const { tags = [], purls = [] } = properties ?? {};
  const byTag = tags.map(tag => KINDS_BY_TAG.get(tag)).find(Boolean);
  if (byTag) return byTag;
  if (purls.length > 0 || name?.endsWith('PackageVulnerability')) {
    return 'vulnerability';
  }
  return kindOfId(id);
}

const KINDS_BY_TAG = new Map<string, ResultKind>([
  ['vulnerability', 'vulnerability'],
  ['misconfiguration', 'misconfiguration'],
  ['secret', 'secret'],
  ['secrets', 'secret'],
  ['license', 'license'],
]);

/** Ids of advisories speak for themselves. */
export function kindOfId(id: string | undefined): ResultKind | undefined {
  return ADVISORY.test(id ?? '') ? 'vulnerability' : undefined;
}

const ADVISORY =
  /^(?:CVE-\d|GHSA-|MAL-\d|SNYK-|OSV-|PYSEC-|RUSTSEC-|GO-\d|RHSA-|ELSA-|ALAS|DSA-|DLA-|USN-|TEMP-\d)/;

/**
 * `(CVE-2011-3374) apt/libapt-pkg6.0@2.6.1`: what Snyk has in place of a
 * description.
 */
function readNamed(text = ''): {
  readonly aliases: readonly string[];
  readonly package: ScannedPackage | undefined;
} {
  const parts = /^\(([^()]*)\) (\S+)@([^\s@]+)$/.exec(text);
  if (!parts) return { aliases: [], package: undefined };
  const [, ids = '', name = '', version = ''] = parts;
  return {
    aliases: ids
      .split(',')
      .map(id => id.trim())
      .filter(id => /^(?:CVE|GHSA)-/.test(id)),
    package: { name, version, kind: 'unknown' },
  };
}

function readCvss(
  properties: NonNullable<SarifRule['properties']>,
): readonly CvssRating[] {
  const { cvssV3, cvssV3_vector: vector } = properties;
  if (!vector) return [];
  return [
    { source: '', vector, ...(cvssV3 !== undefined && { score: cvssV3 }) },
  ];
}

/** What a tool looks for, when its name tells. */
export function coverageOfTool(name: string): ScanCoverage | undefined {
  return TOOLS.get(name.toLowerCase());
}

const TOOLS = new Map<string, ScanCoverage>([
  ['checkov', 'misconfigurations'],
  ['detect-secrets', 'secrets'],
  ['docker scout', 'vulnerabilities'],
  ['dockle', 'misconfigurations'],
  ['gitleaks', 'secrets'],
  ['grype', 'vulnerabilities'],
  ['hadolint', 'misconfigurations'],
  ['kics', 'misconfigurations'],
  ['snyk container', 'vulnerabilities'],
  ['trufflehog', 'secrets'],
]);
