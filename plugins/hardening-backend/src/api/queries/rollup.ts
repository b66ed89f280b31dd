// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';
import type { State } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';

/** Owners of entities by their references. */
export async function listOwners(
  knex: Knex,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<string[]> {
  const list = knex('hardening_entity')
    .whereNull('removed_at')
    .whereNotNull('owner_ref')
    .distinct('owner_ref')
    .orderBy('owner_ref')
    .limit(limit);
  const rows = await (after === undefined
    ? list
    : list.where('owner_ref', '>', after));
  return rows.map(row => row.owner_ref);
}

/** How many entities of an owner stand alike. */
export interface OwnerCount {
  readonly ownerRef: string;
  readonly status: State;
  readonly grade: Grade | null;
  readonly entities: number;
}

/** Counts the entities of some owners. */
export async function countByOwner(
  knex: Knex,
  ownerRefs: readonly string[],
): Promise<OwnerCount[]> {
  const rows = await knex('hardening_entity')
    .whereNull('removed_at')
    .whereIn('owner_ref', ownerRefs)
    .groupBy('owner_ref', 'status', 'grade')
    .select('owner_ref', 'status', 'grade', knex.raw('count(*) AS entities'));
  return rows.map(row => ({
    ownerRef: row.owner_ref,
    status: row.status,
    grade: row.grade,
    entities: Number(row.entities),
  }));
}

/** An entity of an owner. */
export interface OwnedEntity {
  readonly entityRef: string;
  readonly status: State;
  readonly grade: Grade | null;
}

/** Entities of one owner, in no order. */
export async function listOwned(
  knex: Knex,
  ownerRef: string,
  limit: number,
): Promise<OwnedEntity[]> {
  return knex('hardening_entity')
    .whereNull('removed_at')
    .where({ owner_ref: ownerRef })
    .limit(limit)
    .select('entity_ref as entityRef', 'status', 'grade');
}

/** Some entity of an owner, which stands for the owner in a cursor. */
export async function findOwned(
  knex: Knex,
  ownerRef: string,
): Promise<number | undefined> {
  const row = await knex('hardening_entity')
    .whereNull('removed_at')
    .where({ owner_ref: ownerRef })
    .first('id');
  return row?.id;
}

/** The owner of an entity; undefined where it has none. */
export async function findOwner(
  knex: Knex,
  id: number,
): Promise<string | undefined> {
  const row = await knex('hardening_entity').where({ id }).first('owner_ref');
  return row?.owner_ref ?? undefined;
}
