// SPDX-License-Identifier: Apache-2.0
import type { State } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { nowSql, rowsOf } from '../../database/dialect';
import { PRIORITY } from '../../database/repositoryQueue';
import type { Reason } from './entity';

/** What a card tells of one entity, as the database has it. */
export interface DbSummaryRow {
  readonly id: number;
  readonly entity_ref: string;
  readonly status: State;
  readonly reason: Reason | null;
  readonly failed: number | null;
  readonly unknown: number | null;
  readonly revision: string | null;
  readonly ruleset_version: string | null;
  readonly assessed_at: number | string | null;
  readonly valid_until: number | string | null;
  readonly stale_since: number | string | null;
  readonly stale_reason: string | null;
  readonly read_at: number | string | null;
  readonly parked_at: number | string | null;
  readonly fetch_at: number | string | null;
  readonly is_refreshing: number;
  /** Of the assessment. */
  readonly body: Buffer | null;
}

/**
 * Finds an entity with its repository and its assessment, in one read by the
 * entity's reference. What merely is due counts as refreshing only before the
 * first assessment: a long backlog is no reason to wait for it.
 *
 * Cards ask this all the time, so it is written out: building it would take
 * longer than reading.
 */
export async function findSummaryRow(
  knex: Knex,
  entityRef: string,
): Promise<DbSummaryRow | undefined> {
  const now = nowSql(knex);
  const result = await knex.raw(
    `SELECT e.id, e.entity_ref, e.status, e.reason, e.failed, e.unknown,
       e.revision, e.ruleset_version, e.assessed_at, e.valid_until,
       e.stale_since, e.stale_reason, r.read_at, r.parked_at, r.fetch_at, a.body,
       CASE WHEN r.lease_until > ${now} OR (
           r.parked_at IS NULL AND r.due_at <= ${now}
           AND (r.priority = ${PRIORITY.request} OR e.assessed_at IS NULL))
         THEN 1 ELSE 0 END AS is_refreshing
     FROM hardening_entity e
     LEFT JOIN hardening_repository r ON r.id = e.repository_id
     LEFT JOIN hardening_assessment a ON a.entity_id = e.id
     WHERE e.entity_ref = ? AND e.removed_at IS NULL LIMIT 1`,
    [entityRef],
  );
  const [row] = rowsOf(result);
  return row as DbSummaryRow | undefined;
}
