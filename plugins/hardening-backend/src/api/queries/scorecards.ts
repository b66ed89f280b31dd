// SPDX-License-Identifier: Apache-2.0
import type { Grade, MaturityLevel } from '@plimsoll/model';
import type { State } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import type { Reason } from './entity';
import { whereWanted, type ScorecardFilters } from './scorecardFilters';
import type { Path } from './scorecardPaths';

/** An entity of a list, as the database has it. */
export interface DbScorecardRow {
  readonly id: number;
  readonly entity_ref: string;
  readonly title: string | null;
  readonly owner_ref: string | null;
  readonly system_ref: string | null;
  readonly domain_ref: string | null;
  readonly type: string | null;
  readonly lifecycle: string | null;
  readonly status: State;
  readonly reason: Reason | null;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly level: MaturityLevel | null;
  readonly coverage: number | null;
  readonly failed: number | null;
  readonly assessed_at: number | string | null;
  readonly stale_since: number | string | null;
}

/** Where an entity stands in a list, by whatever that is sorted. */
export type Position = Pick<
  DbScorecardRow,
  'id' | 'entity_ref' | 'owner_ref' | 'score' | 'assessed_at'
>;

/** Which piece of a list is wanted. */
export interface Piece {
  readonly isDescending: boolean;
  /** Of entities that are looked at, whether or not they are wanted. */
  readonly size: number;
  /** Begins behind this one. */
  readonly after: Position | undefined;
}

/** What was found among so many entities. */
export interface Found {
  readonly rows: readonly DbScorecardRow[];
  /** The last one that was looked at; undefined at the end of the list. */
  readonly last: DbScorecardRow | undefined;
}

/**
 * Looks at the next entities along a path, and gives those that are wanted. How
 * many are looked at is bounded, however few of them are wanted.
 */
export async function listPiece(
  knex: Knex,
  path: Path,
  filters: ScorecardFilters,
  { isDescending, size, after }: Piece,
): Promise<Found> {
  const looked = (lane: Path['lanes'][number]) => {
    const rows = knex('hardening_entity')
      // As the indexes have it, word by word: SQLite looks no deeper.
      .whereRaw(path.condition)
      .where(where => {
        for (const [column, value] of Object.entries(lane)) {
          where.whereRaw(`${column} = ?`, [value]);
        }
        if (after) {
          const order = path.order.map(({ expression }) => expression);
          where.whereRaw(
            `(${order.join(', ')}) ${isDescending ? '<' : '>'} (${order
              .map(() => '?')
              .join(', ')})`,
            path.order.map(({ valueOf }) => valueOf(after)),
          );
        }
      })
      .limit(size)
      .select(COLUMNS);
    for (const { expression } of path.order) {
      rows.orderByRaw(`${expression} ${isDescending ? 'DESC' : 'ASC'}`);
    }
    return rows;
  };
  const wanted = path.isExact
    ? looked
    : (lane: Path['lanes'][number]) =>
        knex
          .from(looked(lane).as('looked'))
          .where(where => whereWanted(knex, where, filters))
          .select<DbScorecardRow[]>(COLUMNS);
  const lanes = await Promise.all(path.lanes.map(wanted));
  const sign = isDescending ? -1 : 1;
  const rows: DbScorecardRow[] = lanes
    .flat()
    .sort((a, b) => sign * path.compare(a, b));
  if (path.isExact) {
    const some = rows.slice(0, size);
    return { rows: some, last: rows.length < size ? undefined : some.at(-1) };
  }
  // One lane: what was looked at last may not be among what is wanted.
  const [last] = await looked(path.lanes[0]!)
    .offset(size - 1)
    .limit(1);
  return { rows, last };
}

/** Where an entity stands now; undefined when there is none of that id. */
export async function findPosition(
  knex: Knex,
  id: number,
): Promise<Position | undefined> {
  return knex('hardening_entity')
    .where({ id })
    .first('id', 'entity_ref', 'owner_ref', 'score', 'assessed_at');
}

/** The scores of entities when a day ended, by id; of those that had one. */
export async function scoresAt(
  knex: Knex,
  ids: readonly number[],
  day: number,
): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await knex('hardening_entity as e')
    .whereIn('e.id', [...ids])
    .select(
      'e.id',
      knex('hardening_history as h')
        .whereRaw('h.entity_id = e.id')
        .where('h.day', '<=', day)
        .orderBy('h.day', 'desc')
        .limit(1)
        .select('h.score')
        .as('score'),
    );
  return new Map(
    rows.flatMap(({ id, score }) => (score === null ? [] : [[id, score]])),
  );
}

const COLUMNS: readonly (keyof DbScorecardRow)[] = [
  'id',
  'entity_ref',
  'title',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'type',
  'lifecycle',
  'status',
  'reason',
  'score',
  'grade',
  'level',
  'coverage',
  'failed',
  'assessed_at',
  'stale_since',
];
