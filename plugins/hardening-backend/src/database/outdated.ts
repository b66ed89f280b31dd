// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { RepositoryQueue } from './repositoryQueue';

/**
 * Has all repositories assessed again of which an entity was judged by other
 * rules or another policy; no host is asked for that.
 *
 * @returns how many they are
 */
export async function reassessOutdated(
  knex: Knex,
  queue: RepositoryQueue,
  current: { readonly rulesetVersion: string; readonly policyHash: string },
): Promise<number> {
  const { rulesetVersion, policyHash } = current;
  const ids: number[] = await knex('hardening_entity')
    .whereNull('removed_at')
    .whereNotNull('repository_id')
    .where(either =>
      either
        .whereNot({ ruleset_version: rulesetVersion })
        .orWhereNot({ policy_hash: policyHash }),
    )
    .distinct('repository_id')
    .pluck('repository_id');
  await queue.reassess(ids);
  return ids.length;
}
