// SPDX-License-Identifier: Apache-2.0
import { hardeningRefreshPermission } from '@plimsoll/plugin-hardening-common';
import { openEntity } from './access';
import { audited } from './audited';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';

/** Has the repository of an entity read again, soon. */
export const refreshEntity: Operation<'refreshEntity'> = async (
  context,
  call,
) => {
  const event = {
    eventId: 'entity-refresh',
    severityLevel: 'medium',
    meta: { ...call.request.params },
  } as const;
  return audited(context, call, event, async () => {
    const { entityRef, repositoryId } = await openEntity(
      context,
      call,
      [hardeningRefreshPermission],
      ref => findEntity(context.knex, ref),
    );
    if (repositoryId === undefined) return { entityRef, refreshing: false };
    await context.requestRefresh([repositoryId]);
    return { entityRef, refreshing: true };
  });
};
