// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { CountSums } from '../counts';
import { rollupRow, type DbRollupRow, type Dimension } from '../rollupStore';

const COLUMNS = {
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  type: 'type',
  lifecycle: 'lifecycle',
} as const;

/** The roll-ups as they should be: counted anew, over all entities. */
export async function recount(knex: Knex): Promise<readonly object[]> {
  const groups = new Map<string, CountSums>();
  const add = (dimension: Dimension, ref: string, row: never) => {
    const key = JSON.stringify([dimension, ref]);
    const sums = groups.get(key) ?? new CountSums();
    sums.add(row, 1);
    groups.set(key, sums);
  };
  groups.set(JSON.stringify(['organisation', '']), new CountSums());
  for (const row of await knex('hardening_entity').whereNull('removed_at')) {
    add('organisation', '', row as never);
    for (const [dimension, column] of Object.entries(COLUMNS)) {
      if (row[column] === null) continue;
      add(dimension as Dimension, row[column], row as never);
    }
  }
  const rows = [...groups].map(([key, sums]) => {
    const [dimension, ref] = JSON.parse(key);
    return rollupRow({ dimension, ref }, sums.counts);
  });
  return comparable(rows);
}

/** The roll-ups as they are kept. */
export async function listKept(knex: Knex): Promise<readonly object[]> {
  return comparable(await knex('hardening_rollup').select());
}

/** How each group stood at the end of the last day of which that is kept. */
export async function listLastDays(knex: Knex): Promise<readonly object[]> {
  const rows = await knex('hardening_rollup_day').orderBy('day').select();
  const last = new Map<string, DbRollupRow>();
  for (const row of rows) last.set(`${row.dimension}:${row.ref}`, row);
  return comparable(
    [...last.values()].filter(
      row => row.entities > 0 || row.dimension === 'organisation',
    ),
  );
}

/** In one order, with their sparse counts as values. */
function comparable(rows: readonly DbRollupRow[]): readonly object[] {
  return rows
    .map(({ dimension, ref, entities, scored, median, tenth, counts }) => ({
      group: `${dimension}:${ref}`,
      entities,
      scored,
      median,
      tenth,
      counts: JSON.parse(counts),
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
