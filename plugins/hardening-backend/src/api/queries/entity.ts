// SPDX-License-Identifier: Apache-2.0
import type { NotScoredReason } from '@plimsoll/model';
import type { State } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import type { NotAssessedReason } from '../../catalog/notScoredReasons';
import { numberOf, textOf } from '../../database/rows';

/** Why an entity has no score. */
export type Reason = NotScoredReason | NotAssessedReason;

/** An entity, as far as it takes to answer for it. */
export interface FoundEntity {
  readonly id: number;
  readonly entityRef: string;
  /** Undefined where there is nothing to read. */
  readonly repositoryId: number | undefined;
  readonly status: State;
  readonly reason: Reason | undefined;
  readonly revision: string | undefined;
  readonly assessedAt: number | undefined;
}

/** Finds an entity; undefined when it is not one that is assessed. */
export async function findEntity(
  knex: Knex,
  entityRef: string,
): Promise<FoundEntity | undefined> {
  const row = await knex('hardening_entity')
    .where({ entity_ref: entityRef })
    .whereNull('removed_at')
    .first(
      'id',
      'entity_ref',
      'repository_id',
      'status',
      'reason',
      'revision',
      'assessed_at',
    );
  return (
    row && {
      id: row.id,
      entityRef: row.entity_ref,
      repositoryId: numberOf(row.repository_id),
      status: row.status,
      reason: row.reason ?? undefined,
      revision: textOf(row.revision),
      assessedAt: numberOf(row.assessed_at),
    }
  );
}
