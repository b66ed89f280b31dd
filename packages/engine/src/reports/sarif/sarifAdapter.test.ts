// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { readReport, readWholeReport } from '../../testing/readReport.ts';

const fixture = (name: string) =>
  readWholeReport(path.join(__dirname, '../__fixtures__', name));

const DIGEST = `sha256:${'4d'.repeat(32)}`;

describe('a scan of an image', () => {
  const report = fixture('sarif-images.json');

  it('says what was scanned and by what, and no time, as it has none', () => {
    expect(report).toMatchObject({
      format: 'sarif',
      scanner: { name: 'Trivy', version: '0.67.2' },
      subject: {
        kind: 'image',
        name: 'shop/ledger:3.2',
        digests: [DIGEST],
        references: ['shop/ledger:3.2', `shop/ledger@${DIGEST}`],
      },
      covers: ['secrets', 'vulnerabilities'],
      omissions: [{ kind: 'licenses', count: 1 }],
    });
    expect(report).not.toHaveProperty('scannedAt');
  });

  it('finds package, versions and severity in the message', () => {
    expect(report.vulnerabilities).toEqual([
      {
        id: 'CVE-2022-37434',
        // The description names another one, which is no alias.
        aliases: [],
        package: { name: 'zlib1g', version: '1:1.2.11', kind: 'unknown' },
        fix: 'fixed',
        fixedVersions: ['1:1.2.12'],
        status: 'affected',
        severity: { level: 'critical', word: 'CRITICAL' },
        cvss: [],
        title: 'zlib: over-read in inflate',
        url: 'https://avd.example.org/nvd/cve-2022-37434',
        target: 'shop/ledger',
      },
      expect.objectContaining({
        id: 'CVE-2024-9999',
        fix: 'unknown',
        // Not "none", as 0.0 would mean, and not "low", as the level says.
        severity: { level: 'unknown', word: 'UNKNOWN' },
      }),
    ]);
  });

  it('keeps that there is a secret, and nothing of it', () => {
    expect(report.secrets).toEqual([
      {
        id: 'aws-access-key-id',
        severity: { level: 'critical', word: 'CRITICAL' },
        title: 'AWS Access Key ID',
        target: 'app/.env',
        place: { path: 'app/.env', startLine: 3, endLine: 3 },
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('canary');
  });
});

it('reads results that come before their tool', () => {
  const report = fixture('sarif-late-tool.json');
  expect(report).toMatchObject({
    scanner: { name: 'Snyk Container' },
    subject: {
      kind: 'image',
      name: `shop/ledger@${DIGEST}`,
      digests: [DIGEST],
    },
    vulnerabilities: [
      {
        id: 'SNYK-DEBIAN12-ZLIB-6008963',
        aliases: ['CVE-2023-45853', 'CVE-2023-0001'],
        package: { name: 'zlib/zlib1g', version: '1:1.2.13' },
        severity: { level: 'critical', word: 'Critical' },
      },
    ],
  });
});

describe('the report of a linter', () => {
  const report = fixture('sarif-linter.json');

  it.each([
    ['Container web runs as root', 'C1', 'high', 'error'],
    // A part of a rule, by the name before the slash.
    ['So does init', 'C1/init', 'high', 'error'],
    ['No memory limit', 'C2', 'medium', 'warning'],
    ['For information', 'X1', 'info', 'none'],
    ['A level that SARIF does not have', 'C1', 'unknown', 'fatal'],
    ['somebody should look', 'C2', 'unknown', 'review'],
    ['rated by number', 'C2', 'high', '8.1'],
  ])('"%s" is of %s and %s, from "%s"', (message, id, level, word) => {
    const entry = report.misconfigurations.find(one => one.message === message);
    expect(entry).toMatchObject({ id, severity: { level, word } });
  });

  it('leaves out what passed and what is mended', () => {
    const messages = report.misconfigurations.map(({ message }) => message);
    expect(messages).not.toContain('fine');
    expect(messages).not.toContain('mended');
    expect(messages).toHaveLength(9);
  });

  it('believes a suppression that nobody doubts', () => {
    expect(report.misconfigurations.slice(-2)).toMatchObject([
      {
        waived: {
          status: 'accepted',
          reason: 'needed for the port',
          source: 'inSource',
        },
      },
      { message: 'not accepted' },
    ]);
    expect(report.misconfigurations.at(-1)).not.toHaveProperty('waived');
  });

  it('says that one of its runs failed, and when the other ended', () => {
    expect(report).toMatchObject({
      scannedAt: '2026-11-02T08:00:05.000Z',
      scanner: { name: 'kube-check', version: '1.4.0' },
      omissions: [{ kind: 'not-scanned', count: 1 }],
    });
  });
});

const tool = (name: string) => `"tool": {"driver": {"name": "${name}"}}`;
const sarif = (...runs: string[]) =>
  `{"version": "2.1.0", "runs": [${runs.map(run => `{${run}}`).join()}]}`;

it('takes package and severity from what Docker Scout puts into a rule', () => {
  const rule = `{"id": "CVE-2024-28219", "name": "OsPackageVulnerability", "properties":
    {"purls": ["pkg:npm/%40shop/pill@9.4.0"], "fixed_version": "not fixed", "cvssV3": 7.3,
     "cvssV3_severity": "HIGH", "cvssV3_vector": "CVSS:4.0/AV:N", "security-severity": "7.3"}}`;
  const text = sarif(
    `"tool": {"driver": {"name": "docker scout", "rules": [${rule}]}},
     "results": [{"ruleId": "CVE-2024-28219", "kind": "fail", "level": "error", "message": {"text": "a"}}]`,
  );
  expect(readReport(text)).toMatchObject({
    report: {
      vulnerabilities: [
        {
          package: {
            name: '@shop/pill',
            version: '9.4.0',
            kind: 'application',
          },
          fix: 'not-fixed',
          fixedVersions: [],
          severity: { level: 'high', word: 'HIGH' },
          cvss: [{ source: '', vector: 'CVSS:4.0/AV:N', score: 7.3 }],
        },
      ],
    },
  });
});

it('takes whatever a scanner of secrets reports for a secret', () => {
  const text = sarif(
    `${tool(
      'gitleaks',
    )}, "results": [{"ruleId": "generic", "message": {"text": "canary"}}]`,
  );
  const result = readReport(text);
  expect(result).toMatchObject({ report: { secrets: [{ id: 'generic' }] } });
  expect(JSON.stringify(result)).not.toContain('canary');
});

it('says so when its runs are about several images', () => {
  const run = (name: string) =>
    `${tool('Trivy')}, "results": [], "properties": {"imageName": "${name}"}`;
  expect(readReport(sarif(run('a'), run('a')))).toMatchObject({
    report: { subject: { kind: 'image', name: 'a' } },
  });
  expect(readReport(sarif(run('a'), run('b')))).toMatchObject({
    report: { subject: { kind: 'several', name: '' } },
  });
});

it.each([
  ['no list of results', tool('hadolint'), [], 1],
  [
    'an empty one',
    `${tool('hadolint')}, "results": []`,
    ['misconfigurations'],
    0,
  ],
  ['an empty one of an unknown tool', `${tool('x')}, "results": []`, [], 0],
  ['no tool', '"results": [{"ruleId": "CVE-2024-1"}]', ['vulnerabilities'], 0],
])('a run with %s covers what it shows', (_, run, covers, failed) => {
  expect(readReport(sarif(run))).toMatchObject({
    report: {
      covers,
      omissions: failed ? [{ kind: 'not-scanned', count: failed }] : [],
    },
  });
});

it.each([
  ['version 2.0.0', '{"version": "2.0.0", "runs": []}', 'unsupported-version'],
  ['no version', '{"runs": [{"tool": {}}]}', 'unsupported-version'],
  [
    'no runs',
    '{"$schema": "sarif-2.1.0", "version": "2.1.0"}',
    'field-missing',
  ],
  [
    'a run that is a list',
    '{"version": "2.1.0", "runs": [[]]}',
    'unexpected-type',
  ],
])('%s is refused', (_, text, code) => {
  expect(readReport(text)).toMatchObject({ ok: false, error: { code } });
});
