// SPDX-License-Identifier: Apache-2.0
import type { Scorecard } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { describeNotScored } from '../catalog/notScoredReasons';
import { dayOf } from '../database/historyStore';
import { numberOf } from '../database/rows';
import { PENDING, sumOf, type Counts } from '../rollups/counts';
import { findRollup } from '../rollups/rollupStore';
import { visibilityOf } from './access';
import { readCursor, staleCursor, writeCursor, type CursorKey } from './cursor';
import { fillPage } from './fillPage';
import { PAGE, parseInput } from './input';
import type { Operation } from './operation';
import {
  countedGroupOf,
  type ScorecardFilters,
} from './queries/scorecardFilters';
import type { ScorecardOrder } from './queries/scorecardPaths';
import {
  findPosition,
  scoresAt,
  type DbScorecardRow,
  type Position,
} from './queries/scorecards';
import { LIST_QUERY, sortingOf, walkScorecards } from './scorecardQuery';
import { isoOf } from './times';

const querySchema = z.strictObject({ ...LIST_QUERY, ...PAGE });

const CHANGE_DAYS = 30;

/** Entities with their scores. */
export const listScorecards: Operation<'listScorecards'> = async (
  context,
  call,
) => {
  const { knex, now } = context;
  const { limit, cursor, order, ...filters } = parseInput(
    'query',
    querySchema,
    call.request.query,
  );
  const sorting = sortingOf(order);
  const visible = await visibilityOf(context, call);
  const list = ['scorecards', order, filters];
  const after =
    cursor === undefined
      ? undefined
      : await positionOf(
          knex,
          sorting.order,
          readCursor(list, cursor, keyLength(sorting.order), now()),
        );
  const walk = await walkScorecards(knex, filters, sorting);
  const page = await fillPage(walk, limit, after, visible);
  const ids = page.rows.map(({ id }) => id);
  const before = await scoresAt(knex, ids, dayOf(now()) - CHANGE_DAYS);
  const isCounted = !visible && cursor === undefined;
  const needsScore = sorting.order === 'score';
  return {
    items: page.rows.map(row => scorecardOf(row, before.get(row.id))),
    nextCursor:
      page.next && writeCursor(list, keyOf(sorting.order, page.next), now()),
    total: isCounted ? await totalOf(knex, filters, needsScore) : undefined,
  };
};

/** Ids and numbers, so that no cursor gives away a name. */
function keyOf(order: ScorecardOrder, at: Position): CursorKey {
  if (order === 'score') return [at.score!, at.id];
  if (order !== 'assessed') return [at.id];
  const instant = numberOf(at.assessed_at)!;
  return [Math.floor(instant / MILLION), instant % MILLION, at.id];
}

function keyLength(order: ScorecardOrder): number {
  if (order === 'score') return 2;
  return order === 'assessed' ? 3 : 1;
}

/** Numbers of a cursor are small ones: an instant takes two. */
const MILLION = 1_000_000;

/** Where it was by a number, although it may have moved; by a name where it is. */
async function positionOf(
  knex: Knex,
  order: ScorecardOrder,
  key: CursorKey,
): Promise<Position> {
  const id = key.at(-1)!;
  const [first, second] = key;
  const nowhere = { id, entity_ref: '', owner_ref: null };
  if (order === 'score') {
    return { ...nowhere, score: first!, assessed_at: null };
  }
  if (order === 'assessed') {
    const instant = first! * MILLION + second!;
    return { ...nowhere, score: null, assessed_at: instant };
  }
  const position = await findPosition(knex, id);
  if (!position) throw staleCursor('an entity is gone');
  return position;
}

/** How many there are, where counts are kept that tell; else undefined. */
async function totalOf(
  knex: Knex,
  filters: ScorecardFilters,
  needsScore: boolean,
): Promise<number | undefined> {
  const { state, grade, level, reason, rule, text } = filters;
  const group = countedGroupOf(filters);
  const byWhat = [grade, level, reason].filter(one => one !== undefined);
  if (!group || byWhat.length > 1 || rule !== undefined || text !== undefined) {
    return undefined;
  }
  const row = await findRollup(knex, group);
  if (!row) return 0;
  const { grades, levels, reasons, scores }: Counts = JSON.parse(row.counts);
  const pending = reasons[PENDING] ?? 0;
  const states = {
    scored: sumOf(scores),
    pending,
    notScored: sumOf(reasons) - pending,
  };
  const isWanted = (one: keyof typeof states) =>
    (!state || state.includes(one)) && (!needsScore || one === 'scored');
  const pick = (counts: Readonly<Record<string, number>>, keys: string[]) =>
    [...new Set(keys)].reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  if (reason) {
    const others = reason.filter(one => one !== PENDING);
    return isWanted('notScored') ? pick(reasons, others) : 0;
  }
  if (grade) return isWanted('scored') ? pick(grades, grade as string[]) : 0;
  if (level) return isWanted('scored') ? pick(levels, level as string[]) : 0;
  return pick(
    states,
    (['scored', 'pending', 'notScored'] as const).filter(isWanted),
  );
}

function scorecardOf(
  row: DbScorecardRow,
  pointsBefore: number | undefined,
): Scorecard {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner_ref ?? undefined,
    system: row.system_ref ?? undefined,
    domain: row.domain_ref ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    state: row.status,
    points: row.score ?? undefined,
    grade: row.grade ?? undefined,
    level: row.level ?? undefined,
    coverage: row.coverage ?? undefined,
    reason: row.reason ?? undefined,
    notScoredReason:
      row.reason === null ? undefined : describeNotScored(row.reason),
    failed: row.failed ?? undefined,
    pointsBefore,
    assessedAt: isoOf(row.assessed_at),
    staleSince: isoOf(row.stale_since),
  };
}
