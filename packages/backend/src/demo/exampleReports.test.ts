// SPDX-License-Identifier: Apache-2.0
import { createReportReader } from '@plimsoll/engine';
import type { ScanReport } from '@plimsoll/model';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleReports } from './exampleReports';

const NOW = new Date('2026-11-21T12:34:56Z');
const ROOT = path.resolve(__dirname, '../../../..');

function read(body: string): ScanReport {
  const reader = createReportReader();
  reader.push(Buffer.from(body));
  const result = reader.end();
  if (!result.ok) throw new Error(result.error.message);
  return result.report;
}

describe('the reports of the demo', () => {
  const reports = exampleReports(NOW).map(example => ({
    ...example,
    report: read(example.body),
  }));

  it('are read, by two scanners, in the order in which they were made', () => {
    const names = reports.map(({ report }) => report.scanner.name);
    expect(new Set(names)).toEqual(new Set(['Trivy', 'Grype']));
    for (const { entityRef, dockerfile, report } of reports) {
      const own = reports.filter(
        one => one.entityRef === entityRef && one.dockerfile === dockerfile,
      );
      const times = own.map(one => one.report.scannedAt!);
      expect(times).toEqual([...times].sort());
      expect(Date.parse(report.scannedAt!)).toBeLessThan(NOW.getTime());
      expect(report.omissions).toEqual([]);
    }
  });

  it('are the same all day long, and as old tomorrow', () => {
    const bodies = (now: string) =>
      exampleReports(new Date(now)).map(({ body }) => body);
    expect(bodies('2026-11-21T23:59:59Z')).toEqual(
      reports.map(({ body }) => body),
    );
    expect(bodies('2026-11-22T00:00:00Z')[0]).toContain('2026-11-22T00:00');
  });

  it('are for entities to which the configuration maps the demo', () => {
    const config = readFileSync(path.join(ROOT, 'app-config.yaml'), 'utf8');
    for (const { entityRef } of reports) expect(config).toContain(entityRef);
  });

  it('are about Dockerfiles of the examples', () => {
    const folders: Readonly<Record<string, string>> = {
      'shop-catalog': 'shop-monorepo/catalog',
      'shop-checkout': 'shop-monorepo/checkout',
    };
    for (const { entityRef, dockerfile } of reports) {
      const name = entityRef.replace('component:default/', '');
      const folder = path.join(ROOT, 'examples', folders[name] ?? name);
      expect(existsSync(path.join(folder, dockerfile))).toBe(true);
    }
  });

  it('name vulnerabilities that the lists of the demo know', () => {
    const epss = readFileSync(path.join(ROOT, 'examples/epss.csv'), 'utf8');
    for (const { report } of reports) {
      for (const { id } of report.vulnerabilities) expect(epss).toContain(id);
    }
  });
});
