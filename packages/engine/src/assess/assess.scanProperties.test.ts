// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { Assessment, Evidence, ScanEvidence } from '@plimsoll/model';
import { RULES } from '../rules/rules.ts';
import {
  anyEvidence,
  anyScan,
  anyVulnerability,
} from '../testing/arbitraryScan.ts';
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientRule } from '../testing/inventRule.ts';
import {
  scanReport,
  vulnerabilities,
  vulnerability,
} from '../testing/scanReport.ts';
import { displayPoints } from './displayPoints.ts';

const RUNS = { numRuns: 200 };

const FILES = {
  'api/Dockerfile': 'FROM debian:13-slim\n',
  'web/Dockerfile': 'FROM nginx:1.29 AS base\nFROM base\n',
  'web/Dockerfile.dev': 'FROM nginx:1.29\n',
};
const rules = [
  ...RULES.filter(({ info }) => info.area === 'scan'),
  ...['a', 'b', 'c'].map(slug => obedientRule({ id: `dockerfile/${slug}` })),
];

const assess = (evidence: Evidence): Assessment =>
  assessFiles(FILES, { rules, evidence });

it('explains every point that scans cost, and crashes on nothing', () => {
  fc.assert(
    fc.property(anyEvidence, evidence => {
      const { score, controls, areas, results } = assess(evidence);
      expect(results.filter(({ outcome }) => outcome === 'crashed')).toEqual(
        [],
      );
      const ids = results.flatMap(({ findings }) =>
        findings.map(({ fingerprint }) => fingerprint),
      );
      expect(new Set(ids).size).toBe(ids.length);
      fc.pre(score.status === 'scored');
      for (const { area, load } of areas) {
        const own = controls.filter(control => control.area === area);
        expect(sum(own.map(control => control.load))).toBe(load);
      }
      const lost = sum(controls.map(({ pointsLost }) => pointsLost));
      expect(Math.abs(lost - (100 - score.raw))).toBeLessThan(1e-9);
      const column = displayPoints({ score, controls })!;
      const lines = [...column.controls, column.rounding, column.gate];
      expect(sum(lines.map(line => Math.round(10 * Number(line))))).toBe(
        10 * (100 - score.points),
      );
    }),
    RUNS,
  );
});

it('says the same in whatever order reports and their entries come', () => {
  const evidenceAndOrder = anyEvidence.chain(evidence =>
    fc.tuple(
      fc.constant(evidence),
      fc.shuffledSubarray([...(evidence.scans ?? [])], {
        minLength: evidence.scans?.length ?? 0,
      }),
    ),
  );
  fc.assert(
    fc.property(evidenceAndOrder, ([evidence, scans]) => {
      const shuffled = { ...evidence, ...(evidence.scans && { scans }) };
      const before = JSON.stringify(assess(evidence));
      expect(JSON.stringify(assess(shuffled))).toBe(before);
      expect(JSON.stringify(assess(evidence))).toBe(before);
    }),
    RUNS,
  );
});

it('never rises by one more vulnerability that counts', () => {
  // One that is in no report yet, in each image alike.
  const fresh = anyVulnerability.map(one => ({
    ...one,
    id: 'CVE-2026-99',
    aliases: [],
  }));
  fc.assert(
    fc.property(anyEvidence, anyScan, fresh, (evidence, scan, one) => {
      const add = ({ report, ...rest }: ScanEvidence): ScanEvidence => ({
        ...rest,
        report: {
          ...report,
          vulnerabilities: [...report.vulnerabilities, one],
        },
      });
      const { scans = [] } = evidence;
      const lists = {
        ...evidence,
        // What nobody knows of it may be worse than what is found out.
        knownExploited: { date: '2026-11-20', ids: ['CVE-2026-1'] },
        epss: { date: '2026-11-20', ratings: {} },
      };
      fc.pre(one.severity.level !== 'unknown');
      const before = assess({ ...lists, scans: [...scans, scan] });
      const after = assess({ ...lists, scans: [...scans, add(scan)] });
      expect(rawOf(after)).toBeLessThanOrEqual(rawOf(before) + 1e-9);
      // Knowing enough may open a gate, and what is known may be bad.
      fc.pre(after.coverage <= before.coverage);
      expect(pointsOf(after)).toBeLessThanOrEqual(pointsOf(before));
    }),
    RUNS,
  );
});

it('keeps the areas that apply when a report goes', () => {
  fc.assert(
    fc.property(anyEvidence, evidence => {
      const { scans = [], firstScanDue: _, ...rest } = evidence;
      const before = assess({ ...rest, scans });
      for (const gone of scans) {
        const left = scans.filter(one => one !== gone);
        const after = assess({ ...rest, scans: left });
        expect(applying(after)).toEqual(applying(before));
      }
    }),
    { numRuns: 60 },
  );
});

it('gives what its actions promise', () => {
  const kinds = fc.array(fc.constantFrom('os', 'application'), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(kinds, list => {
      const found = list.map((kind, index) =>
        vulnerability({
          id: `CVE-2026-${index}`,
          package: `p${index % 3}-${kind}`,
          kind: kind as 'os',
          severity: index % 2 ? 'high' : 'critical',
          knownExploited: index % 4 === 0,
          epss: { probability: index % 5 ? 0 : 0.9 },
        }),
      );
      const scanOf = (kept: typeof found): Evidence => ({
        scope: 'full',
        scans: [...Object.keys(FILES)].map(dockerfile => ({
          dockerfile,
          report: scanReport({ vulnerabilities: kept }),
        })),
      });
      const before = assess(scanOf(found));
      for (const [id, kind] of [
        ['update-base-image', 'os'],
        ['update-packages', 'application'],
      ]) {
        const action = before.actions.find(one => one.id === id);
        if (!action) continue;
        const after = assess(
          scanOf(found.filter(one => one.package.kind !== kind)),
        );
        expect(action.gain).toBe(pointsOf(after) - pointsOf(before));
        expect(action.rawGain).toBeCloseTo(rawOf(after) - rawOf(before), 9);
      }
    }),
    RUNS,
  );
});

it('shows no more than is read, of however many', () => {
  const { results } = assessFiles('FROM debian:13-slim\n', {
    evidence: {
      scope: 'full',
      scans: [
        { report: scanReport({ vulnerabilities: vulnerabilities(5000) }) },
      ],
    },
  });
  const findings = results.find(
    ({ rule }) => rule === 'scan/critical-fixable',
  )!.findings;
  expect(findings).toHaveLength(101);
  expect(sum(findings.map(({ count = 1 }) => count))).toBe(5000);
});

function applying({ areas }: Assessment): string[] {
  return areas.filter(({ share }) => share > 0).map(({ area }) => area);
}

function pointsOf({ score }: Assessment): number {
  return score.status === 'scored' ? score.points : -1;
}

/** Also where there is too little evidence for a score: from the areas. */
function rawOf({ areas }: Assessment): number {
  return 100 * Math.exp(-sum(areas.map(one => one.share * one.load)) / 1000);
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}
