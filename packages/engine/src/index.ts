// SPDX-License-Identifier: Apache-2.0

/**
 * The engine of Plimsoll: files and evidence in, assessment out.
 *
 * Pure: it reads no disk, no network and no clock.
 *
 * @packageDocumentation
 */

export * from './parsers.ts';
export { isDockerfilePath, isRelevantPath } from './artifacts/artifactKind.ts';
export { vulnerabilityKey } from './artifacts/imageScan/vulnerabilityKey.ts';
export type { Listing, SourceFile } from './artifacts/sourceFile.ts';
export { assess } from './assess/assess.ts';
export { displayPoints, type PointsColumn } from './assess/displayPoints.ts';
export { judge, type AssessInput, type Judgement } from './assess/judge.ts';
export type { Policy } from './rules/policy.ts';
export type { Example, Rule } from './rules/rule.ts';
export { RULES } from './rules/rules.ts';
export {
  createReportReader,
  MOST_REPORT_BYTES,
  MOST_REPORT_FINDINGS,
  REPORT_CHUNK_BYTES,
  type ReportReader,
  type ReportReaderOptions,
  type ReportResult,
} from './reports/createReportReader.ts';
export {
  recogniseReport,
  REPORT_HEAD_BYTES,
  type RecognisedReport,
} from './reports/recogniseReport.ts';
export type {
  ReportAdapter,
  ReportElement,
  ReportProblem,
  ReportReading,
} from './reports/reportAdapter.ts';
export { REPORT_ADAPTERS } from './reports/reportAdapters.ts';
export { createExcerpts, type Excerpt } from './secrets/excerpt.ts';
export { isMask } from './secrets/masks.ts';
export { maskSecrets } from './secrets/maskSecrets.ts';
