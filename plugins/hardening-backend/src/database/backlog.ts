// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { readClock } from './dialect';

/** How much there is to do, and what does not get done. */
export interface Backlog {
  /** Repositories that are due and that nobody has begun. */
  readonly due: number;
  /** Seconds for which the first of them has been due. */
  readonly oldestSeconds: number;
  /** Repositories that are set aside until someone asks for them. */
  readonly parked: number;
  /** Repositories that could not be read the last time, by why. */
  readonly failing: ReadonlyMap<string, number>;
  /** Entities whose last assessment is out of date. */
  readonly stale: number;
  /** Entities by what is known of them: scored, notScored, pending. */
  readonly entities: ReadonlyMap<string, number>;
}

/** Counts the backlog; for metrics, so not at each request. */
export async function readBacklog(knex: Knex): Promise<Backlog> {
  const now = await readClock(knex);
  const repositories = () => knex('hardening_repository');
  const entities = () => knex('hardening_entity').whereNull('removed_at');
  const [due] = await repositories()
    .whereNull('parked_at')
    .where('due_at', '<=', now)
    .where('lease_until', '<=', now)
    .count('* as count')
    .min('due_at as first');
  const parked = await repositories().whereNotNull('parked_at').count();
  const failing = await repositories()
    .whereNotNull('error_class')
    .groupBy('error_class')
    .select('error_class as name')
    .count('* as count');
  const stale = await entities().whereNotNull('stale_since').count();
  const states = await entities()
    .groupBy('status')
    .select('status as name')
    .count('* as count');
  const { count, first } = due as Record<string, unknown>;
  return {
    due: Number(count),
    oldestSeconds: Number(count) === 0 ? 0 : (now - Number(first)) / 1000,
    parked: onlyValue(parked),
    failing: countsOf(failing),
    stale: onlyValue(stale),
    entities: countsOf(states),
  };
}

function onlyValue([row]: readonly object[]): number {
  return Number(Object.values(row!)[0]);
}

function countsOf(rows: readonly object[]): ReadonlyMap<string, number> {
  return new Map(
    (rows as readonly { name: string; count: number | string }[]).map(
      ({ name, count }) => [name, Number(count)],
    ),
  );
}
