// SPDX-License-Identifier: Apache-2.0
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom, type Random } from '../conform/createRandom.ts';

/** Formats that a report is made in. */
export const REPORT_FORMATS = ['trivy', 'grype', 'sarif'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * Writes a report of about so many bytes: one image, many vulnerabilities, each
 * as long as real ones are. The same seed gives the same bytes.
 */
export function writeReport(
  file: string,
  format: ReportFormat,
  bytes: number,
): void {
  const { head, entry, foot } = FORMATS[format];
  const words = makeWords();
  const output = openSync(file, 'w');
  try {
    let written = writeSync(output, head);
    for (let index = 0; written < bytes; index++) {
      const text = JSON.stringify(entry(index, words), null, 2);
      written += writeSync(output, index === 0 ? text : `,\n${text}`);
    }
    writeSync(output, foot);
  } finally {
    closeSync(output);
  }
}

interface Format {
  readonly head: string;
  readonly entry: (index: number, words: Words) => unknown;
  readonly foot: string;
}

interface Words {
  readonly pick: Random['pick'];
  readonly sentence: (length: number) => string;
}

function makeWords(): Words {
  const { pick, several } = createRandom(1);
  return {
    pick,
    sentence: length =>
      several(length, length, () => pick(VOCABULARY)).join(' '),
  };
}

const VOCABULARY =
  'a the of in to buffer overflow when parsing crafted input allows remote attackers execute arbitrary code denial service via header before version library "quoted" function\n heap memory corruption é unchecked length'.split(
    ' ',
  );
const PACKAGES = Array.from({ length: 300 }, (_, index) => `libthing${index}`);
const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'];
const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N';
const DIGEST = `sha256:${'4f'.repeat(32)}`;

function cve(index: number): string {
  return `CVE-${2015 + (index % 11)}-${1000 + index}`;
}

function references(index: number): readonly string[] {
  return Array.from(
    { length: 12 },
    (_, which) =>
      `https://advisories.example.org/${which}/${cve(index)}?from=tracker`,
  );
}

const trivy: Format = {
  head: `{
  "SchemaVersion": 2,
  "Trivy": { "Version": "0.67.2" },
  "CreatedAt": "2026-11-01T08:00:00.123456789Z",
  "ArtifactName": "registry.example.org/shop/api:7",
  "ArtifactType": "container_image",
  "Metadata": { "OS": { "Family": "debian", "Name": "12.4" },
    "RepoDigests": ["registry.example.org/shop/api@${DIGEST}"] },
  "Results": [{ "Target": "shop/api (debian 12.4)", "Class": "os-pkgs",
    "Type": "debian", "Vulnerabilities": [`,
  entry: (index, { pick, sentence }) => {
    const name = pick(PACKAGES);
    return {
      VulnerabilityID: cve(index),
      PkgID: `${name}@1.${index}`,
      PkgName: name,
      PkgIdentifier: { PURL: `pkg:deb/debian/${name}@1.${index}?arch=amd64` },
      InstalledVersion: `1.${index}`,
      FixedVersion: index % 3 === 0 ? '' : `1.${index + 1}`,
      Status: index % 3 === 0 ? 'affected' : 'fixed',
      Layer: { Digest: DIGEST, DiffID: DIGEST },
      SeveritySource: 'nvd',
      PrimaryURL: `https://advisories.example.org/${cve(index)}`,
      Title: sentence(10),
      Description: sentence(100),
      Severity: pick(SEVERITIES),
      CweIDs: ['CWE-120', 'CWE-787'],
      VendorSeverity: { nvd: 3, redhat: 2, ubuntu: 2 },
      CVSS: {
        nvd: { V3Vector: VECTOR, V3Score: 7.5 },
        redhat: { V3Vector: VECTOR, V3Score: 5.3 },
      },
      References: references(index),
      PublishedDate: '2024-05-01T10:15:00Z',
      LastModifiedDate: '2025-02-03T11:00:00.25Z',
    };
  },
  foot: ']}]}',
};

const grype: Format = {
  head: '{ "matches": [',
  entry: (index, { pick, sentence }) => {
    const name = pick(PACKAGES);
    return {
      vulnerability: {
        id: cve(index),
        dataSource: `https://advisories.example.org/${cve(index)}`,
        namespace: 'debian:distro:debian:12',
        severity: 'High',
        urls: references(index),
        description: sentence(100),
        cvss: [
          {
            source: 'nvd@nist.gov',
            type: 'Primary',
            version: '3.1',
            vector: VECTOR,
            metrics: { baseScore: 7.5, exploitabilityScore: 3.9 },
            vendorMetadata: {},
          },
        ],
        epss: [
          {
            cve: cve(index),
            epss: 0.0719,
            percentile: 0.91,
            date: '2026-11-01',
          },
        ],
        fix: { versions: [`1.${index + 1}`], state: 'fixed' },
        advisories: [],
        risk: 5.620183333333334,
      },
      relatedVulnerabilities: [],
      matchDetails: [{ type: 'exact-direct-match', matcher: 'dpkg-matcher' }],
      artifact: {
        id: `${index}`,
        name,
        version: `1.${index}`,
        type: 'deb',
        locations: [{ path: '/var/lib/dpkg/status', layerID: DIGEST }],
        cpes: [`cpe:2.3:a:${name}:${name}:1.${index}:*:*:*:*:*:*:*`],
        purl: `pkg:deb/debian/${name}@1.${index}?arch=amd64`,
      },
    };
  },
  foot: `], "source": { "type": "image", "target": { "userInput": "shop/api:7",
    "manifestDigest": "${DIGEST}" } },
    "descriptor": { "name": "grype", "version": "0.94.0" } }`,
};

const sarif: Format = {
  head: `{ "version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "runs": [{ "results": [`,
  entry: (index, { pick, sentence }) => ({
    ruleId: cve(index),
    ruleIndex: index,
    level: 'error',
    message: {
      text: `Package: ${pick(
        PACKAGES,
      )}\nInstalled Version: 1.${index}\nSeverity: HIGH\nFixed Version: 1.${
        index + 1
      }\n${sentence(60)}`,
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'library/shop', uriBaseId: 'ROOTPATH' },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
        },
        message: { text: sentence(10) },
      },
    ],
    relatedLocations: [{ message: { text: sentence(60) } }],
  }),
  foot: '], "tool": { "driver": { "name": "Trivy", "version": "0.67.2" } } }] }',
};

const FORMATS: Readonly<Record<ReportFormat, Format>> = { trivy, grype, sarif };
