// SPDX-License-Identifier: Apache-2.0
import type { ScanEvidence } from '@plimsoll/model';
import { readReport } from './readReport.ts';

/** The scan reports among files that are given by path. */
export function readScans(
  files: Readonly<Record<string, string>>,
): ScanEvidence[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!/\.(?:json|sarif)$/.test(path)) return [];
    const result = readReport(text);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return [{ report: result.report }];
  });
}
