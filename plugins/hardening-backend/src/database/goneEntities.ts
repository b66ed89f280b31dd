// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { withRollups } from '../rollups/withRollups';
import { numberOf } from './rows';

/** What became of entities that the catalog no longer has. */
export interface GoneEntities {
  readonly removed: number;
  /** Too many at once: they stay until they have been missing for an hour. */
  readonly held: number;
}

/**
 * Removes entities that the catalog did not have twice in a row. Many at once
 * are rather taken for a catalog that is not well, and stay for an hour.
 *
 * @param seen - the references of all that it has now
 */
export async function removeGone(
  knex: Knex,
  seen: ReadonlySet<string>,
  now: number,
): Promise<GoneEntities> {
  let live = 0;
  const gone: { readonly id: number; readonly since: number | undefined }[] =
    [];
  for (let afterId = 0; ; ) {
    const rows = await knex('hardening_entity')
      .whereNull('removed_at')
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'entity_ref', 'gone_since');
    for (const { id, entity_ref: ref, gone_since: since } of rows) {
      if (!seen.has(ref)) gone.push({ id, since: numberOf(since) });
    }
    live += rows.length;
    if (rows.length < PAGE) break;
    afterId = rows.at(-1)!.id;
  }
  const isMass = gone.length > Math.max(FEW, live * LARGE_PART);
  const removable = gone.filter(
    ({ since }) =>
      since !== undefined && (!isMass || now - since > HOUR_MILLISECONDS),
  );
  const missing = gone.filter(({ since }) => since === undefined);
  await update(knex, missing, { gone_since: now });
  await update(knex, removable, { removed_at: now });
  const removed = removable.length;
  return { removed, held: isMass ? gone.length - removed : 0 };
}

async function update(
  knex: Knex,
  entities: readonly { readonly id: number }[],
  columns: object,
): Promise<void> {
  for (let start = 0; start < entities.length; start += CHUNK) {
    const ids = entities.slice(start, start + CHUNK).map(({ id }) => id);
    const chosen = (rows: Knex.QueryBuilder) => rows.whereIn('id', ids);
    await knex.transaction(transaction =>
      withRollups(transaction, chosen, async counted => {
        await chosen(counted('hardening_entity'))
          .whereNull('removed_at')
          .update(columns);
      }),
    );
  }
}

const PAGE = 2_000;
const CHUNK = 500;
const FEW = 10;
const LARGE_PART = 0.1;
const HOUR_MILLISECONDS = 3_600_000;
