// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { readReport, readWholeReport } from '../../testing/readReport.ts';

const fixture = (name: string) =>
  readWholeReport(path.join(__dirname, '../__fixtures__', name));

const DIGEST = (pair: string) => `sha256:${pair.repeat(32)}`;

describe('the report on an image', () => {
  const report = fixture('trivy-image.json');

  it('says what was scanned, when, and by what', () => {
    expect(report).toMatchObject({
      format: 'trivy',
      scanner: { name: 'Trivy', version: '0.67.2' },
      scannedAt: '2026-11-02T07:15:30.123Z',
      subject: {
        kind: 'image',
        name: 'registry.example.org/shop/ledger:3.2',
        digests: [DIGEST('4d')],
        imageId: DIGEST('2b'),
        references: [
          'registry.example.org/shop/ledger:3.2',
          `registry.example.org/shop/ledger@${DIGEST('4d')}`,
        ],
        platform: 'linux/arm64',
        os: { family: 'debian', version: '10.13', endOfLife: true },
      },
      covers: [
        'application-packages',
        'licenses',
        'os-packages',
        'secrets',
        'vulnerabilities',
      ],
    });
  });

  it('reads a vulnerability whole', () => {
    expect(report.vulnerabilities[0]).toEqual({
      id: 'CVE-2022-37434',
      aliases: [],
      package: {
        name: 'zlib1g',
        version: '1:1.2.11.dfsg-1',
        purl: 'pkg:deb/debian/zlib1g@1.2.11.dfsg-1?arch=arm64&epoch=1',
        kind: 'os',
      },
      fix: 'fixed',
      fixedVersions: ['1:1.2.11.dfsg-1+deb10u2'],
      status: 'affected',
      severity: { level: 'critical', word: 'CRITICAL', source: 'nvd' },
      cvss: [
        {
          source: 'nvd',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          score: 9.8,
        },
        { source: 'redhat', vector: '', score: 7 },
      ],
      publishedOn: '2022-08-05',
      title: 'zlib: over-read in inflate through a large gzip header',
      url: 'https://avd.example.org/nvd/cve-2022-37434',
      target: 'registry.example.org/shop/ledger:3.2 (debian 10.13)',
    });
  });

  it.each([
    ['CVE-2019-0001', 'wont-fix', 'affected', 'low'],
    ['CVE-2019-0002', 'deferred', 'affected', 'medium'],
    ['CVE-2019-0003', 'end-of-life', 'affected', 'high'],
    ['CVE-2019-0004', 'unknown', 'under-investigation', 'unknown'],
    ['CVE-2019-0005', 'unknown', 'not-affected', 'low'],
    // Neither its status nor its severity is a word that we know.
    ['CVE-2019-0006', 'unknown', 'unknown', 'unknown'],
    ['CVE-2019-0007', 'not-fixed', 'affected', 'low'],
    // Without a status, versions tell.
    ['GHSA-35jh-r3h4-6jhm', 'fixed', 'affected', 'high'],
  ])('%s is %s, %s and %s', (id, fix, status, level) => {
    const entry = report.vulnerabilities.find(one => one.id === id);
    expect(entry).toMatchObject({ fix, status, severity: { level } });
  });

  it('splits the versions that have the fix, and tells the kind of package', () => {
    const entry = report.vulnerabilities.find(({ id }) =>
      id.startsWith('GHSA'),
    );
    expect(entry).toMatchObject({
      fixedVersions: ['4.17.21', '5.0.0'],
      package: {
        kind: 'application',
        path: 'app/node_modules/lodash/package.json',
      },
      target: 'app/package-lock.json',
    });
  });

  it('lists malicious packages apart', () => {
    expect(report.malware).toEqual([
      {
        id: 'MAL-2025-4711',
        package: { name: 'left-padd', version: '1.0.0', kind: 'application' },
        severity: { level: 'critical', word: 'CRITICAL' },
        title: 'Malicious code in left-padd',
        target: 'app/package-lock.json',
      },
    ]);
    expect(report.vulnerabilities).not.toContainEqual(
      expect.objectContaining({ id: 'MAL-2025-4711' }),
    );
  });

  it('keeps what was left aside, with the reason', () => {
    const waived = report.vulnerabilities.filter(one => one.waived);
    expect(waived).toMatchObject([
      {
        id: 'CVE-2020-28469',
        fix: 'fixed',
        target: 'app/package-lock.json',
        waived: {
          status: 'not_affected',
          reason: 'vulnerable_code_not_in_execute_path',
          source: 'ledger.openvex.json',
        },
      },
    ]);
  });

  it('keeps that there is a secret, and nothing of it', () => {
    expect(report.secrets).toEqual([
      {
        id: 'aws-access-key-id',
        severity: { level: 'critical', word: 'CRITICAL' },
        category: 'AWS',
        title: 'AWS Access Key ID',
        place: { path: '/app/.env', startLine: 3, endLine: 3 },
        target: '/app/.env',
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  it('counts what it leaves out', () => {
    expect(report.omissions).toEqual([
      { kind: 'licenses', count: 1 },
      { kind: 'not-understood', count: 1 },
    ]);
  });
});

it('reads failed checks of configuration, without the code', () => {
  const report = fixture('trivy-folder.json');
  expect(report).toMatchObject({
    scanner: { name: 'Trivy' },
    subject: { kind: 'filesystem', name: '.', digests: [], references: [] },
    covers: ['misconfigurations'],
  });
  expect(report).not.toHaveProperty('scannedAt');
  expect(report).not.toHaveProperty('scanner.version');
  expect(report.misconfigurations).toEqual([
    {
      id: 'DS-0002',
      severity: { level: 'high', word: 'HIGH' },
      title: 'Image user is root',
      message: 'Name a user other than root',
      url: 'https://avd.example.org/ds-0002',
      place: { path: 'Dockerfile', startLine: 7, endLine: 9 },
      target: 'Dockerfile',
    },
    {
      id: 'DS-0029',
      severity: { level: 'high', word: 'HIGH' },
      title: 'Packages without --no-install-recommends',
      target: 'Dockerfile',
      waived: { status: 'exception' },
    },
    {
      id: 'DS-0099',
      severity: { level: 'unknown', word: 'SEVERE' },
      title: 'Of a later version',
      target: 'Dockerfile',
    },
  ]);
  expect(JSON.stringify(report)).not.toContain('canary');
});

it('reads a cluster, and says what could not be scanned there', () => {
  const report = fixture('trivy-cluster.json');
  expect(report.subject).toMatchObject({ kind: 'cluster', name: 'kind-test' });
  expect(report.vulnerabilities).toMatchObject([
    {
      id: 'CVE-2024-0727',
      workload: 'shop/Deployment/ledger',
      target: 'shop/ledger:3.2 (alpine 3.19)',
    },
  ]);
  expect(report.omissions).toEqual([{ kind: 'not-scanned', count: 1 }]);
});

const REPORT = '"ArtifactName": "a", "ArtifactType": "container_image"';

it.each([
  ['no results', `{"SchemaVersion": 2, ${REPORT}}`],
  ['null for results', `{"SchemaVersion": 2, ${REPORT}, "Results": null}`],
  ['fields in another order', `{${REPORT}, "Results": [], "SchemaVersion": 2}`],
])('%s is a report without findings, which covers nothing', (_, text) => {
  expect(readReport(text)).toMatchObject({
    ok: true,
    report: { covers: [], vulnerabilities: [] },
  });
});

it('learns the target of entries that come before it', () => {
  const text = `{"SchemaVersion": 2, ${REPORT}, "Results": [
    {"Vulnerabilities": [{"VulnerabilityID": "CVE-1"}], "Target": "late", "Class": "os-pkgs"},
    {"Secrets": [{}], "Target": "other"}]}`;
  expect(readReport(text)).toMatchObject({
    report: {
      vulnerabilities: [{ target: 'late', package: { kind: 'os' } }],
      secrets: [{ id: '', target: 'other', severity: { level: 'unknown' } }],
    },
  });
});

it.each([
  ['version 1', `{"SchemaVersion": 1, ${REPORT}}`, 'unsupported-version'],
  ['no version', `{${REPORT}}`, 'unsupported-version'],
  [
    'a summary of a cluster',
    '{"ClusterName": "c", "Findings": [{"Results": []}]}',
    'field-missing',
  ],
  [
    'results that are no list',
    `{"SchemaVersion": 2, ${REPORT}, "Results": {}}`,
    'unexpected-type',
  ],
  [
    'vulnerabilities that are a text',
    `{"SchemaVersion": 2, ${REPORT}, "Results": [{"Vulnerabilities": "none"}]}`,
    'unexpected-type',
  ],
  [
    'the list that Trivy wrote before 0.20',
    '[{"Target": "a", "Vulnerabilities": []}]',
    'unrecognised',
  ],
])('%s is refused', (_, text, code) => {
  expect(readReport(text)).toMatchObject({ ok: false, error: { code } });
});
