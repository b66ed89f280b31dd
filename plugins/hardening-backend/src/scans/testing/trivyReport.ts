// SPDX-License-Identifier: Apache-2.0

/** A vulnerability as a test names it. */
export interface TestVulnerability {
  readonly id: string;
  readonly package?: string;
  readonly severity?: string;
  /** Empty: there is no fix. */
  readonly fixedVersion?: string;
}

/** A report as Trivy writes it, of a few vulnerabilities. */
export function trivyReport({
  image = 'registry.test/acme/shop:1',
  createdAt = '2026-11-20T06:00:00Z' as string | null,
  vulnerabilities = [{ id: 'CVE-2026-1000' }] as readonly TestVulnerability[],
} = {}): string {
  return JSON.stringify({
    SchemaVersion: 2,
    ...(createdAt !== null && { CreatedAt: createdAt }),
    ArtifactName: image,
    ArtifactType: 'container_image',
    Metadata: { OS: { Family: 'alpine', Name: '3.22.1' } },
    Results: [
      {
        Target: `${image} (alpine 3.22.1)`,
        Class: 'os-pkgs',
        Type: 'alpine',
        Vulnerabilities: vulnerabilities.map(one => ({
          VulnerabilityID: one.id,
          PkgName: one.package ?? 'openssl',
          InstalledVersion: '3.5.1-r0',
          FixedVersion: one.fixedVersion ?? '3.5.2-r0',
          Status: one.fixedVersion === '' ? 'affected' : 'fixed',
          Severity: one.severity ?? 'CRITICAL',
        })),
      },
    ],
  });
}
