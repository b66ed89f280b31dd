// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { CountedRow } from '../../rollups/counts';
import type { Group } from '../../rollups/rollupStore';
import { GROUP_COLUMNS } from './scorecardFilters';

/** An entity of a group, as far as it is counted. */
export interface GroupMember extends CountedRow {
  readonly entity_ref: string;
  readonly type: string | null;
  readonly lifecycle: string | null;
}

/** What was found among so many entities. */
export interface FoundMembers {
  readonly members: readonly GroupMember[];
  /** Whether there may be others. */
  readonly hasMore: boolean;
}

/** The first entities of a group, by name. */
export async function listMembers(
  knex: Knex,
  { dimension, ref }: Group,
  limit: number,
): Promise<FoundMembers> {
  const rows = knex('hardening_entity')
    .whereNull('removed_at')
    .orderBy('entity_ref')
    .limit(limit + 1)
    .select(
      'entity_ref',
      'type',
      'lifecycle',
      'status',
      'reason',
      'score',
      'grade',
      'level',
    );
  if (dimension === 'owner') {
    rows.whereRaw("COALESCE(owner_ref, '') = ?", [ref]);
  } else if (dimension === 'system' || dimension === 'domain') {
    rows.where(GROUP_COLUMNS[dimension], ref);
  }
  const looked: GroupMember[] = await rows;
  // Of these there is no index: so many are looked at, whatever they are.
  const isMember = (row: GroupMember) =>
    (dimension !== 'type' && dimension !== 'lifecycle') ||
    row[dimension] === ref;
  return {
    members: looked.slice(0, limit).filter(isMember),
    hasMore: looked.length > limit,
  };
}
