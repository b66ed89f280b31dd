// SPDX-License-Identifier: Apache-2.0
import type { Rollup, RollupPage } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { CountSums } from '../rollups/counts';
import { visibilityOf, type Visibility } from './access';
import { readCursor, staleCursor, writeCursor } from './cursor';
import { describeCounts } from './groupCounts';
import { PAGE, parseInput } from './input';
import type { Operation } from './operation';
import { listMembers } from './queries/groupMembers';
import {
  findGroup,
  listGroups,
  ROLLUP_ORDERS,
  type DbGroupRow,
  type RollupOrder,
} from './queries/rollup';

/** Entities that are looked at one by one: of one group, and for one page. */
const MOST_OF_GROUP = 500;
const MOST_OF_PAGE = 1_000;

const ORDERS = ROLLUP_ORDERS.flatMap(order => [order, `-${order}`] as const);

const querySchema = z.strictObject({
  by: z.enum(['owner', 'system', 'domain']).default('owner'),
  order: z.enum(ORDERS).default('name'),
  ...PAGE,
});

/** Grades by group. */
export const getRollup: Operation<'getRollup'> = async (context, call) => {
  const { knex, now } = context;
  const { query } = call.request;
  const { by, order, limit, cursor } = parseInput('query', querySchema, query);
  const visible = await visibilityOf(context, call);
  const list = ['rollup', by, order];
  let after: DbGroupRow | undefined;
  if (cursor !== undefined) {
    const [id] = readCursor(list, cursor, 1, now());
    after = await findGroup(knex, id!);
    if (!after) throw staleCursor('a group is gone');
  }
  // The order of all counts would tell of what the caller may not see.
  const sorted = visible ? 'name' : order;
  const found = await listGroups(knex, {
    dimension: by,
    order: sorted.replace('-', '') as RollupOrder,
    isDescending: sorted.startsWith('-'),
    limit: limit + 1,
    after,
  });
  const groups = found.slice(0, limit);
  const { items, last } = visible
    ? await countVisible(knex, groups, visible)
    : { items: groups.map(rollupOf), last: groups.at(-1) };
  const isMore = last !== undefined && last !== found.at(-1);
  return {
    items,
    nextCursor: isMore ? writeCursor(list, [last.id], now()) : undefined,
  };
};

function rollupOf({ ref, counts }: DbGroupRow): Rollup {
  return { ref, ...describeCounts(JSON.parse(counts)), partial: false };
}

/** Roll-ups, and the group up to which they go. */
interface Counted {
  readonly items: RollupPage['items'];
  readonly last: DbGroupRow | undefined;
}

/** One by one, as far as that is affordable; groups of nothing visible stay out. */
async function countVisible(
  knex: Knex,
  groups: readonly DbGroupRow[],
  visible: Visibility,
): Promise<Counted> {
  const items: Rollup[] = [];
  let last: DbGroupRow | undefined;
  let left = MOST_OF_PAGE;
  for (const group of groups) {
    if (left <= 0) break;
    const found = await listMembers(knex, group, MOST_OF_GROUP);
    const { members, hasMore } = found;
    const seen = await visible(members.map(one => one.entity_ref));
    const sums = new CountSums();
    for (const one of members) if (seen.has(one.entity_ref)) sums.add(one, 1);
    if (!sums.isNothing) {
      const counts = describeCounts(sums.counts);
      items.push({ ref: group.ref, ...counts, partial: hasMore });
    }
    left -= members.length;
    last = group;
  }
  return { items, last };
}
