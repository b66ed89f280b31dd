// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { numberOf } from '../database/rows';
import { quantileOf, sumOf, type Counts } from './counts';

/** What entities are counted by. */
export const DIMENSIONS = [
  'organisation',
  'owner',
  'system',
  'domain',
  'type',
  'lifecycle',
] as const;

/** One of them. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Entities that are counted together. */
export interface Group {
  readonly dimension: Dimension;
  /** Of the owner and so on; empty for the organisation. */
  readonly ref: string;
}

/** All entities. */
export const ORGANISATION: Group = { dimension: 'organisation', ref: '' };

/** The columns that both tables of roll-ups have. */
export interface DbRollupRow {
  readonly dimension: Dimension;
  readonly ref: string;
  readonly entities: number;
  readonly scored: number;
  /** -1 where none has a score. */
  readonly median: number;
  readonly tenth: number;
  /** JSON of {@link Counts}. */
  readonly counts: string;
}

/** How a group stood when a day ended on which that changed. */
export interface DbTrendRow {
  /** Since 1970, in UTC. */
  readonly day: number;
  readonly scored: number;
  readonly median: number;
  readonly tenth: number;
}

/** The counts of a group as they are kept. */
export function rollupRow(group: Group, counts: Counts): DbRollupRow {
  const scored = sumOf(counts.scores);
  return {
    dimension: group.dimension,
    ref: group.ref,
    entities: scored + sumOf(counts.reasons),
    scored,
    median: quantileOf(counts.scores, 0.5) ?? NONE,
    tenth: quantileOf(counts.scores, 0.1) ?? NONE,
    counts: JSON.stringify(counts),
  };
}

const NONE = -1;

/** The counts of a group; undefined when no entity belongs to it. */
export async function findRollup(
  knex: Knex,
  { dimension, ref }: Group,
): Promise<DbRollupRow | undefined> {
  return knex('hardening_rollup').where({ dimension, ref }).first();
}

/** Names of the groups of a dimension, by name. */
export async function listGroupRefs(
  knex: Knex,
  dimension: Dimension,
  limit: number,
): Promise<string[]> {
  return knex('hardening_rollup')
    .where({ dimension })
    .orderBy('ref')
    .limit(limit)
    .pluck('ref');
}

/**
 * How a group stood from a day on, oldest first, after how it stood when that
 * day began.
 */
export async function listTrendRows(
  knex: Knex,
  { dimension, ref }: Group,
  fromDay: number,
): Promise<DbTrendRow[]> {
  const own = () => knex('hardening_rollup_day').where({ dimension, ref });
  const before = await own()
    .where('day', '<=', fromDay)
    .orderBy('day', 'desc')
    .first('day');
  const rows = await own()
    .where('day', '>=', numberOf(before?.day) ?? fromDay)
    .orderBy('day')
    .select('day', 'scored', 'median', 'tenth');
  return rows;
}
