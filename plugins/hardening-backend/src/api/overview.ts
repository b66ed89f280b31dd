// SPDX-License-Identifier: Apache-2.0
import { InputError } from '@backstage/errors';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { describeNotScored } from '../catalog/notScoredReasons';
import { dayOf } from '../database/historyStore';
import { CountSums, NO_COUNTS, PENDING, type Counts } from '../rollups/counts';
import {
  findRollup,
  listGroupRefs,
  listTrendRows,
  type DbTrendRow,
  type Group,
} from '../rollups/rollupStore';
import { visibilityOf, type Visibility } from './access';
import { describeCounts } from './groupCounts';
import { parseInput, wholeNumber } from './input';
import type { Operation } from './operation';
import type { Reason } from './queries/entity';
import { listMembers } from './queries/groupMembers';
import { countedGroupOf } from './queries/scorecardFilters';
import { GROUP_QUERY } from './scorecardQuery';
import { isoDayOf } from './times';

const querySchema = z.strictObject({
  ...GROUP_QUERY,
  days: wholeNumber(1, 400).default(90),
});

/** Entities that are looked at one by one. */
const MOST_LOOKED = 1_000;
const MOST_NAMES = 100;

/** How the entities of a group stand, and stood. */
export const getScorecardOverview: Operation<'getScorecardOverview'> = async (
  context,
  call,
) => {
  const { knex, now } = context;
  const { days, ...groups } = parseInput(
    'query',
    querySchema,
    call.request.query,
  );
  const group = countedGroupOf(groups);
  if (!group) {
    throw new InputError(
      'The query is wrong: counts are kept by one of owner, system, domain, type and lifecycle at a time; ask by one of them',
    );
  }
  const visible = await visibilityOf(context, call);
  const { counts, ...rest } = visible
    ? await countVisible(knex, group, visible)
    : await countAll(knex, group, dayOf(now()) - days + 1);
  return {
    ...describeCounts(counts),
    scores: Object.entries(counts.scores).map(([points, entities]) => ({
      points: Number(points),
      entities,
    })),
    reasons: reasonsOf(counts),
    ...rest,
  };
};

/** What is answered of a group beside what follows from its counts. */
interface Looked
  extends Pick<
    ScorecardOverview,
    'types' | 'lifecycles' | 'partial' | 'trend'
  > {
  readonly counts: Counts;
}

async function countAll(
  knex: Knex,
  group: Group,
  fromDay: number,
): Promise<Looked> {
  const [row, types, lifecycles, trend] = await Promise.all([
    findRollup(knex, group),
    listGroupRefs(knex, 'type', MOST_NAMES),
    listGroupRefs(knex, 'lifecycle', MOST_NAMES),
    listTrendRows(knex, group, fromDay),
  ]);
  return {
    counts: row ? JSON.parse(row.counts) : NO_COUNTS,
    types,
    lifecycles,
    trend: trend.map(trendPointOf),
    partial: false,
  };
}

/** One by one, as far as that is affordable. */
async function countVisible(
  knex: Knex,
  group: Group,
  visible: Visibility,
): Promise<Looked> {
  const { members, hasMore } = await listMembers(knex, group, MOST_LOOKED);
  const seen = await visible(members.map(one => one.entity_ref));
  const sums = new CountSums();
  const own = members.filter(one => seen.has(one.entity_ref));
  for (const one of own) sums.add(one, 1);
  return {
    counts: sums.counts,
    types: namesOf(own.map(one => one.type)),
    lifecycles: namesOf(own.map(one => one.lifecycle)),
    partial: hasMore,
  };
}

function namesOf(names: readonly (string | null)[]): string[] {
  const some = new Set(names.flatMap(name => name ?? []));
  return [...some].sort().slice(0, MOST_NAMES);
}

function reasonsOf({ reasons }: Counts): ScorecardOverview['reasons'] {
  return Object.entries(reasons)
    .filter(([reason]) => reason !== PENDING)
    .map(([reason, entities]) => ({
      reason,
      sentence: describeNotScored(reason as Reason),
      entities,
    }))
    .sort((a, b) => b.entities - a.entities || (a.reason < b.reason ? -1 : 1));
}

function trendPointOf({ day, scored, median, tenth }: DbTrendRow) {
  const isKnown = scored > 0;
  return {
    day: isoDayOf(day),
    scored,
    ...(isKnown && { median, tenth }),
  };
}
