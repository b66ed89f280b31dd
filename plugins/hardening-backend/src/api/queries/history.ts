// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { rowsOf } from '../../database/dialect';

/** The score of a day on which it changed. */
export interface DbHistoryRow {
  /** Since 1970, in UTC. */
  readonly day: number;
  readonly score: number | null;
  readonly grade: string | null;
}

/**
 * The points of an entity from a day on, oldest first, after the one that held
 * when that day began.
 */
export async function listHistoryRows(
  knex: Knex,
  entityId: number,
  fromDay: number,
): Promise<DbHistoryRow[]> {
  const result = await knex.raw(
    `SELECT day, score, grade FROM hardening_history
     WHERE entity_id = ? AND day >= COALESCE(
       (SELECT max(day) FROM hardening_history WHERE entity_id = ? AND day <= ?), ?)
     ORDER BY day`,
    [entityId, entityId, fromDay, fromDay],
  );
  return rowsOf(result) as unknown as DbHistoryRow[];
}
