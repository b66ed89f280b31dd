// SPDX-License-Identifier: Apache-2.0
import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Uploader } from '../config';

/** Tells whether a service may send reports for an entity. */
export type MayUpload = (
  subject: string,
  entityRef: string,
) => Promise<boolean>;

/**
 * Who may send reports is what the configuration says, and nobody else. Filters
 * are the catalog's to apply.
 */
export function createMayUpload(
  uploaders: readonly Uploader[],
  {
    auth,
    catalog,
  }: {
    readonly auth: AuthService;
    readonly catalog: Pick<CatalogService, 'queryEntities'>;
  },
): MayUpload {
  return async (subject, entityRef) => {
    const own = uploaders.filter(uploader => uploader.subject === subject);
    if (own.some(({ entityRefs }) => entityRefs.includes(entityRef))) {
      return true;
    }
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const filters = own
      .flatMap(uploader => uploader.filters)
      .filter(filter => isKind(filter.kind, kind))
      .map(({ kind: _, ...filter }) => filter);
    if (filters.length === 0) return false;
    const one = {
      kind,
      'metadata.namespace': namespace,
      'metadata.name': name,
    };
    for (const filter of filters) {
      // A filter that names the entity's own keys narrows, and never widens.
      const differs = Object.entries(one).some(
        ([key, value]) => key in filter && !isKind(filter[key], value),
      );
      if (differs) continue;
      const { items } = await catalog.queryEntities(
        { filter: { ...filter, ...one }, fields: ['kind'], limit: 1 },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      if (items.length > 0) return true;
    }
    return false;
  };
}

/** As the catalog compares: without regard to case. */
function isKind(wanted: string | string[] | undefined, value: string): boolean {
  if (wanted === undefined) return true;
  return [wanted].flat().some(one => one.toLowerCase() === value.toLowerCase());
}
