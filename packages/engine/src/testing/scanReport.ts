// SPDX-License-Identifier: Apache-2.0
import type {
  ExposedSecret,
  Malware,
  ScanEvidence,
  ScanReport,
  ScanSubject,
  Severity,
  Vulnerability,
} from '@plimsoll/model';

/** What matters of a report for a test. */
export type ReportTraits = Partial<Omit<ScanReport, 'kind' | 'subject'>> & {
  readonly image?: string;
  readonly subject?: Partial<ScanSubject>;
};

/** A report of yesterday that lists packages; without a finding when absent. */
export function scanReport({
  image = 'registry.example.com/shop/orders:1.4',
  subject,
  ...traits
}: ReportTraits = {}): ScanReport {
  return {
    kind: 'scanReport',
    format: 'trivy',
    scanner: { name: 'Trivy' },
    scannedAt: '2026-11-20T00:00:00.000Z',
    covers: ['application-packages', 'os-packages', 'vulnerabilities'],
    vulnerabilities: [],
    misconfigurations: [],
    secrets: [],
    malware: [],
    omissions: [],
    ...traits,
    subject: {
      kind: 'image',
      name: image,
      digests: [],
      references: [],
      ...subject,
    },
  };
}

/** Evidence of one report. */
export function scanned(
  traits: ReportTraits = {},
  evidence: Omit<ScanEvidence, 'report'> = {},
): ScanEvidence {
  return { report: scanReport(traits), ...evidence };
}

/** What matters of a vulnerability for a test. */
export type VulnerabilityTraits = Partial<
  Omit<Vulnerability, 'package' | 'severity'>
> & {
  readonly package?: string;
  readonly version?: string;
  readonly kind?: Vulnerability['package']['kind'];
  readonly severity?: Severity | 'unknown';
  /** Who says how severe it is. */
  readonly source?: string;
};

/** A critical vulnerability of an operating system's package, with a fix. */
export function vulnerability({
  package: name = 'libssl3',
  version = '3.0.1',
  kind = 'os',
  severity = 'critical',
  source = 'debian',
  ...traits
}: VulnerabilityTraits = {}): Vulnerability {
  const isFixed = (traits.fix ?? 'fixed') === 'fixed';
  return {
    id: 'CVE-2026-1',
    aliases: [],
    fix: 'fixed',
    fixedVersions: isFixed ? ['3.0.2'] : [],
    status: 'affected',
    cvss: [],
    ...traits,
    package: { name, version, kind },
    severity: { level: severity, word: severity, source },
  };
}

/** So many that differ, each of a package of its own. */
export function vulnerabilities(
  count: number,
  traits: VulnerabilityTraits = {},
): Vulnerability[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    const { severity = 'critical' } = traits;
    return vulnerability({
      id: `CVE-2026-${severity.length}${number}`,
      package: `${severity}-${number}`,
      ...traits,
    });
  });
}

/** A secret in a file of the image. */
export function secret(traits: Partial<ExposedSecret> = {}): ExposedSecret {
  return {
    id: 'aws-access-key-id',
    title: 'AWS Access Key ID',
    severity: { level: 'critical', word: 'CRITICAL' },
    target: '/app/.env',
    ...traits,
  };
}

/** A malicious package. */
export function malware(traits: Partial<Malware> = {}): Malware {
  return {
    id: 'MAL-2026-1',
    package: { name: 'event-steam', version: '4.0.1', kind: 'application' },
    severity: { level: 'critical', word: 'CRITICAL' },
    ...traits,
  };
}
