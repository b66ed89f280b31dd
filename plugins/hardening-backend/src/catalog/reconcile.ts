// SPDX-License-Identifier: Apache-2.0
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { readClock } from '../database/dialect';
import { saveEntities, type CatalogEntity } from '../database/entityStore';
import { removeGone } from '../database/goneEntities';
import { sourceOf, type SourceRules } from './sourceOf';

/** Which entities are assessed: one of these has to match in all its keys. */
export type EntityFilter = readonly Readonly<
  Record<string, string | string[]>
>[];

/** What reconciling needs. */
export interface ReconcileOptions {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  readonly filter: EntityFilter;
  readonly sources: SourceRules;
}

/** What a pass found. */
export interface ReconcileResult {
  readonly entities: number;
  readonly written: number;
  readonly removed: number;
}

const PAGE = 500;

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/**
 * Takes over from the catalog which entities there are, what they are, and where
 * their files are. What is as it was is not written.
 */
export async function reconcile(
  { knex, catalog, auth, logger, filter, sources }: ReconcileOptions,
  signal?: AbortSignal,
): Promise<ReconcileResult> {
  const seen = new Set<string>();
  let written = 0;
  const domains = await domainsOfSystems(catalog, auth, signal);
  const pages = pagesOf(catalog, auth, filter);
  for await (const page of pages) {
    signal?.throwIfAborted();
    const entities = page.map(entity => describe(entity, sources, domains));
    for (const { entityRef } of entities) seen.add(entityRef);
    written += await saveEntities(knex, entities);
  }
  const now = await readClock(knex);
  const { removed, held } = await removeGone(knex, seen, now);
  if (held > 0) {
    logger.warn(
      'Many entities are missing in the catalog at once; they are kept for an hour',
      { missing: held, found: seen.size },
    );
  }
  return { entities: seen.size, written, removed };
}

async function* pagesOf(
  catalog: CatalogService,
  auth: AuthService,
  filter: EntityFilter,
): AsyncGenerator<Entity[]> {
  let cursor: string | undefined;
  do {
    // For each page: the token of a long pass would run out.
    const credentials = await auth.getOwnServiceCredentials();
    const page = await catalog.queryEntities(
      cursor === undefined
        ? {
            filter: [...filter],
            fields: FIELDS,
            limit: PAGE,
            totalItems: 'exclude',
          }
        : { cursor, fields: FIELDS, limit: PAGE },
      { credentials },
    );
    yield page.items;
    cursor = page.pageInfo.nextCursor;
  } while (cursor !== undefined);
}

/** The domains of systems, by the systems that have one. */
async function domainsOfSystems(
  catalog: CatalogService,
  auth: AuthService,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const domains = new Map<string, string>();
  for await (const page of pagesOf(catalog, auth, [{ kind: 'System' }])) {
    signal?.throwIfAborted();
    for (const system of page) {
      const domain = targetOf(system, RELATION_PART_OF, 'domain');
      if (domain !== undefined) domains.set(stringifyEntityRef(system), domain);
    }
  }
  return domains;
}

function describe(
  entity: Entity,
  sources: SourceRules,
  domains: ReadonlyMap<string, string>,
): CatalogEntity {
  const { metadata, spec = {} } = entity;
  const systemRef = targetOf(entity, RELATION_PART_OF, 'system');
  return {
    entityRef: stringifyEntityRef(entity),
    title: textOf(metadata.title),
    ownerRef: targetOf(entity, RELATION_OWNED_BY),
    systemRef,
    domainRef: systemRef === undefined ? undefined : domains.get(systemRef),
    type: textOf(spec.type),
    lifecycle: textOf(spec.lifecycle),
    source: sourceOf(entity, sources),
  };
}

function targetOf(
  { relations = [] }: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return relations.find(
    relation =>
      relation.type === type &&
      (kind === undefined ||
        parseEntityRef(relation.targetRef).kind.toLowerCase() === kind),
  )?.targetRef;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
