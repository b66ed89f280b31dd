// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '@plimsoll/engine';
import {
  EFFORTS,
  GRADES,
  MATURITY_LEVELS,
  NOT_APPLICABLE_REASONS,
  NOT_SCORED_REASONS,
  OUTCOMES,
  SCORE_AREAS,
  SEVERITIES,
  UNKNOWN_REASONS,
  type Assessment,
  type Evidence,
  type ScanReport,
} from '@plimsoll/model';
import Ajv from 'ajv/dist/2020';
import { readSnapshot } from '../files/readSnapshot.ts';
import { assessment } from '../testing/assessments.ts';

const SCHEMA = JSON.parse(
  readFileSync(
    require.resolve('@plimsoll/model/schemas/assessment.schema.json'),
    'utf8',
  ),
);
const EXAMPLES = path.join(__dirname, '../../../../examples');
const NOW = new Date('2026-11-21');

const REPORT: ScanReport = {
  kind: 'scanReport',
  format: 'trivy',
  scanner: { name: 'Trivy' },
  scannedAt: '2026-01-01T00:00:00Z',
  subject: { kind: 'image', name: 'a', digests: [], references: [] },
  covers: ['vulnerabilities'],
  vulnerabilities: ['CVE-2026-1', 'CVE-2026-2'].map(id => ({
    id,
    aliases: [],
    package: { name: 'openssl', version: '1', kind: 'os' },
    fix: 'fixed',
    fixedVersions: ['2'],
    status: 'affected',
    severity: { level: 'critical', word: 'CRITICAL' },
    cvss: [],
    knownExploited: true,
  })),
  misconfigurations: [],
  secrets: [],
  malware: [],
  omissions: [],
};

const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

/** What is wrong with an assessment as JSON; null when it fits. */
function faultsOf(answer: Assessment) {
  validate(JSON.parse(JSON.stringify(answer)));
  return validate.errors ?? null;
}

function assessFiles(
  files: Readonly<Record<string, string | undefined>>,
  listing: 'complete' | 'partial' = 'complete',
): Assessment {
  const sources = Object.entries(files).map(([name, text]) => ({
    path: name,
    size: text?.length ?? 0,
    text,
  }));
  return assess({ files: sources, listing, now: NOW });
}

const examples = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(4);
});

it.each(examples)('fits the example %s', name => {
  const { files, listing } = readSnapshot(path.join(EXAMPLES, name));
  const answer = assess({ files, listing, now: NOW });
  expect(faultsOf(answer)).toBeNull();
});

it.each<[string, Assessment]>([
  ['nothing', assessFiles({})],
  [
    'a file that does not parse',
    assessFiles({ Dockerfile: 'FROM a\nRUN <<E' }),
  ],
  ['a file that was not read', assessFiles({ Dockerfile: undefined })],
  [
    'a file alone',
    assessFiles({ Dockerfile: 'FROM a\nCOPY . .\n' }, 'partial'),
  ],
  ['a file that does not count', assessFiles({ 'test/Dockerfile': 'FROM a' })],
  ['what hides from the dictionary', assessFiles({ __proto__: 'x' })],
])('fits %s', (_, answer) => {
  expect(faultsOf(answer)).toBeNull();
});

it.each<[string, Evidence]>([
  ['without a scan', { scope: 'full' }],
  [
    'that waits for its first scan',
    { scope: 'full', firstScanDue: '2026-12-01T00:00:00Z' },
  ],
  ['with a scan', { scope: 'full', scans: [{ report: REPORT }] }],
])('fits an image %s', (_, evidence) => {
  const files = [{ path: 'Dockerfile', size: 7, text: 'FROM a\n' }];
  const answer = assess({ files, listing: 'complete', now: NOW, evidence });
  expect(faultsOf(answer)).toBeNull();
});

it('refuses what no assessment is', () => {
  const answer = assessFiles({ Dockerfile: 'FROM a\n' });
  const { score: _, ...unscored } = answer;
  for (const wrong of [
    { ...answer, more: 1 },
    { ...answer, schemaVersion: 2 },
    { ...answer, level: 'none' },
    unscored,
    assessment({
      areas: answer.areas,
      score: { status: 'notScored', reason: 'x' as never },
    }),
  ]) {
    expect(faultsOf(wrong as Assessment)).not.toBeNull();
  }
});

it('knows the words of the model', () => {
  const words = (name: string): string[] => SCHEMA.$defs[name].enum;
  expect(words('area')).toEqual([...SCORE_AREAS]);
  expect(words('grade')).toEqual([...GRADES]);
  expect(words('level')).toEqual([...MATURITY_LEVELS]);
  expect(words('severity')).toEqual([...SEVERITIES]);
  expect(words('effort')).toEqual([...EFFORTS]);
  expect(words('unknownReason')).toEqual(Object.keys(UNKNOWN_REASONS));
  expect(words('notScoredReason')).toEqual(Object.keys(NOT_SCORED_REASONS));
  expect(SCHEMA.$defs.notApplicableReason.anyOf[0].enum).toEqual(
    Object.keys(NOT_APPLICABLE_REASONS),
  );
  expect(SCHEMA.$defs.ruleResult.properties.outcome.enum).toEqual([
    ...OUTCOMES,
  ]);
});
