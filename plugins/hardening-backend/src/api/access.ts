// SPDX-License-Identifier: Apache-2.0
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { hardeningAssessmentReadPermission } from '@plimsoll/plugin-hardening-common';
import type { ApiContext } from './context';
import type { Call } from './operation';

/**
 * The catalog's permission to see an entity. The permission service has the
 * catalog apply its conditions, so that what it hides is hidden here too.
 */
const catalogEntityReadPermission = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});

/**
 * Finds what is known of the entity that a request is about, for those who may
 * see it and have the other permissions too.
 *
 * @throws NotFoundError - also where the caller may not see it in the catalog
 * @throws NotAllowedError
 */
export async function openEntity<T>(
  { permissions }: Pick<ApiContext, 'permissions'>,
  { request, credentials }: Call,
  needed: readonly ResourcePermission[],
  find: (entityRef: string) => Promise<T | undefined>,
): Promise<T> {
  const { kind, namespace, name } = request.params;
  const ref = stringifyEntityRef({
    kind: kind!,
    namespace: namespace!,
    name: name!,
  });
  const [[canSee, ...decisions], entity] = await Promise.all([
    permissions.authorize(
      [catalogEntityReadPermission, ...needed].map(permission => ({
        permission,
        resourceRef: ref,
      })),
      { credentials },
    ),
    find(ref),
  ]);
  if (entity === undefined || canSee!.result !== AuthorizeResult.ALLOW) {
    throw new NotFoundError(
      `Nothing is known of an entity "${ref}": the catalog has none, or hardening.entities.filter leaves it out`,
    );
  }
  decisions.forEach(({ result }, index) => {
    if (result !== AuthorizeResult.ALLOW) {
      throw notAllowed(needed[index]!, `for "${ref}"`);
    }
  });
  return entity;
}

/**
 * Lets pass who may see the hardening of some entity, whichever it is.
 *
 * @throws NotAllowedError
 */
export async function checkAnyRead(
  { permissions }: Pick<ApiContext, 'permissions'>,
  { credentials }: Pick<Call, 'credentials'>,
): Promise<void> {
  const permission = hardeningAssessmentReadPermission;
  const [decision] = await permissions.authorizeConditional([{ permission }], {
    credentials,
  });
  if (decision!.result === AuthorizeResult.DENY) throw notAllowed(permission);
}

/** Tells which of some entities a caller may see. */
export type Visibility = (
  entityRefs: readonly string[],
) => Promise<ReadonlySet<string>>;

/**
 * What the caller of a list may see.
 *
 * @returns undefined where it is everything
 * @throws NotAllowedError - where it is nothing
 */
export async function visibilityOf(
  { permissions }: Pick<ApiContext, 'permissions'>,
  { credentials }: Pick<Call, 'credentials'>,
): Promise<Visibility | undefined> {
  const needed = [
    hardeningAssessmentReadPermission,
    catalogEntityReadPermission,
  ];
  const decisions = await permissions.authorizeConditional(
    needed.map(permission => ({ permission })),
    { credentials },
  );
  const conditional = needed.filter((permission, index) => {
    const { result } = decisions[index]!;
    if (result === AuthorizeResult.DENY) throw notAllowed(permission);
    return result === AuthorizeResult.CONDITIONAL;
  });
  if (conditional.length === 0) return undefined;

  return async entityRefs => {
    const visible = new Set(entityRefs);
    for (let start = 0; start < entityRefs.length; start += CHUNK) {
      const asked = entityRefs
        .slice(start, start + CHUNK)
        .flatMap(resourceRef =>
          conditional.map(permission => ({ permission, resourceRef })),
        );
      const answers = await permissions.authorize(asked, { credentials });
      answers.forEach(({ result }, index) => {
        if (result !== AuthorizeResult.ALLOW) {
          visible.delete(asked[index]!.resourceRef);
        }
      });
    }
    return visible;
  };
}

/** The permission backend takes 100 KB at once; this stays far below. */
const CHUNK = 50;

function notAllowed({ name }: { readonly name: string }, what = '') {
  return new NotAllowedError(
    `It takes the permission "${name}" ${what}`.trim(),
  );
}
