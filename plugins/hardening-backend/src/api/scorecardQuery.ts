// SPDX-License-Identifier: Apache-2.0
import { GRADES, MATURITY_LEVELS } from '@plimsoll/model';
import type { Knex } from 'knex';
import { z } from 'zod';
import { findRollup } from '../rollups/rollupStore';
import type { Walk } from './fillPage';
import { entityRef, listOf, textUpTo } from './input';
import { groupsOf, type ScorecardFilters } from './queries/scorecardFilters';
import {
  pathOf,
  SCORECARD_ORDERS,
  type ScorecardOrder,
} from './queries/scorecardPaths';
import {
  listPiece,
  type DbScorecardRow,
  type Position,
} from './queries/scorecards';

/** The group whose entities are wanted. */
export const GROUP_QUERY = {
  owner: entityRef('group').optional(),
  system: entityRef('system').optional(),
  domain: entityRef('domain').optional(),
  type: textUpTo(200).optional(),
  lifecycle: textUpTo(200).optional(),
};

const ORDERS = SCORECARD_ORDERS.flatMap(order => [order, `-${order}`] as const);
const STATES = ['scored', 'notScored', 'pending'] as const;
const MOST_REASONS = 20;

/** Which entities, and in which order. */
export const LIST_QUERY = {
  ...GROUP_QUERY,
  state: listOf(STATES),
  grade: listOf(GRADES),
  level: listOf(MATURITY_LEVELS),
  reason: z.preprocess(
    value => (value === undefined ? undefined : [value].flat()),
    z.array(textUpTo(100)).max(MOST_REASONS).optional(),
  ),
  rule: textUpTo(200).optional(),
  text: textUpTo(100).optional(),
  order: z.enum(ORDERS).default('score'),
};

/** By what a list is sorted, and which way. */
export interface Sorting {
  readonly order: ScorecardOrder;
  readonly isDescending: boolean;
}

/** @param order - with a minus for downwards */
export function sortingOf(order: (typeof ORDERS)[number]): Sorting {
  const isDescending = order.startsWith('-');
  return {
    order: (isDescending ? order.slice(1) : order) as ScorecardOrder,
    isDescending,
  };
}

/** Finds the way along the entities that are wanted. */
export async function walkScorecards(
  knex: Knex,
  filters: ScorecardFilters,
  { order, isDescending }: Sorting,
): Promise<Walk<DbScorecardRow, Position>> {
  const path = pathOf(order, filters, await groupSize(knex, filters));
  return {
    list: (after, size) =>
      listPiece(knex, path, filters, { isDescending, size, after }),
    entityRefOf: row => row.entity_ref,
    isExact: path.isExact,
  };
}

/** Of the group that a path would choose. */
async function groupSize(
  knex: Knex,
  filters: ScorecardFilters,
): Promise<number> {
  const group = groupsOf(filters).find(
    ({ dimension }) => dimension !== 'type' && dimension !== 'lifecycle',
  );
  if (!group) return Infinity;
  return (await findRollup(knex, group))?.entities ?? 0;
}
