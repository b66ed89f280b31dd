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
  const { parts, foot } = FORMATS[format];
  const words = makeWords();
  const output = openSync(file, 'w');
  try {
    let written = 0;
    for (const [which, { head, entry }] of parts.entries()) {
      written += writeSync(output, head);
      const end = (bytes * (which + 1)) / parts.length;
      for (let index = 0; written < end; index++) {
        const text = JSON.stringify(entry(index, words), null, 2);
        written += writeSync(output, index === 0 ? text : `,\n${text}`);
      }
    }
    writeSync(output, foot);
  } finally {
    closeSync(output);
  }
}

/** Lists, each of which gets the same number of bytes. */
interface Format {
  readonly parts: readonly Part[];
  readonly foot: string;
}

interface Part {
  readonly head: string;
  readonly entry: (index: number, words: Words) => unknown;
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

const trivy: Part = {
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
};

const grype: Part = {
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
};

const sarifRules: Part = {
  head: `{ "version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "runs": [{ "tool": { "driver": { "name": "Trivy", "version": "0.67.2", "rules": [`,
  entry: (index, { sentence }) => ({
    id: cve(index),
    name: 'OsPackageVulnerability',
    shortDescription: { text: sentence(10) },
    fullDescription: { text: sentence(100) },
    defaultConfiguration: { level: 'error' },
    helpUri: `https://advisories.example.org/${cve(index)}`,
    help: { text: sentence(120), markdown: sentence(120) },
    properties: {
      precision: 'very-high',
      'security-severity': '7.5',
      tags: ['vulnerability', 'security', 'HIGH'],
    },
  }),
};

const sarifResults: Part = {
  head: ']}}, "results": [',
  entry: (index, { pick, sentence }) => ({
    ruleId: cve(index),
    ruleIndex: index,
    level: 'error',
    message: {
      text: [
        `Package: ${pick(PACKAGES)}`,
        `Installed Version: 1.${index}`,
        `Vulnerability ${cve(index)}`,
        'Severity: HIGH',
        `Fixed Version: 1.${index + 1}`,
        `Link: [${cve(index)}](https://advisories.example.org/${cve(index)})`,
      ].join('\n'),
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
  }),
};

const FORMATS: Readonly<Record<ReportFormat, Format>> = {
  trivy: { parts: [trivy], foot: ']}]}' },
  grype: {
    parts: [grype],
    foot: `], "source": { "type": "image", "target": { "userInput": "shop/api:7",
    "manifestDigest": "${DIGEST}" } },
    "descriptor": { "name": "grype", "version": "0.94.0" } }`,
  },
  sarif: { parts: [sarifRules, sarifResults], foot: ']}]}' },
};
