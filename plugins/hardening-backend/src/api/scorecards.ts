// SPDX-License-Identifier: Apache-2.0
import { InputError } from '@backstage/errors';
import { GRADES } from '@plimsoll/model';
import type { Scorecard } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { describeNotScored } from '../catalog/notScoredReasons';
import { visibilityOf } from './access';
import { readCursor, staleCursor, writeCursor, type CursorKey } from './cursor';
import { fillPage, type Walk } from './fillPage';
import { entityRef, listOf, PAGE, parseInput } from './input';
import type { Operation } from './operation';
import {
  findRef,
  listByName,
  listByScore,
  type DbScorecardRow,
  type ScorecardFilters,
} from './queries/scorecards';
import { isoOf } from './times';

const querySchema = z.strictObject({
  owner: entityRef('group').optional(),
  system: entityRef('system').optional(),
  grade: listOf(GRADES),
  order: z.enum(['score', '-score', 'name', '-name']).default('score'),
  ...PAGE,
});

/** Entities with their scores. */
export const listScorecards: Operation<'listScorecards'> = async (
  context,
  call,
) => {
  const { knex, now } = context;
  const { limit, cursor, order, ...query } = parseInput(
    'query',
    querySchema,
    call.request.query,
  );
  const { owner: ownerRef, system: systemRef, grade: grades } = query;
  const filters = { ownerRef, systemRef, grades };
  const isFiltered = Object.values(filters).some(value => value !== undefined);
  const isByScore = order.endsWith('score');
  if (isFiltered && !isByScore) {
    throw new InputError(
      'The query is wrong: by name there are no filters; ask by score, or without them',
    );
  }
  const visible = await visibilityOf(context, call);
  const list = ['scorecards', order, filters];
  const key =
    cursor === undefined
      ? undefined
      : readCursor(list, cursor, isByScore ? 2 : 1, now());
  const isDescending = order.startsWith('-');
  const walk = isByScore
    ? walkByScore(knex, filters, isDescending)
    : walkByName(knex, isDescending);
  const page = await fillPage(walk, limit, key, visible);
  return {
    items: page.rows.map(scorecardOf),
    nextCursor: page.next && writeCursor(list, page.next, now()),
  };
};

function walkByScore(
  knex: Knex,
  filters: ScorecardFilters,
  isDescending: boolean,
): Walk<DbScorecardRow, CursorKey> {
  return {
    list(key, limit) {
      const after = key && { score: key[0]!, id: key[1]! };
      return listByScore(knex, filters, { isDescending, limit, after });
    },
    keyOf: ({ score, id }) => [score!, id],
    entityRefOf: row => row.entity_ref,
  };
}

/** The key is the id, so that no cursor gives away a name. */
function walkByName(
  knex: Knex,
  isDescending: boolean,
): Walk<DbScorecardRow, CursorKey> {
  return {
    async list(key, limit) {
      const after = key && (await findRef(knex, key[0]!));
      if (key && after === undefined) throw staleCursor('an entity is gone');
      return listByName(knex, { isDescending, limit, after });
    },
    keyOf: ({ id }) => [id],
    entityRefOf: row => row.entity_ref,
  };
}

function scorecardOf(row: DbScorecardRow): Scorecard {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner_ref ?? undefined,
    system: row.system_ref ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    state: row.status,
    points: row.score ?? undefined,
    grade: row.grade ?? undefined,
    level: row.level ?? undefined,
    coverage: row.coverage ?? undefined,
    notScoredReason:
      row.reason === null ? undefined : describeNotScored(row.reason),
    assessedAt: isoOf(row.assessed_at),
    staleSince: isoOf(row.stale_since),
  };
}
