// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { withRollups, type CountedTransaction } from '../rollups/withRollups';
import { isPostgres, nowSql } from './dialect';
import { PRIORITY } from './repositoryQueue';
import { wholeText } from './rows';

/** Where the files of an entity are, or why that cannot be told. */
export type KnownSource =
  | {
      readonly tree: string;
      /** Of the tree; empty for local folders. */
      readonly host: string;
      readonly path: string;
    }
  | { readonly reason: string };

/** An entity as the catalog describes it. */
export interface CatalogEntity {
  readonly entityRef: string;
  readonly title: string | undefined;
  readonly ownerRef: string | undefined;
  readonly systemRef: string | undefined;
  /** Of its system. */
  readonly domainRef: string | undefined;
  readonly type: string | undefined;
  readonly lifecycle: string | undefined;
  readonly source: KnownSource;
}

/**
 * Takes over what the catalog says; entities that are as they were are not
 * written. One that is new in a repository makes that due.
 *
 * @returns how many were written
 */
export async function saveEntities(
  knex: Knex,
  entities: readonly CatalogEntity[],
): Promise<number> {
  const repositories = await repositoryIdsOf(knex, entities);
  const rows = await knex('hardening_entity')
    .whereIn(
      'entity_ref',
      entities.map(({ entityRef }) => entityRef),
    )
    .select('id', 'gone_since', 'removed_at', 'reason', ...DESCRIBED);
  const known = new Map<string, DbEntityRow>(
    rows.map(row => [row.entity_ref, row]),
  );
  const changes = entities
    .map(entity => {
      const row = known.get(entity.entityRef);
      return { row, wanted: wantedColumns(entity, row, repositories) };
    })
    .filter(({ row, wanted }) => !row || !isAsWanted(row, wanted));
  const added = changes.filter(({ row }) => !row).map(({ wanted }) => wanted);
  for (let start = 0; start < added.length; start += CHUNK) {
    const some = added.slice(start, start + CHUNK);
    await knex.transaction(transaction => addEntities(transaction, some));
  }
  for (const { row, wanted } of changes) {
    if (!row) continue;
    await knex.transaction(transaction =>
      changeEntity(transaction, row, wanted),
    );
  }
  return changes.length;
}

/** What an entity is, as far as the catalog decides it. */
interface DescribedColumns {
  readonly entity_ref: string;
  readonly title: string | null;
  readonly owner_ref: string | null;
  readonly system_ref: string | null;
  readonly domain_ref: string | null;
  readonly type: string | null;
  readonly lifecycle: string | null;
  readonly repository_id: number | null;
  readonly path: string;
}

/** With what follows from it: an entity that has moved begins anew. */
interface WantedColumns
  extends DescribedColumns,
    Partial<typeof NOTHING_KNOWN> {
  readonly gone_since: null;
  readonly removed_at: null;
}

interface DbEntityRow extends DescribedColumns {
  readonly id: number;
  readonly reason: string | null;
  readonly gone_since: number | string | null;
  readonly removed_at: number | string | null;
}

const DESCRIBED: readonly (keyof DescribedColumns)[] = [
  'entity_ref',
  'title',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'type',
  'lifecycle',
  'repository_id',
  'path',
];

const CHUNK = 100;

function wantedColumns(
  entity: CatalogEntity,
  row: DbEntityRow | undefined,
  repositories: ReadonlyMap<string, number>,
): WantedColumns {
  const { source } = entity;
  const text = (value: string | undefined) =>
    value === undefined ? null : wholeText(value);
  const columns = {
    entity_ref: entity.entityRef,
    title: text(entity.title),
    owner_ref: text(entity.ownerRef),
    system_ref: text(entity.systemRef),
    domain_ref: text(entity.domainRef),
    type: text(entity.type),
    lifecycle: text(entity.lifecycle),
    gone_since: null,
    removed_at: null,
  };
  if ('reason' in source) {
    const { reason } = source;
    const nowhere = { repository_id: null, path: '' };
    const state = { ...NOTHING_KNOWN, status: 'notScored', reason };
    return { ...columns, ...nowhere, ...state };
  }
  const place = {
    repository_id: repositories.get(source.tree)!,
    path: source.path,
  };
  const isThere =
    row?.repository_id === place.repository_id && row.path === place.path;
  return { ...columns, ...place, ...(!isThere && NOTHING_KNOWN) };
}

/**
 * The repositories of entities by their trees. New ones are set aside until they
 * have an entity.
 */
async function repositoryIdsOf(
  knex: Knex,
  entities: readonly CatalogEntity[],
): Promise<Map<string, number>> {
  const hosts = new Map<string, string>();
  for (const { source } of entities) {
    if ('tree' in source) hosts.set(source.tree, source.host);
  }
  const ids = new Map<string, number>();
  const find = async () => {
    const missing = [...hosts.keys()].filter(url => !ids.has(url));
    const rows = await knex('hardening_repository')
      .whereIn('url', missing)
      .select('id', 'url');
    for (const { id, url } of rows) ids.set(url, id);
    return missing.filter(url => !ids.has(url));
  };
  const added = (await find()).sort();
  const now = knex.raw(nowSql(knex));
  const due = {
    priority: PRIORITY.due,
    due_at: now,
    fetch_at: now,
    parked_at: now,
  };
  for (let start = 0; start < added.length; start += CHUNK) {
    await knex('hardening_repository')
      .insert(
        added
          .slice(start, start + CHUNK)
          .map(url => ({ url, host: hosts.get(url)!, ...due })),
      )
      .onConflict('url')
      .ignore();
  }
  if (added.length > 0) await find();
  return ids;
}

function isAsWanted(row: DbEntityRow, wanted: WantedColumns): boolean {
  return (
    row.removed_at === null &&
    row.gone_since === null &&
    DESCRIBED.every(column => row[column] === wanted[column]) &&
    (wanted.reason === undefined || row.reason === wanted.reason)
  );
}

async function addEntities(
  transaction: Knex.Transaction,
  added: readonly WantedColumns[],
): Promise<void> {
  await wakeRepositories(transaction, added);
  const refs = added.map(({ entity_ref: ref }) => ref);
  await lockAdding(transaction);
  await withRollups(
    transaction,
    rows => rows.whereIn('entity_ref', refs),
    async counted => {
      await counted('hardening_entity')
        .insert(added)
        .onConflict('entity_ref')
        .merge();
    },
  );
}

/**
 * There is no row yet that two replicas could wait for who both add it, and
 * would both count it.
 */
async function lockAdding(transaction: Knex.Transaction): Promise<void> {
  if (!isPostgres(transaction)) return;
  await transaction.raw('SELECT pg_advisory_xact_lock(?)', [ADDING]);
}

/** Any number that no other software uses as a lock. */
const ADDING = 7_351_946_113;

async function changeEntity(
  transaction: Knex.Transaction,
  row: DbEntityRow,
  wanted: WantedColumns,
): Promise<void> {
  const isAnew = wanted.status !== undefined;
  if (isAnew || row.removed_at !== null) {
    await wakeRepositories(transaction, [wanted]);
  }
  await withRollups(
    transaction,
    rows => rows.where({ id: row.id }),
    counted => describeEntity(counted, row.id, wanted),
  );
}

async function describeEntity(
  transaction: CountedTransaction,
  id: number,
  wanted: WantedColumns,
): Promise<void> {
  await transaction('hardening_entity').where({ id }).update(wanted);
  if (wanted.status === undefined) return;
  for (const table of ['hardening_assessment', 'hardening_finding']) {
    await transaction(table).where({ entity_id: id }).delete();
  }
}

/**
 * Has repositories looked at, for the entities that come to them. Before the
 * entities are written: workers wait for repositories first, too, so that nobody
 * waits in a circle.
 */
async function wakeRepositories(
  transaction: Knex.Transaction,
  entities: readonly DescribedColumns[],
): Promise<void> {
  const ids = new Set(entities.flatMap(({ repository_id: id }) => id ?? []));
  if (ids.size === 0) return;
  await transaction('hardening_repository')
    .whereIn('id', [...ids])
    .update({
      // Also of one that is due: whoever has it now may not see the entity yet.
      req_seq: transaction.raw('req_seq + 1'),
      due_at: transaction.raw(nowSql(transaction)),
      parked_at: null,
    });
}

/** Of an entity that was never assessed where it is now. */
const NOTHING_KNOWN = {
  status: 'pending',
  reason: null as string | null,
  score: null,
  raw: null,
  grade: null,
  level: null,
  coverage: null,
  failed: null,
  unknown: null,
  revision: null,
  ruleset_version: null,
  policy_hash: null,
  input_hash: null,
  evidence_hash: null,
  assessed_at: null,
  valid_until: null,
  stale_since: null,
  stale_reason: null,
};
