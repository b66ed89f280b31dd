// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { ReadScan } from '../scans/readScan';
import { isPostgres, rowsOf } from './dialect';
import { dayOf } from './historyStore';
import { wholeText } from './rows';

/** Beyond the week in which it was seen last. */
export const SIGHTING_DAYS = 90;

/**
 * Notes what a report saw on the day on which it was made. Of a vulnerability
 * the first day stays, and the last grows by whole weeks, so that most reports
 * write nothing.
 */
export async function saveSightings(
  transaction: Knex.Transaction,
  { image, sightings }: Pick<ReadScan, 'image' | 'sightings'>,
  madeAt: number,
): Promise<void> {
  const firstDay = dayOf(madeAt);
  const lastDay = endOfWeek(firstDay);
  const pairs = isPostgres(transaction)
    ? 'SELECT value->>0 AS vulnerability, value->>1 AS package FROM jsonb_array_elements(?::jsonb)'
    : "SELECT json_extract(value, '$[0]') AS vulnerability, json_extract(value, '$[1]') AS package FROM json_each(?)";
  for (const piece of sightings) {
    await transaction.raw(
      `INSERT INTO hardening_vulnerability_seen AS seen
         (image, vulnerability, package, first_day, last_day)
       SELECT ?, vulnerability, package, ?, ? FROM (${pairs}) AS pairs
       WHERE true
       ON CONFLICT (image, vulnerability, package) DO UPDATE SET
         first_day = CASE WHEN excluded.first_day < seen.first_day
           THEN excluded.first_day ELSE seen.first_day END,
         last_day = CASE WHEN excluded.last_day > seen.last_day
           THEN excluded.last_day ELSE seen.last_day END
       WHERE excluded.first_day < seen.first_day
         OR excluded.last_day > seen.last_day`,
      [wholeText(image), firstDay, lastDay, piece],
    );
  }
}

/**
 * The first days of what was seen in an image.
 *
 * @returns JSON: days since 1970 by the key that the engine has for it
 */
export async function loadFirstDays(
  knex: Knex,
  image: string,
): Promise<string> {
  const [row] = rowsOf(
    await knex.raw(
      isPostgres(knex)
        ? `SELECT json_object_agg(vulnerability || ' ' || package, first_day)::text AS days
           FROM hardening_vulnerability_seen WHERE image = ?`
        : `SELECT json_group_object(vulnerability || ' ' || package, first_day) AS days
           FROM hardening_vulnerability_seen WHERE image = ?`,
      [image],
    ),
  );
  return String(row?.days ?? '{}');
}

/** Deletes some of what was not seen for long enough; returns how many. */
export async function deleteSightings(
  knex: Knex,
  now: number,
  most: number,
): Promise<number> {
  const rows = await knex('hardening_vulnerability_seen')
    .where('last_day', '<', dayOf(now) - SIGHTING_DAYS)
    .limit(most)
    .select('image', 'vulnerability', 'package', 'last_day');
  // With its day: one that is seen again meanwhile stays.
  for (const row of rows) {
    await knex('hardening_vulnerability_seen').where(row).delete();
  }
  return rows.length;
}

function endOfWeek(day: number): number {
  return day - (day % 7) + 6;
}
