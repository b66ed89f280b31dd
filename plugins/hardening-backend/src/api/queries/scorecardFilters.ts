// SPDX-License-Identifier: Apache-2.0
import type { Grade, MaturityLevel } from '@plimsoll/model';
import type { State } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database/dialect';
import { ORGANISATION, type Group } from '../../rollups/rollupStore';

/** Which entities are wanted: all filters together. */
export interface ScorecardFilters {
  readonly owner?: string | undefined;
  readonly system?: string | undefined;
  readonly domain?: string | undefined;
  readonly type?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly state?: readonly State[] | undefined;
  readonly grade?: readonly Grade[] | undefined;
  readonly level?: readonly MaturityLevel[] | undefined;
  readonly reason?: readonly string[] | undefined;
  readonly rule?: string | undefined;
  readonly text?: string | undefined;
}

/** The columns of the groups that entities are filtered by. */
export const GROUP_COLUMNS = {
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  type: 'type',
  lifecycle: 'lifecycle',
} as const;

const GROUPS = Object.keys(
  GROUP_COLUMNS,
) as readonly (keyof typeof GROUP_COLUMNS)[];

/** The groups to which entities have to belong. */
export function groupsOf(filters: ScorecardFilters): readonly Group[] {
  return GROUPS.flatMap(dimension => {
    const ref = filters[dimension];
    return ref === undefined ? [] : [{ dimension, ref }];
  });
}

/** The group by which all of them are counted; undefined where there is none. */
export function countedGroupOf(filters: ScorecardFilters): Group | undefined {
  const groups = groupsOf(filters);
  return groups.length > 1 ? undefined : groups[0] ?? ORGANISATION;
}

/** Says of columns of an entity which values are wanted. */
export function whereWanted(
  knex: Knex,
  where: Knex.QueryBuilder,
  filters: ScorecardFilters,
): void {
  for (const { dimension, ref } of groupsOf(filters)) {
    where.where(GROUP_COLUMNS[dimension as keyof typeof GROUP_COLUMNS], ref);
  }
  const { state, grade, level, reason, rule, text } = filters;
  if (state) where.whereIn('status', [...state]);
  if (grade) where.whereIn('grade', [...grade]);
  if (level) where.whereIn('level', [...level]);
  if (reason) where.whereIn('reason', [...reason]);
  if (rule !== undefined) {
    where.whereExists(
      knex('hardening_finding as f')
        .whereRaw('f.entity_id = looked.id AND f.scored = 1')
        .where('f.rule', rule)
        .select(knex.raw('1')),
    );
  }
  if (text !== undefined) {
    const position = isPostgres(knex) ? 'strpos' : 'instr';
    const lower = text.toLowerCase();
    where.whereRaw(
      `(${position}(entity_ref, ?) > 0 OR ${position}(lower(COALESCE(title, '')), ?) > 0)`,
      [lower, lower],
    );
  }
}
