// SPDX-License-Identifier: Apache-2.0
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * Who may what: of one entity, or in general, where `undefined` says that it
 * depends on the entity.
 */
export type TestPolicy = (
  permission: string,
  entityRef: string | undefined,
) => boolean | undefined;

/** Decides by a policy that a test can change. */
export class TestPermissions implements PermissionsService {
  policy: TestPolicy = () => true;

  readonly authorize: PermissionsService['authorize'] = async requests =>
    requests.map(({ permission, resourceRef }) => ({
      result: this.policy(permission.name, resourceRef)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }));

  readonly authorizeConditional: PermissionsService['authorizeConditional'] =
    async requests =>
      requests.map(({ permission }) => {
        const decision = this.policy(permission.name, undefined);
        if (decision !== undefined) {
          return {
            result: decision ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          };
        }
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: permission.resourceType,
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
          },
        };
      });
}
