// SPDX-License-Identifier: Apache-2.0
import type { Found } from './exampleReports';

/** A scan of an image. */
export interface Scan {
  readonly image: string;
  /** Name and version. */
  readonly os: string;
  readonly scannedAt: Date;
  readonly found: readonly Found[];
}

/** What Trivy writes about a scan, as far as anybody reads it. */
export function trivyReport({ image, os, scannedAt, found }: Scan): string {
  const [Family, Name] = os.split(' ');
  const part = (kind: Found['kind'], more: object) => ({
    ...more,
    Vulnerabilities: found
      .filter(one => one.kind === kind)
      .map(one => ({
        VulnerabilityID: one.id,
        PkgName: one.package,
        InstalledVersion: one.version,
        FixedVersion: one.fixedVersion,
        Status: one.fixedVersion ? 'fixed' : 'affected',
        Severity: one.severity,
        Title: `${one.package}: made up for the demo`,
      })),
  });
  return JSON.stringify({
    SchemaVersion: 2,
    Trivy: { Version: '0.67.2' },
    CreatedAt: scannedAt.toISOString(),
    ArtifactName: image,
    ArtifactType: 'container_image',
    Metadata: { OS: { Family, Name }, RepoTags: [image] },
    Results: [
      part('os', {
        Target: `${image} (${os})`,
        Class: 'os-pkgs',
        Type: Family,
      }),
      part('npm', { Target: 'Node.js', Class: 'lang-pkgs', Type: 'node-pkg' }),
      part('python', {
        Target: 'Python',
        Class: 'lang-pkgs',
        Type: 'python-pkg',
      }),
    ],
  });
}

/** What Grype writes about a scan, as far as anybody reads it. */
export function grypeReport({ image, os, scannedAt, found }: Scan): string {
  const [name, version] = os.split(' ');
  return JSON.stringify({
    matches: found.map(one => ({
      vulnerability: {
        id: one.id,
        severity: GRYPE_SEVERITIES[one.severity],
        namespace: one.kind === 'os' ? `${name}:distro` : 'nvd:cpe',
        fix: {
          versions: one.fixedVersion ? [one.fixedVersion] : [],
          state: one.fixedVersion ? 'fixed' : 'not-fixed',
        },
        ...(one.isExploited && { knownExploited: [{ cve: one.id }] }),
      },
      relatedVulnerabilities: [],
      matchDetails: [],
      artifact: {
        name: one.package,
        version: one.version,
        type: one.kind === 'os' ? 'deb' : one.kind,
        locations: [],
      },
    })),
    source: {
      type: 'image',
      target: { userInput: image, tags: [image], repoDigests: [] },
    },
    distro: { name, version },
    descriptor: {
      name: 'grype',
      version: '0.104.0',
      timestamp: scannedAt.toISOString(),
    },
  });
}

const GRYPE_SEVERITIES: Readonly<Record<string, string>> = {
  CRITICAL: 'Critical',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
};
