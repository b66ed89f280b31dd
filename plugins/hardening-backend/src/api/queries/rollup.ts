// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { DbRollupRow, Dimension } from '../../rollups/rollupStore';

/** By what groups can be listed. */
export const ROLLUP_ORDERS = ['name', 'entities', 'median'] as const;

/** One of them. */
export type RollupOrder = (typeof ROLLUP_ORDERS)[number];

/** A group with its counts. */
export interface DbGroupRow extends DbRollupRow {
  readonly id: number;
}

/** Which groups are wanted. */
export interface GroupPiece {
  readonly dimension: Dimension;
  readonly order: RollupOrder;
  readonly isDescending: boolean;
  readonly limit: number;
  /** Begins behind this one. */
  readonly after: DbGroupRow | undefined;
}

/** Groups with their counts, in order. */
export async function listGroups(
  knex: Knex,
  { dimension, order, isDescending, limit, after }: GroupPiece,
): Promise<DbGroupRow[]> {
  const columns =
    order === 'name' ? (['ref'] as const) : ([order, 'ref'] as const);
  const rows = knex('hardening_rollup')
    .where({ dimension })
    .limit(limit)
    .select<DbGroupRow[]>();
  // As the index has it, word by word: SQLite looks no deeper.
  if (order === 'median') rows.whereRaw('scored > 0');
  for (const column of columns) {
    rows.orderBy(column, isDescending ? 'desc' : 'asc');
  }
  if (after) {
    const marks = columns.map(() => '?').join(', ');
    rows.whereRaw(
      `(${columns.join(', ')}) ${isDescending ? '<' : '>'} (${marks})`,
      columns.map(column => after[column]),
    );
  }
  return rows;
}

/** A group by its id; undefined where it has no entities any more. */
export async function findGroup(
  knex: Knex,
  id: number,
): Promise<DbGroupRow | undefined> {
  return knex('hardening_rollup').where({ id }).first();
}
