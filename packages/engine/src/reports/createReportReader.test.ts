// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readReport } from '../testing/readReport.ts';
import { createReportReader, type ReportResult } from './createReportReader.ts';
import { recogniseReport, REPORT_HEAD_BYTES } from './recogniseReport.ts';
import { REPORT_ADAPTERS } from './reportAdapters.ts';

const FOLDER = path.join(__dirname, '__fixtures__');
const FIXTURES = readdirSync(FOLDER).filter(name => name.endsWith('.json'));
const reportBytes = (name: string) => readFileSync(path.join(FOLDER, name));

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('recognises', () => {
  it.each(FIXTURES)('%s, by one adapter alone', name => {
    const bytes = reportBytes(name);
    const takers = REPORT_ADAPTERS.filter(
      adapter => recogniseReport(bytes, [adapter]).ok,
    );
    expect(takers.map(({ id }) => id)).toEqual([name.split('-')[0]]);
  });

  it.each([
    '{"SchemaVersion": 2, "Trivy": {"Version": "0.67.2"}, "Arti',
    '{"ArtifactName": "a", "ArtifactType": "container_image", "Met',
    '{"matches": [{"vulnerability": {"id": "CVE-2024-0727", "urls": ["https',
    '{"matches": [], "source": {"type": "image", "target": {"manifest": "e',
    '{"descriptor": {"configuration": {}, "name": "grype", "vers',
    '{"runs": [{"results": [], "tool": {"driver": {"fullName": "Linter',
    '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{"re',
    '{"version": "2.1.0", "runs": [{"results": [{"message": {"text": "a',
  ])('%s… from its beginning', head => {
    const text = `${head}${'x'.repeat(REPORT_HEAD_BYTES)}`;
    expect(recogniseReport(encode(text))).toMatchObject({ ok: true });
  });

  it.each([
    [
      'an SBOM',
      '{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}',
    ],
    ['another SBOM', '{"spdxVersion": "SPDX-2.3", "packages": []}'],
    [
      'the SBOM of Syft',
      '{"artifacts": [], "source": {"type": "image"}, "descriptor": {"name": "syft"}}',
    ],
    ['a Snyk report', '{"vulnerabilities": [], "ok": true, "docker": {}}'],
    [
      'an operator object',
      '{"apiVersion": "aquasecurity.github.io/v1alpha1", "kind": "VulnerabilityReport", "report": {"artifact": {}, "vulnerabilities": []}}',
    ],
    [
      'a GitLab report',
      '{"version": "15.0.7", "vulnerabilities": [], "scan": {"type": "container_scanning"}}',
    ],
    [
      'a JSON schema',
      '{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}',
    ],
    ['a list', '[{"Target": "a"}]'],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['a text', '"SchemaVersion"'],
  ])('%s as none of its formats', (_, text) => {
    expect(readReport(text)).toMatchObject({
      ok: false,
      error: { code: 'unrecognised', offset: 0, path: '$' },
    });
  });

  it('says what it was given instead, safely', () => {
    const text = '{"bomFormat": "CycloneDX", "\\u202e\\u001b[31m": 1}';
    const result = readReport(text);
    expect(result.ok ? '' : result.error.message).toBe(
      'The document is none of: Trivy JSON, Grype JSON, SARIF 2.1.0. It begins with the fields "bomFormat", "\\u{202e}\\u{1b}[31m"',
    );
  });

  it.each([
    ['', 'empty', 0],
    ['\u001f\u008b', 'compressed', 0],
    ['<!doctype html>', 'unexpected-byte', 0],
    ['{"a": 1', 'truncated', 7],
    ['{"a": 1}{', 'trailing-content', 8],
  ])('nothing in %j, and says why', (text, code, offset) => {
    expect(readReport(text)).toMatchObject({
      ok: false,
      error: { code, offset },
    });
  });
});

it('asks the adapters that it is given', () => {
  const [trivy] = REPORT_ADAPTERS;
  const adapter = { ...trivy!, id: 'mine', recognise: () => true };
  const text = '{"SchemaVersion": 2, "ArtifactName": "a"}';
  expect(readReport(text, { adapters: [adapter] })).toMatchObject({
    report: { format: 'mine', subject: { name: 'a' } },
  });
  // Two that want it: nobody gets it.
  expect(readReport(text, { adapters: [adapter, adapter] })).toMatchObject({
    error: { code: 'unrecognised' },
  });
});

const vulnerabilities = (count: number) =>
  `{"SchemaVersion": 2, "ArtifactName": "a", "ArtifactType": "b", "Results": [{"Vulnerabilities": [${Array.from(
    { length: count },
    (_, index) => `{"VulnerabilityID": "CVE-2024-${index}"}`,
  ).join()}]}]}`;

it('keeps so many findings, and refuses one more', () => {
  expect(readReport(vulnerabilities(3), { mostFindings: 3 }).ok).toBe(true);
  expect(readReport(vulnerabilities(4), { mostFindings: 3 })).toMatchObject({
    error: {
      code: 'too-many-findings',
      path: '$.Results[0].Vulnerabilities[3]',
    },
  });
});

it('counts results that wait for their tool', () => {
  const results = '{"ruleId": "C1"},'.repeat(3);
  const text = `{"version": "2.1.0", "runs": [{"results": [${results}{}], "tool": {}}]}`;
  expect(readReport(text, { mostFindings: 4 }).ok).toBe(true);
  expect(readReport(text, { mostFindings: 3 })).toMatchObject({
    error: { code: 'too-many-findings', path: '$.runs[0].results[3]' },
  });
});

it('refuses a document that is too large', () => {
  const text = vulnerabilities(10);
  const mostBytes = text.length;
  expect(readReport(text, { mostBytes }).ok).toBe(true);
  expect(readReport(`${text} `, { mostBytes })).toMatchObject({
    error: { code: 'too-large', offset: mostBytes },
  });
});

it('reads past its head', () => {
  const text = vulnerabilities(5000);
  expect(text.length).toBeGreaterThan(2 * REPORT_HEAD_BYTES);
  for (const pieces of [1000, REPORT_HEAD_BYTES, REPORT_HEAD_BYTES + 1]) {
    const result = readReport(text, { pieces });
    expect(result.ok && result.report.vulnerabilities).toHaveLength(5000);
  }
});

it('does not need the chunks once they were pushed', () => {
  const chunk = new Uint8Array(100);
  const bytes = reportBytes('trivy-image.json');
  const reader = createReportReader();
  for (let index = 0; index < bytes.length; index += chunk.length) {
    const part = bytes.subarray(index, index + chunk.length);
    chunk.set(part);
    reader.push(chunk.subarray(0, part.length));
  }
  expect(reader.end()).toEqual(readReport(bytes));
});

describe.each(FIXTURES)('%s', name => {
  const bytes = reportBytes(name);
  const whole = readReport(bytes);
  const written = JSON.stringify(whole);

  it('gives the same report however it is cut', () => {
    expect(whole.ok).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length }), pieces => {
        expect(JSON.stringify(readReport(bytes, { pieces }))).toBe(written);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same report with other space, and in any order of fields', () => {
    const value: unknown = JSON.parse(decode(bytes));
    expect(readReport(JSON.stringify(value))).toEqual(whole);
    const other = readReport(JSON.stringify(sorted(value)));
    expect(summary(other)).toEqual(summary(whole));
  });

  it('is refused wherever it is cut off', () => {
    const end = decode(bytes).trimEnd().length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end - 1 }), length => {
        expect(readReport(bytes.subarray(0, length))).toMatchObject({
          ok: false,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('never throws when bytes of it change', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: bytes.length }),
        (changes, pieces) => {
          const changed = Uint8Array.from(bytes);
          for (const [index, byte] of changes) changed[index] = byte;
          expect(JSON.stringify(readReport(changed, { pieces }))).toBe(
            JSON.stringify(readReport(changed)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws when a value of it becomes another', () => {
    const value: unknown = JSON.parse(decode(bytes));
    const other = fc.oneof(
      fc.constant('canary'),
      fc.json({ maxDepth: 2 }).map(text => JSON.parse(text) as unknown),
    );
    fc.assert(
      fc.property(fc.nat(), other, (place, replacement) => {
        const changed = JSON.stringify(replaced(value, place, replacement));
        expect(typeof readReport(changed).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

/** What no order of fields changes: all but the order of findings. */
function summary(result: ReportResult): unknown {
  if (!result.ok) return result;
  return Object.entries(result.report).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? value.map(one => JSON.stringify(sorted(one))).sort()
      : value,
  ]);
}

/** The value with one of the values in it, by number, put in another's place. */
function replaced(value: unknown, place: number, other: unknown): unknown {
  let count = 0;
  const walk = (one: unknown): number => {
    count++;
    if (typeof one === 'object' && one !== null) {
      Object.values(one).forEach(walk);
    }
    return count;
  };
  const target = place % walk(value);
  let at = 0;
  const copy = (one: unknown): unknown => {
    if (at++ === target) return other;
    if (Array.isArray(one)) return one.map(copy);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, member]) => [name, copy(member)]),
    );
  };
  return copy(value);
}
