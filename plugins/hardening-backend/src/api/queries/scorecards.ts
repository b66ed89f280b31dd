// SPDX-License-Identifier: Apache-2.0
import type { Grade, MaturityLevel } from '@plimsoll/model';
import type { State } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import type { Reason } from './entity';

/** An entity of a list, as the database has it. */
export interface DbScorecardRow {
  readonly id: number;
  readonly entity_ref: string;
  readonly title: string | null;
  readonly owner_ref: string | null;
  readonly system_ref: string | null;
  readonly type: string | null;
  readonly lifecycle: string | null;
  readonly status: State;
  readonly reason: Reason | null;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly level: MaturityLevel | null;
  readonly coverage: number | null;
  readonly assessed_at: number | string | null;
  readonly stale_since: number | string | null;
}

/** Which entities are wanted. */
export interface ScorecardFilters {
  readonly ownerRef?: string | undefined;
  readonly systemRef?: string | undefined;
  readonly grades?: readonly Grade[] | undefined;
}

/** Which piece of a list is wanted. */
export interface PieceOf<Key> {
  readonly isDescending: boolean;
  readonly limit: number;
  /** Begins behind this one. */
  readonly after: Key | undefined;
}

/** Where an entity stands by its score. */
export interface ScoreKey {
  readonly score: number;
  readonly id: number;
}

/**
 * Entities that have a score, by it. Each grade is walked by itself: among
 * others it might begin at the far end of the index.
 */
export async function listByScore(
  knex: Knex,
  { grades, ownerRef, systemRef }: ScorecardFilters,
  piece: PieceOf<ScoreKey>,
): Promise<DbScorecardRow[]> {
  const { isDescending, limit, after } = piece;
  const direction = isDescending ? 'desc' : 'asc';
  const walk = (grade?: Grade): Promise<DbScorecardRow[]> => {
    const list = knex('hardening_entity')
      // As the indexes have it, word by word: SQLite looks no deeper.
      .whereRaw("status = 'scored' AND removed_at IS NULL")
      .where({
        ...(ownerRef !== undefined && { owner_ref: ownerRef }),
        ...(systemRef !== undefined && { system_ref: systemRef }),
        ...(grade !== undefined && { grade }),
      })
      .orderBy('score', direction)
      .orderBy('id', direction)
      .limit(limit)
      .select(COLUMNS);
    return after === undefined
      ? list
      : list.whereRaw(`(score, id) ${isDescending ? '<' : '>'} (?, ?)`, [
          after.score,
          after.id,
        ]);
  };
  if (!grades) return walk();
  const pieces = await Promise.all([...new Set(grades)].map(walk));
  const sign = isDescending ? -1 : 1;
  return pieces
    .flat()
    .sort((a, b) => sign * (a.score! - b.score! || a.id - b.id))
    .slice(0, limit);
}

/** All entities by their references. */
export async function listByName(
  knex: Knex,
  { isDescending, limit, after }: PieceOf<string>,
): Promise<DbScorecardRow[]> {
  const list = knex('hardening_entity')
    .whereNull('removed_at')
    .orderBy('entity_ref', isDescending ? 'desc' : 'asc')
    .limit(limit)
    .select(COLUMNS);
  return after === undefined
    ? list
    : list.where('entity_ref', isDescending ? '<' : '>', after);
}

/** What an entity is called; undefined when there is none of that id. */
export async function findRef(
  knex: Knex,
  id: number,
): Promise<string | undefined> {
  const row = await knex('hardening_entity').where({ id }).first('entity_ref');
  return row?.entity_ref;
}

const COLUMNS: readonly (keyof DbScorecardRow)[] = [
  'id',
  'entity_ref',
  'title',
  'owner_ref',
  'system_ref',
  'type',
  'lifecycle',
  'status',
  'reason',
  'score',
  'grade',
  'level',
  'coverage',
  'assessed_at',
  'stale_since',
];
