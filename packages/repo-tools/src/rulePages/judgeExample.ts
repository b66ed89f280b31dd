// SPDX-License-Identifier: Apache-2.0

import { assess, createReportReader } from '@plimsoll/engine';
import type { ScanEvidence } from '@plimsoll/model';
import type { JudgeExample } from './rulePage.ts';

/** Pages are the same on every day: examples happen on this one. */
const DAY = new Date('2026-11-21T00:00:00.000Z');

/**
 * Assesses the example as a repository of its own. What stands beside a
 * Dockerfile as JSON is a scan report, for a rule about images.
 */
export const judgeExample: JudgeExample = (rule, example) => {
  const texts = typeof example === 'string' ? { Dockerfile: example } : example;
  const { results } = assess({
    files: Object.entries(texts).map(([path, text]) => ({
      path,
      size: Buffer.byteLength(text),
      text,
    })),
    listing: 'complete',
    ...(rule.artifact === 'imageScan' && {
      evidence: { scope: 'full', scans: readScans(texts) },
    }),
    now: DAY,
    rules: [rule],
  });
  return results;
};

function readScans(texts: Readonly<Record<string, string>>): ScanEvidence[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    if (!/\.(?:json|sarif)$/.test(path)) return [];
    const reader = createReportReader();
    reader.push(new TextEncoder().encode(text));
    const result = reader.end();
    if (!result.ok) throw new Error(`${path}: ${result.error.message}`);
    return [{ report: result.report }];
  });
}
