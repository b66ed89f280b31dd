// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { CountedTransaction } from '../rollups/withRollups';
import { numberOf, textOf, wholeText } from './rows';

/** An entity as far as its next assessment needs it. */
export interface AssessedEntity {
  readonly id: number;
  readonly entityRef: string;
  /** Folder in the repository; empty for its root. */
  readonly path: string;
  /** The tree for which the last assessment holds. */
  readonly revision: string | undefined;
  readonly inputHash: string | undefined;
  /** Of what was known beside the files. */
  readonly evidenceHash: string | undefined;
  readonly rulesetVersion: string | undefined;
  readonly policyHash: string | undefined;
  readonly validUntil: number | undefined;
  readonly isStale: boolean;
}

/** The entities whose files are in a repository, by id. */
export async function entitiesOf(
  knex: Knex,
  repositoryId: number,
): Promise<AssessedEntity[]> {
  const rows = await knex('hardening_entity')
    .where({ repository_id: repositoryId })
    .whereNull('removed_at')
    .orderBy('id')
    .select(
      'id',
      'entity_ref',
      'path',
      'revision',
      'input_hash',
      'evidence_hash',
      'ruleset_version',
      'policy_hash',
      'valid_until',
      'stale_since',
    );
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    path: row.path,
    revision: textOf(row.revision),
    inputHash: textOf(row.input_hash),
    evidenceHash: textOf(row.evidence_hash),
    rulesetVersion: textOf(row.ruleset_version),
    policyHash: textOf(row.policy_hash),
    validUntil: numberOf(row.valid_until),
    isStale: row.stale_since !== null,
  }));
}

/** Notes that what is known of entities holds for a tree. */
export async function confirmEntities(
  transaction: Knex.Transaction,
  repositoryId: number,
  entities: readonly AssessedEntity[],
  revision: string,
): Promise<void> {
  const ids = entities
    .filter(entity => entity.revision !== revision || entity.isStale)
    .map(({ id }) => id);
  for (let start = 0; start < ids.length; start += CHUNK) {
    await transaction('hardening_entity')
      .where({ repository_id: repositoryId })
      .whereIn('id', ids.slice(start, start + CHUNK))
      .update({ revision, stale_since: null, stale_reason: null });
  }
}

const CHUNK = 500;

/** Why something is not as it should be. */
export interface Staleness {
  readonly since: number;
  /** For a person. */
  readonly message: string;
  /** Why there is no score where there never was one; else it comes yet. */
  readonly reason?: string | undefined;
}

/**
 * Marks what is known as out of date and keeps it.
 *
 * @param entityId - all entities of the repository when absent
 */
export async function markStale(
  transaction: CountedTransaction,
  where: { readonly repositoryId: number; readonly entityId?: number },
  { since, message, reason }: Staleness,
): Promise<void> {
  const { repositoryId, entityId } = where;
  const text = wholeText(message);
  const affected = () =>
    transaction('hardening_entity')
      .where({
        repository_id: repositoryId,
        ...(entityId !== undefined && { id: entityId }),
      })
      .whereNull('removed_at');
  await affected()
    .where(either =>
      either.whereNull('stale_since').orWhereNot({ stale_reason: text }),
    )
    .update({
      stale_since: transaction.raw('COALESCE(stale_since, ?)', [since]),
      stale_reason: text,
    });
  const state =
    reason === undefined
      ? { status: 'pending', reason: null }
      : { status: 'notScored', reason };
  await affected()
    .whereNull('assessed_at')
    .where(either =>
      either
        .whereNot({ status: state.status })
        .orWhereRaw("COALESCE(reason, '') <> ?", [reason ?? '']),
    )
    .update(state);
}
