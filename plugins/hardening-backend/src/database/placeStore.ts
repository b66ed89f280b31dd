// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { digestOf } from '../scans/scanSlot';

/**
 * When each folder of a tree was seen first: entities come and go, and what was
 * there before is not new because somebody describes it again.
 *
 * @param now - for those that were not seen before, which is noted
 * @returns by path
 */
export async function firstSeenOf(
  knex: Knex,
  {
    url,
    paths,
    now,
  }: {
    readonly url: string;
    readonly paths: readonly string[];
    readonly now: number;
  },
): Promise<ReadonlyMap<string, number>> {
  const places = new Map(
    paths.map(path => [digestOf(JSON.stringify([url, path])), path]),
  );
  const seen = new Map<string, number>();
  const all = [...places.keys()];
  for (let start = 0; start < all.length; start += CHUNK) {
    const some = all.slice(start, start + CHUNK);
    const rows = await knex('hardening_place')
      .whereIn('place', some)
      .select('place', 'first_seen_at');
    const known = new Map(
      rows.map(row => [row.place, Number(row.first_seen_at)]),
    );
    const added = some.filter(place => !known.has(place));
    if (added.length > 0) {
      await knex('hardening_place')
        .insert(added.map(place => ({ place, first_seen_at: now })))
        .onConflict('place')
        .ignore();
    }
    for (const place of some) {
      seen.set(places.get(place)!, known.get(place) ?? now);
    }
  }
  return seen;
}

const CHUNK = 500;
