// SPDX-License-Identifier: Apache-2.0

/** A vulnerability in a report for an example. */
interface ExampleVulnerability {
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly fixed?: string;
}

const DOCKERFILE =
  'FROM debian:13-slim\nCOPY orders /orders\nCMD ["/orders"]\n';

/** A Dockerfile, and what Trivy says of its image. */
export function trivyExample(
  vulnerabilities: readonly ExampleVulnerability[],
  {
    createdAt = '2026-11-20T06:00:00Z',
    type = 'container_image',
    name = 'registry.example.com/shop/orders:1.4',
    packages = 'os-pkgs',
    secrets = [] as readonly object[],
  } = {},
): Readonly<Record<string, string>> {
  const report = {
    SchemaVersion: 2,
    CreatedAt: createdAt,
    ArtifactName: name,
    ArtifactType: type,
    Results: [
      {
        ...(packages === 'os-pkgs'
          ? {
              Target: 'orders:1.4 (debian 13.1)',
              Class: packages,
              Type: 'debian',
            }
          : { Target: 'go.mod', Class: packages, Type: 'gomod' }),
        ...(vulnerabilities.length > 0 && {
          Vulnerabilities: vulnerabilities.map(one => ({
            VulnerabilityID: one.id,
            PkgName: one.package,
            InstalledVersion: '3.5.1-1',
            ...(one.fixed !== undefined && { FixedVersion: one.fixed }),
            Status: one.fixed === undefined ? 'affected' : 'fixed',
            Severity: one.severity,
          })),
        }),
      },
      ...(secrets.length > 0
        ? [{ Target: '/orders/.env', Class: 'secret', Secrets: secrets }]
        : []),
    ],
  };
  return { Dockerfile: DOCKERFILE, 'trivy.json': toJson(report) };
}

/** What Grype knows of one vulnerability, beside others that are harmless. */
export function grypeExample(
  known: { readonly exploited?: boolean; readonly epss?: number } | undefined,
): Readonly<Record<string, string>> {
  const cve = 'CVE-2026-20002';
  const { exploited, epss } = known ?? {};
  const match = {
    vulnerability: {
      id: cve,
      severity: 'High',
      fix: { versions: ['2.4.7'], state: 'fixed' },
      ...(exploited !== undefined && {
        knownExploited: exploited ? [{ cve }] : [],
      }),
      ...(epss !== undefined && {
        epss: [{ cve, epss, percentile: epss, date: '2026-11-20' }],
      }),
    },
    artifact: { name: 'libarchive', version: '2.4.1', type: 'deb' },
  };
  const report = {
    matches: known ? [match] : [],
    source: {
      type: 'image',
      target: { userInput: 'registry.example.com/shop/orders:1.4' },
    },
    descriptor: {
      name: 'grype',
      version: '0.104.0',
      timestamp: '2026-11-20T06:00:00Z',
    },
  };
  return { Dockerfile: DOCKERFILE, 'grype.json': toJson(report) };
}

function toJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
