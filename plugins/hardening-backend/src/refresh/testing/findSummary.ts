// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { unpackAssessment } from '../../database/assessmentStore';
import { nowSql } from '../../database/dialect';
import { numberOf, textOf } from '../../database/rows';

/** What is known of an entity, and whether more will come. */
export async function findSummary(knex: Knex, entityRef: string) {
  const now = nowSql(knex);
  const row = await knex('hardening_entity as e')
    .leftJoin('hardening_repository as r', 'r.id', 'e.repository_id')
    .leftJoin('hardening_assessment as a', 'a.entity_id', 'e.id')
    .where('e.entity_ref', entityRef)
    .whereNull('e.removed_at')
    .first(
      'e.*',
      'r.read_at',
      'a.body',
      knex.raw(
        `CASE WHEN r.parked_at IS NULL AND (r.due_at <= ${now} OR r.lease_until > ${now}) THEN 1 ELSE 0 END AS is_refreshing`,
      ),
    );
  if (!row) return undefined;
  return {
    id: row.id as number,
    status: row.status as string,
    reason: textOf(row.reason),
    score: numberOf(row.score),
    raw: numberOf(row.raw),
    grade: textOf(row.grade),
    level: textOf(row.level),
    coverage: numberOf(row.coverage),
    failed: numberOf(row.failed),
    unknown: numberOf(row.unknown),
    revision: textOf(row.revision),
    rulesetVersion: textOf(row.ruleset_version),
    assessedAt: numberOf(row.assessed_at),
    readAt: numberOf(row.read_at),
    validUntil: numberOf(row.valid_until),
    stale:
      row.stale_since === null
        ? undefined
        : { since: Number(row.stale_since), message: row.stale_reason },
    isRefreshing: Number(row.is_refreshing) === 1,
    assessment: row.body ? await unpackAssessment(row.body) : undefined,
  };
}
