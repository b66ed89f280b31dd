// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { readReport, readWholeReport } from '../../testing/readReport.ts';

const fixture = (name: string) =>
  readWholeReport(path.join(__dirname, '../__fixtures__', name));

const DIGEST = (pair: string) => `sha256:${pair.repeat(32)}`;

describe('the report on an image', () => {
  const report = fixture('grype-image.json');

  it('says what was scanned, when, by what, and how old its knowledge was', () => {
    expect(report).toMatchObject({
      format: 'grype',
      scanner: {
        name: 'Grype',
        version: '0.94.0',
        databaseBuiltAt: '2026-11-01T04:12:38.000Z',
      },
      scannedAt: '2026-11-02T06:00:00.500Z',
      subject: {
        kind: 'image',
        name: 'shop/ledger:3.2',
        digests: [DIGEST('4d'), DIGEST('5e')],
        imageId: DIGEST('2b'),
        references: ['shop/ledger:3.2', `shop/ledger@${DIGEST('5e')}`],
        platform: 'linux/amd64',
        os: { family: 'debian', version: '12' },
      },
      covers: ['application-packages', 'os-packages', 'vulnerabilities'],
    });
  });

  it('reads a match whole', () => {
    expect(report.vulnerabilities[0]).toEqual({
      id: 'GHSA-jfh8-c2jp-5v3q',
      aliases: ['CVE-2021-44228'],
      package: {
        name: 'log4j-core',
        version: '2.14.1',
        purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
        kind: 'application',
        path: '/app/lib/log4j-core-2.14.1.jar',
      },
      fix: 'fixed',
      fixedVersions: ['2.15.0'],
      fixAvailableOn: '2021-12-10',
      status: 'affected',
      severity: {
        level: 'critical',
        word: 'Critical',
        source: 'github:language:java',
      },
      cvss: [
        {
          source: 'nvd@nist.gov',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          score: 10,
        },
      ],
      epss: { probability: 0.94358, percentile: 0.99958, date: '2026-11-01' },
      knownExploited: true,
      url: 'https://github.com/advisories/GHSA-jfh8-c2jp-5v3q',
    });
  });

  it.each([
    ['CVE-2022-0563', 'wont-fix', 'info', 'os'],
    ['CVE-2023-0001', 'unknown', 'unknown', 'application'],
    ['CVE-2023-0002', 'not-fixed', 'low', 'os'],
  ])('%s is %s and %s, in a package of kind %s', (id, fix, level, kind) => {
    const entry = report.vulnerabilities.find(one => one.id === id);
    expect(entry).toMatchObject({
      fix,
      severity: { level },
      package: { kind },
    });
    expect(entry).not.toHaveProperty('waived');
  });

  it('keeps what was ignored, with the reason', () => {
    expect(report.vulnerabilities.filter(one => one.waived)).toMatchObject([
      {
        id: 'CVE-2021-3999',
        waived: { status: 'ignored', reason: 'not reachable here' },
      },
    ]);
  });

  it('counts what it does not understand', () => {
    expect(report.omissions).toEqual([{ kind: 'not-understood', count: 1 }]);
  });
});

it('reads the report on a folder without matches', () => {
  const report = fixture('grype-folder.json');
  expect(report).toMatchObject({
    scanner: { databaseBuiltAt: '2023-07-01T01:32:26.000Z' },
    subject: { kind: 'filesystem', name: '/src/ledger', digests: [] },
    covers: ['vulnerabilities'],
    vulnerabilities: [],
  });
  expect(report.subject).not.toHaveProperty('os');
});

it.each([
  [
    'matches of another tool',
    '{"matches": [{"vulnerability": {}}], "descriptor": {"name": "other"}}',
    'unrecognised',
    '$.descriptor.name',
  ],
  [
    'no matches',
    '{"descriptor": {"name": "grype"}}',
    'field-missing',
    '$.matches',
  ],
  [
    'null for matches',
    '{"descriptor": {"name": "grype"}, "matches": null}',
    'field-missing',
    '$.matches',
  ],
  [
    'a number for a match',
    '{"descriptor": {"name": "grype"}, "matches": [{}, 1]}',
    'unexpected-type',
    '$.matches[1]',
  ],
])('%s is refused', (_, text, code, place) => {
  expect(readReport(text)).toMatchObject({
    ok: false,
    error: { code, path: place },
  });
});
