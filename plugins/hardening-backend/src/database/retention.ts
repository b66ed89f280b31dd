// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { readClock } from './dialect';
import { dayOf } from './historyStore';
import { deleteSightings } from './sightingStore';
import { TOUCH_MILLISECONDS, unpackListing } from './treeStore';

/** How long things are kept. */
export interface RetentionOptions {
  readonly historyDays: number;
  readonly removedDays: number;
  /** Of scan reports that were replaced. */
  readonly reportDays: number;
}

/**
 * Deletes what is kept for long enough: old history, reports that were replaced,
 * entities that were removed, what images no longer have, repositories that no
 * entity needs, texts that no repository has any more. In small pieces, so that
 * nobody waits.
 */
export async function deleteOld(
  knex: Knex,
  { historyDays, removedDays, reportDays }: RetentionOptions,
  signal?: AbortSignal,
): Promise<void> {
  const now = await readClock(knex);
  const start = now - historyDays * DAY;
  const step = async (deletion: () => Promise<number>) => {
    do signal?.throwIfAborted();
    while ((await deletion()) >= CHUNK);
  };
  await step(() => deleteHistory(knex, dayOf(start)));
  await step(() => deleteTrends(knex, dayOf(start)));
  await step(() =>
    deleteById(knex, 'hardening_change', rows => rows.where('at', '<', start)),
  );
  await step(() =>
    deleteById(knex, 'hardening_entity', rows =>
      rows.where('removed_at', '<', now - removedDays * DAY),
    ),
  );
  await step(() =>
    deleteById(knex, 'hardening_repository', rows =>
      // Nobody works on it, and no entity came to it just now.
      rows
        .whereNotNull('parked_at')
        .where('parked_at', '<', now - DAY)
        .whereNotExists(
          knex('hardening_entity')
            .whereRaw('repository_id = hardening_repository.id')
            .select(knex.raw('1')),
        ),
    ),
  );
  await step(() =>
    deleteById(knex, 'hardening_scan', rows =>
      rows.where('superseded_at', '<', now - reportDays * DAY),
    ),
  );
  await step(() => deleteSightings(knex, now, CHUNK));
  await touchTexts(knex, now, signal);
  await step(() => deleteTexts(knex, now - 3 * TOUCH_MILLISECONDS));
}

const DAY = 86_400_000;
const CHUNK = 500;

function deleteById(
  knex: Knex,
  table: string,
  choose: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  const ids = choose(knex(table)).orderBy('id').limit(CHUNK).select('id');
  return knex(table).whereIn('id', ids).delete();
}

async function deleteHistory(knex: Knex, firstDay: number): Promise<number> {
  const rows = await knex('hardening_history')
    .where('day', '<', firstDay)
    .limit(CHUNK)
    .select('entity_id', 'day');
  for (const row of rows) await knex('hardening_history').where(row).delete();
  return rows.length;
}

/** But for the last one of each group before that day, which holds on it. */
async function deleteTrends(knex: Knex, firstDay: number): Promise<number> {
  const rows = await knex('hardening_rollup_day as old')
    .where('old.day', '<', firstDay)
    .whereExists(
      knex('hardening_rollup_day as newer')
        .whereRaw(
          'newer.dimension = old.dimension AND newer.ref = old.ref AND newer.day > old.day',
        )
        .where('newer.day', '<=', firstDay)
        .select(knex.raw('1')),
    )
    .limit(CHUNK)
    .select('old.dimension', 'old.ref', 'old.day');
  for (const row of rows) {
    await knex('hardening_rollup_day').where(row).delete();
  }
  return rows.length;
}

/** Says of all texts that repositories have that they are used. */
async function touchTexts(
  knex: Knex,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let afterId = 0; ; ) {
    signal?.throwIfAborted();
    const rows = await knex('hardening_listing')
      .where('repository_id', '>', afterId)
      .orderBy('repository_id')
      .limit(LISTINGS)
      .select('repository_id', 'body');
    for (const { body } of rows) {
      const oids = (await unpackListing(body)).flatMap(({ oid }) => oid ?? []);
      for (let start = 0; start < oids.length; start += CHUNK) {
        await knex('hardening_file')
          .whereIn('oid', oids.slice(start, start + CHUNK))
          .where('used_at', '<', now - TOUCH_MILLISECONDS)
          .update({ used_at: now });
      }
    }
    if (rows.length < LISTINGS) return;
    afterId = rows.at(-1)!.repository_id;
  }
}

const LISTINGS = 50;

async function deleteTexts(knex: Knex, before: number): Promise<number> {
  const oids = knex('hardening_file')
    .where('used_at', '<', before)
    .limit(CHUNK)
    .select('oid');
  // Once more: one that came into use meanwhile stays.
  return knex('hardening_file')
    .whereIn('oid', oids)
    .where('used_at', '<', before)
    .delete();
}
