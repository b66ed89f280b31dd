// SPDX-License-Identifier: Apache-2.0
import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

/** @public */
export type EntitySummary = Schemas['EntitySummary'];
/** @public */
export type EntityAssessment = Schemas['EntityAssessment'];
/** @public */
export type AssessmentDetail = Schemas['AssessmentDetail'];
/** @public */
export type AreaScore = Schemas['AreaScore'];
/** @public */
export type ControlScore = Schemas['ControlScore'];
/** @public */
export type PrintedPoints = Schemas['PrintedPoints'];
/** @public */
export type Gate = Schemas['Gate'];
/** @public */
export type Action = Schemas['Action'];
/** @public */
export type ImageScore = Schemas['ImageScore'];
/** @public */
export type RuleOutcome = Schemas['RuleOutcome'];
/** @public */
export type Score = Schemas['Score'];
/** @public */
export type State = Schemas['State'];
/** @public */
export type Stale = Schemas['Stale'];
/** @public */
export type HistoryPoint = Schemas['HistoryPoint'];
/** @public */
export type Finding = Schemas['Finding'];
/** @public */
export type FindingPage = Schemas['FindingPage'];
/** @public */
export type Excerpt = Schemas['Excerpt'];
/** @public */
export type Change = Schemas['Change'];
/** @public */
export type ChangePage = Schemas['ChangePage'];
/** @public */
export type RefreshRequest = Schemas['RefreshRequest'];
/** @public */
export type Scorecard = Schemas['Scorecard'];
/** @public */
export type ScorecardPage = Schemas['ScorecardPage'];
/** @public */
export type Rollup = Schemas['Rollup'];
/** @public */
export type RollupPage = Schemas['RollupPage'];
/** @public */
export type ScorecardOverview = Schemas['ScorecardOverview'];
/** @public */
export type TrendPoint = Schemas['TrendPoint'];
/** @public */
export type Rule = Schemas['Rule'];
/** @public */
export type Report = Schemas['Report'];
/** @public */
export type ReportFacts = Schemas['ReportFacts'];
/** @public */
export type ReportPage = Schemas['ReportPage'];
/** @public */
export type ReportReceipt = Schemas['ReportReceipt'];
/** @public */
export type Scans = Schemas['Scans'];
/** @public */
export type SeverityCounts = Schemas['SeverityCounts'];
/** @public */
export type PreviewRequest = Schemas['PreviewRequest'];

/**
 * The query of an operation, by its id in the OpenAPI document.
 *
 * @public
 */
export type QueryOf<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;
