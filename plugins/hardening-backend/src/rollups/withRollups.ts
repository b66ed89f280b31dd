// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { readClock } from '../database/dialect';
import { dayOf } from '../database/historyStore';
import { CountSums, type CountedRow } from './counts';
import {
  ORGANISATION,
  rollupRow,
  type DbRollupRow,
  type Dimension,
  type Group,
} from './rollupStore';

declare const counted: unique symbol;

/**
 * A transaction whose changes of entities are counted. Whoever writes what
 * roll-ups count asks for one, so that no writer forgets.
 */
export type CountedTransaction = Knex.Transaction & {
  readonly [counted]: true;
};

/** Chooses entities among the rows of their table. */
export type ChooseEntities = (rows: Knex.QueryBuilder) => Knex.QueryBuilder;

/**
 * Writes entities, and moves the roll-ups by what has become different.
 *
 * It has to be the last that a transaction does: everybody who counts waits for
 * the row of the organisation, and who has that must not wait for anything else.
 *
 * @param choose - all that may be written: by ids, or so that no other transaction
 * can add to the choice meanwhile, which would count that twice
 */
export async function withRollups<T>(
  transaction: Knex.Transaction,
  choose: ChooseEntities,
  write: (transaction: CountedTransaction) => Promise<T>,
): Promise<T> {
  const before = await findCounted(transaction, choose);
  const result = await write(transaction as CountedTransaction);
  const after = await findCounted(transaction, choose);
  const deltas = new Deltas();
  for (const row of before) deltas.add(row, -1);
  for (const row of after) deltas.add(row, 1);
  await moveRollups(transaction, deltas.changed());
  return result;
}

interface DbCountedRow extends CountedRow {
  readonly owner_ref: string | null;
  readonly system_ref: string | null;
  readonly domain_ref: string | null;
  readonly type: string | null;
  readonly lifecycle: string | null;
}

const GROUP_COLUMNS: readonly (readonly [Dimension, keyof DbCountedRow])[] = [
  ['owner', 'owner_ref'],
  ['system', 'system_ref'],
  ['domain', 'domain_ref'],
  ['type', 'type'],
  ['lifecycle', 'lifecycle'],
];

/** Removed ones too are locked, whom somebody may be bringing back. */
async function findCounted(
  transaction: Knex.Transaction,
  choose: ChooseEntities,
): Promise<DbCountedRow[]> {
  const rows: (DbCountedRow & { readonly removed_at: unknown })[] =
    await choose(transaction('hardening_entity'))
      .orderBy('id')
      .forUpdate()
      .select(
        'removed_at',
        'status',
        'reason',
        'score',
        'grade',
        'level',
        ...GROUP_COLUMNS.map(([, column]) => column),
      );
  return rows.filter(row => row.removed_at === null);
}

/** What has become different, by group. */
class Deltas {
  readonly #groups = new Map<string, { group: Group; sums: CountSums }>();

  /** @param times - 1 where an entity has come, -1 where it has left */
  add(row: DbCountedRow, times: number): void {
    this.#sumsOf(ORGANISATION).add(row, times);
    for (const [dimension, column] of GROUP_COLUMNS) {
      const ref = row[column];
      if (ref !== null) {
        this.#sumsOf({ dimension, ref: String(ref) }).add(row, times);
      }
    }
  }

  changed(): readonly { readonly group: Group; readonly sums: CountSums }[] {
    return [...this.#groups.values()].filter(({ sums }) => !sums.isNothing);
  }

  #sumsOf(group: Group): CountSums {
    const key = JSON.stringify([group.dimension, group.ref]);
    const known = this.#groups.get(key);
    if (known) return known.sums;
    const sums = new CountSums();
    this.#groups.set(key, { group, sums });
    return sums;
  }
}

async function moveRollups(
  transaction: Knex.Transaction,
  changed: ReturnType<Deltas['changed']>,
): Promise<void> {
  if (changed.length === 0) return;
  await lockOrganisation(transaction);
  const day = dayOf(await readClock(transaction));
  for (let start = 0; start < changed.length; start += CHUNK) {
    const some = changed.slice(start, start + CHUNK);
    const kept = await findKept(transaction, some);
    const rows = some.map(({ group, sums }) => {
      const moved = new CountSums(kept.get(keyOf(group)));
      moved.addAll(sums);
      return rollupRow(group, moved.counts);
    });
    await keep(transaction, rows, day);
  }
}

const CHUNK = 100;

async function lockOrganisation(transaction: Knex.Transaction): Promise<void> {
  await transaction('hardening_rollup')
    .where({ dimension: 'organisation', ref: '' })
    .forUpdate()
    .first('id');
}

async function findKept(
  transaction: Knex.Transaction,
  changed: ReturnType<Deltas['changed']>,
) {
  const rows: DbRollupRow[] = await transaction('hardening_rollup')
    .whereIn(
      ['dimension', 'ref'],
      changed.map(({ group: { dimension, ref } }) => [dimension, ref]),
    )
    .select('dimension', 'ref', 'counts');
  return new Map(rows.map(row => [keyOf(row), JSON.parse(row.counts)]));
}

function keyOf({ dimension, ref }: Group): string {
  return JSON.stringify([dimension, ref]);
}

/** Groups that have no entity any more are forgotten, but for their past. */
async function keep(
  transaction: Knex.Transaction,
  rows: readonly DbRollupRow[],
  day: number,
): Promise<void> {
  const isKept = ({ dimension, entities }: DbRollupRow) =>
    entities > 0 || dimension === 'organisation';
  const kept = rows.filter(isKept);
  const empty = rows.filter(row => !isKept(row));
  if (kept.length > 0) {
    await transaction('hardening_rollup')
      .insert(kept)
      .onConflict(['dimension', 'ref'])
      .merge();
  }
  for (const { dimension, ref } of empty) {
    await transaction('hardening_rollup').where({ dimension, ref }).delete();
  }
  await transaction('hardening_rollup_day')
    .insert(rows.map(row => ({ ...row, day })))
    .onConflict(['dimension', 'ref', 'day'])
    .merge();
}
