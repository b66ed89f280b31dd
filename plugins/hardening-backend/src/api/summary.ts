// SPDX-License-Identifier: Apache-2.0
import {
  hardeningAssessmentReadPermission,
  type EntitySummary,
} from '@plimsoll/plugin-hardening-common';
import { createHash } from 'node:crypto';
import type { KeptAssessment } from '../assess/judge';
import { describeNotScored } from '../catalog/notScoredReasons';
import { unpackAssessment } from '../database/assessmentStore';
import { dayOf } from '../database/historyStore';
import { openEntity } from './access';
import { areasOf } from './assessmentDetail';
import { historyOf } from './history';
import type { Operation } from './operation';
import { printPoints } from './printedPoints';
import { findSummaryRow, type DbSummaryRow } from './queries/summary';
import { reportFacts } from './reportFacts';
import { isoOf } from './times';

const TREND_DAYS = 30;
const MOST_ACTIONS = 3;

/** What a card shows of one entity. */
export const getEntitySummary: Operation<'getEntitySummary'> = async (
  context,
  call,
) => {
  const { request, response } = call;
  const row = await openEntity(
    context,
    call,
    [hardeningAssessmentReadPermission],
    ref => findSummaryRow(context.knex, ref),
  );
  response.set('ETag', tagOf(row, context.now()));
  if (request.fresh) return undefined;

  const [assessment, trend] = await Promise.all([
    row.body ? unpackAssessment(row.body) : undefined,
    row.assessed_at === null
      ? undefined
      : historyOf(context, row.id, TREND_DAYS),
  ]);
  return {
    ...stateOf(row),
    ...(assessment && scoreOf(row, assessment)),
    trend,
  };
};

/**
 * Changes whenever the answer does: all else that is in it was written together
 * with the row, and the trend moves with the day.
 */
function tagOf({ body, ...row }: DbSummaryRow, now: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([SHAPE, dayOf(now), row]))
    .digest('base64url');
  return `W/"${digest.slice(0, 22)}"`;
}

/** To be raised when the answer to the same row changes. */
const SHAPE = 2;

/** Where an entity stands, whether or not it was ever assessed. */
function stateOf(row: DbSummaryRow): EntitySummary {
  return {
    entityRef: row.entity_ref,
    state: row.status,
    refreshing: Number(row.is_refreshing) === 1,
    ...notScoredOf(row),
    revision: row.revision ?? undefined,
    assessedAt: isoOf(row.assessed_at),
    readAt: isoOf(row.read_at),
    rulesetVersion: row.ruleset_version ?? undefined,
    validUntil: isoOf(row.valid_until),
    stale: staleOf(row),
  };
}

function notScoredOf({ status, reason }: DbSummaryRow): Partial<EntitySummary> {
  if (status !== 'notScored' || reason === null) return {};
  return {
    score: { status, reason },
    notScoredReason: describeNotScored(reason),
  };
}

function staleOf(row: DbSummaryRow): EntitySummary['stale'] {
  const since = isoOf(row.stale_since);
  if (since === undefined) return undefined;
  return {
    since,
    reason: row.stale_reason ?? '',
    nextTryAt: row.parked_at === null ? isoOf(row.fetch_at) : undefined,
  };
}

/** What the last assessment says. */
function scoreOf(
  { failed, unknown }: DbSummaryRow,
  assessment: KeptAssessment,
): Partial<EntitySummary> {
  const { images } = assessment;
  const columns = printPoints(assessment);
  return {
    score: assessment.score,
    level: assessment.level,
    coverage: assessment.coverage,
    areas: areasOf(assessment, columns).filter(({ share }) => share > 0),
    printed: columns.printed,
    gates: assessment.gates,
    actions: assessment.actions.slice(0, MOST_ACTIONS),
    images: images.length,
    lowestImage: images[0],
    failed: failed ?? undefined,
    unknown: unknown ?? undefined,
    scans: assessment.scans && {
      count: assessment.scans.count,
      items: assessment.scans.items.map(reportFacts),
    },
    firstScanDue: assessment.firstScanDue,
  };
}
