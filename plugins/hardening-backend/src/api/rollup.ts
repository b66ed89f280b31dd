// SPDX-License-Identifier: Apache-2.0
import type { Rollup, RollupPage } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { visibilityOf, type Visibility } from './access';
import { readCursor, staleCursor, writeCursor } from './cursor';
import { PAGE, parseInput } from './input';
import type { Operation } from './operation';
import {
  countByOwner,
  findOwned,
  findOwner,
  listOwned,
  listOwners,
  type OwnerCount,
} from './queries/rollup';

/** Entities that are looked at one by one: of one owner, and for one page. */
const MOST_OF_OWNER = 500;
const MOST_OF_PAGE = 1_000;

const LIST = ['rollup'];
const querySchema = z.strictObject(PAGE);

/** Grades by owner. */
export const getRollup: Operation<'getRollup'> = async (context, call) => {
  const { knex, now } = context;
  const { query } = call.request;
  const { limit, cursor } = parseInput('query', querySchema, query);
  const visible = await visibilityOf(context, call);
  let after: string | undefined;
  if (cursor !== undefined) {
    const [id] = readCursor(LIST, cursor, 1, now());
    after = await findOwner(knex, id!);
    if (after === undefined) throw staleCursor('an entity is gone');
  }
  const found = await listOwners(knex, { limit: limit + 1, after });
  const owners = found.slice(0, limit);
  const { items, last } = visible
    ? await countVisible(knex, owners, visible)
    : await countAll(knex, owners);
  const isMore = last !== undefined && last !== found.at(-1);
  const next = isMore ? await findOwned(knex, last) : undefined;
  return {
    items,
    nextCursor:
      next === undefined ? undefined : writeCursor(LIST, [next], now()),
  };
};

/** Roll-ups, and the owner up to whom they go. */
interface Counted {
  readonly items: RollupPage['items'];
  readonly last: string | undefined;
}

async function countAll(
  knex: Knex,
  owners: readonly string[],
): Promise<Counted> {
  const counts = await countByOwner(knex, owners);
  const byOwner = new Map<string, OwnerCount[]>();
  for (const count of counts) {
    const own = byOwner.get(count.ownerRef);
    if (own) own.push(count);
    else byOwner.set(count.ownerRef, [count]);
  }
  const items = owners.map(owner => rollupOf(owner, byOwner.get(owner) ?? []));
  return { items, last: owners.at(-1) };
}

/** One by one, as far as that is affordable; owners of nothing visible stay out. */
async function countVisible(
  knex: Knex,
  owners: readonly string[],
  visible: Visibility,
): Promise<Counted> {
  const items: Rollup[] = [];
  let last: string | undefined;
  let left = MOST_OF_PAGE;
  for (const owner of owners) {
    if (left <= 0) break;
    const owned = await listOwned(knex, owner, MOST_OF_OWNER + 1);
    const looked = owned.slice(0, MOST_OF_OWNER);
    const seen = await visible(looked.map(({ entityRef }) => entityRef));
    const counts = looked
      .filter(({ entityRef }) => seen.has(entityRef))
      .map(one => ({ ...one, ownerRef: owner, entities: 1 }));
    const partial = owned.length > looked.length;
    if (counts.length > 0) items.push(rollupOf(owner, counts, partial));
    left -= looked.length;
    last = owner;
  }
  return { items, last };
}

function rollupOf(
  owner: string,
  counts: readonly OwnerCount[],
  partial = false,
): Rollup {
  const grades = { A: 0, B: 0, C: 0, D: 0, E: 0, F: 0 };
  let scored = 0;
  let all = 0;
  for (const { status, grade, entities } of counts) {
    all += entities;
    if (status !== 'scored' || grade === null) continue;
    scored += entities;
    grades[grade] += entities;
  }
  return { owner, entities: all, scored, grades, partial };
}
