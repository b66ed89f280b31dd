// SPDX-License-Identifier: Apache-2.0
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  AssessmentDetail,
  ChangePage,
  EntityAssessment,
  EntitySummary,
  Excerpt,
  FindingPage,
  HistoryPoint,
  PreviewRequest,
  QueryOf,
  RefreshRequest,
  ReportPage,
  ReportReceipt,
  RollupPage,
  Rule,
  ScorecardOverview,
  ScorecardPage,
} from './types';

/**
 * An entity: its full reference (`component:default/shop`), or the parts of it.
 *
 * @public
 */
export type EntityRef = string | CompoundEntityRef;

/**
 * Of any request.
 *
 * @public
 */
export interface HardeningRequestOptions {
  /** Gives the request up. */
  readonly signal?: AbortSignal | undefined;
  /** For backends: on whose behalf. In an app, its `fetchApi` knows. */
  readonly token?: string | undefined;
}

/**
 * A scan report, as the scanner wrote it.
 *
 * @public
 */
export interface ReportFile {
  readonly body: string | Uint8Array | Blob;
  /** `application/json` when absent. */
  readonly contentType?: 'application/json' | 'application/gzip' | undefined;
}

/**
 * The API of the hardening backend; a method for each operation of its OpenAPI
 * document. All reject with a `ResponseError` where the backend says no.
 *
 * @public
 */
export interface HardeningApi {
  /** What a card shows of one entity. */
  getEntitySummary(
    entity: EntityRef,
    options?: HardeningRequestOptions,
  ): Promise<EntitySummary>;

  /**
   * How the score comes about, without the findings; with the scope `files`, by
   * the repository alone.
   */
  getAssessment(
    entity: EntityRef,
    options?: HardeningRequestOptions & QueryOf<'getAssessment'>,
  ): Promise<EntityAssessment>;

  /** A page of findings, dearest first. */
  listFindings(
    entity: EntityRef,
    query?: QueryOf<'listFindings'>,
    options?: HardeningRequestOptions,
  ): Promise<FindingPage>;

  /** The lines of a finding, secrets masked. */
  getExcerpt(
    entity: EntityRef,
    fingerprint: string,
    options?: HardeningRequestOptions,
  ): Promise<Excerpt>;

  /** The score by day, oldest first. */
  getHistory(
    entity: EntityRef,
    query?: QueryOf<'getHistory'>,
    options?: HardeningRequestOptions,
  ): Promise<{ readonly items: readonly HistoryPoint[] }>;

  /** A page of what moved the score, newest first. */
  listChanges(
    entity: EntityRef,
    query?: QueryOf<'listChanges'>,
    options?: HardeningRequestOptions,
  ): Promise<ChangePage>;

  /** Has the repository of an entity read again, soon. */
  refreshEntity(
    entity: EntityRef,
    options?: HardeningRequestOptions,
  ): Promise<RefreshRequest>;

  /** A page of scan reports that were sent, the last one first. */
  listReports(
    entity: EntityRef,
    query?: QueryOf<'listReports'>,
    options?: HardeningRequestOptions,
  ): Promise<ReportPage>;

  /**
   * Sends what a scanner wrote about an image of an entity: for services only.
   * The same report may be sent twice.
   */
  uploadReport(
    entity: EntityRef,
    report: ReportFile,
    query?: QueryOf<'uploadReport'>,
    options?: HardeningRequestOptions,
  ): Promise<ReportReceipt>;

  /** A page of entities with their scores. */
  listScorecards(
    query?: QueryOf<'listScorecards'>,
    options?: HardeningRequestOptions,
  ): Promise<ScorecardPage>;

  /** All entities of such a list, as CSV. */
  exportScorecards(
    query?: QueryOf<'exportScorecards'>,
    options?: HardeningRequestOptions,
  ): Promise<Blob>;

  /** How the entities of a group stand, and stood. */
  getScorecardOverview(
    query?: QueryOf<'getScorecardOverview'>,
    options?: HardeningRequestOptions,
  ): Promise<ScorecardOverview>;

  /** A page of owners, systems or domains with the grades of their entities. */
  getRollup(
    query?: QueryOf<'getRollup'>,
    options?: HardeningRequestOptions,
  ): Promise<RollupPage>;

  /** All rules, by id. */
  listRules(
    options?: HardeningRequestOptions,
  ): Promise<{ readonly items: readonly Rule[] }>;

  /**
   * One rule.
   *
   * @param id - `dockerfile/non-root-user`
   */
  getRule(id: string, options?: HardeningRequestOptions): Promise<Rule>;

  /** The score that files would have; nothing is kept. */
  preview(
    request: PreviewRequest,
    options?: HardeningRequestOptions,
  ): Promise<AssessmentDetail>;
}
