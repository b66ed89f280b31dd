// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { ScanReport } from '@plimsoll/model';
import {
  createReportReader,
  type ReportReaderOptions,
  type ReportResult,
} from '../reports/createReportReader.ts';

/** Reads a report in one piece, or in pieces of some length. */
export function readReport(
  document: string | Uint8Array,
  options: ReportReaderOptions & { readonly pieces?: number } = {},
): ReportResult {
  const bytes =
    typeof document === 'string'
      ? new TextEncoder().encode(document)
      : document;
  const { pieces = bytes.length || 1 } = options;
  const reader = createReportReader(options);
  for (let index = 0; index < bytes.length; index += pieces) {
    reader.push(bytes.subarray(index, index + pieces));
  }
  return reader.end();
}

/** Reads a report that is in order. */
export function readWholeReport(file: string): ScanReport {
  const result = readReport(readFileSync(file));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.report;
}
