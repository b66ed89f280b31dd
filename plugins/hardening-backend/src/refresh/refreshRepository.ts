// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Policy } from '@plimsoll/engine';
import type { SourceReader } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import type { Assessor } from '../assess/assessor';
import { AssessorError } from '../assess/thread';
import {
  confirmEntities,
  entitiesOf,
  markStale,
  type AssessedEntity,
} from '../database/assessedEntity';
import {
  saveAssessment,
  type NewAssessment,
} from '../database/assessmentStore';
import type {
  Claim,
  Ending,
  RepositoryQueue,
} from '../database/repositoryQueue';
import { saveTree } from '../database/treeStore';
import type { ExploitLists } from '../evidence/exploitLists';
import { assessEntity } from './assessEntity';
import { gatherEvidence } from './gatherEvidence';
import { keepFailure, repeatFailure, type FailureClass } from './keepFailure';
import { withRollups } from '../rollups/withRollups';
import { obtainTree, TreeMissingError, type ObtainedTree } from './obtainTree';

/** What a refresh needs. */
export interface RefreshContext {
  readonly knex: Knex;
  readonly queue: RepositoryQueue;
  readonly readers: readonly SourceReader[];
  readonly assessor: Pick<Assessor, 'keep' | 'assess'>;
  readonly policy: Policy;
  /** Changes with the policy. */
  readonly policyHash: string;
  readonly rulesetVersion: string;
  /** See `hardening.policy`; from when a place is seen first. */
  readonly firstEvidenceGraceDays: number;
  readonly exploitLists: () => ExploitLists;
  readonly mostFindings: number;
  /** Leases that may end without a result before a repository is set aside. */
  readonly mostAttempts: number;
  /** Until a repository is looked at again without being asked to. */
  readonly periodMilliseconds: number;
  readonly logger: LoggerService;
  /** 0 to 1, so that repositories do not come due together. */
  readonly random: () => number;
}

/** How a refresh ended. */
export type RefreshOutcome =
  | 'changed'
  | 'unchanged'
  | `failed-${FailureClass}`
  | 'parked'
  | 'unused';

/**
 * Reads one repository and assesses its entities, each only when something that
 * its answer depends on has changed. All of it is kept, or nothing is.
 *
 * @throws LeaseLostError - when another worker has taken over
 */
export async function refreshRepository(
  claim: Claim,
  context: RefreshContext,
  signal: AbortSignal,
): Promise<RefreshOutcome> {
  const { knex, queue } = context;
  const entities = await entitiesOf(knex, claim.repositoryId);
  if (entities.length === 0) {
    await queue.commit(claim, { kind: 'parked' });
    return 'unused';
  }
  if (claim.attempt > context.mostAttempts) {
    await parkPoison(claim, context);
    return 'parked';
  }
  let work: Work | undefined;
  try {
    work = await prepare(claim, context, entities, signal);
  } catch (error) {
    signal.throwIfAborted();
    return `failed-${await keepFailure(claim, context, error)}`;
  }
  if (!work) {
    await repeatFailure(claim, context);
    return 'unchanged';
  }
  signal.throwIfAborted();
  await commitWork(claim, context, work);
  return work.assessments.length > 0 ? 'changed' : 'unchanged';
}

/** @returns undefined when nothing is kept and the host is not to be asked */
async function prepare(
  claim: Claim,
  context: RefreshContext,
  entities: readonly AssessedEntity[],
  signal: AbortSignal,
): Promise<Work | undefined> {
  try {
    const tree = await obtainTree(claim, context, signal);
    return (
      tree && (await assessAll(claim, context, { entities, tree, signal }))
    );
  } catch (error) {
    if (!(error instanceof TreeMissingError)) throw error;
    const afresh = { ...claim, isFetchDue: true, treeRevision: undefined };
    const tree = (await obtainTree(afresh, context, signal))!;
    return assessAll(claim, context, { entities, tree, signal });
  }
}

/** What is to be kept of a refresh. */
interface Work {
  readonly tree: ObtainedTree;
  readonly assessments: readonly NewAssessment[];
  /** Entities whose last assessment holds. */
  readonly confirmed: readonly AssessedEntity[];
  /** Entities that could not be judged, with the reason. */
  readonly failures: readonly {
    readonly entity: AssessedEntity;
    readonly message: string;
  }[];
  /** The first instant at which time alone changes an outcome. */
  readonly validUntil: number | undefined;
}

async function assessAll(
  claim: Claim,
  context: RefreshContext,
  input: {
    readonly entities: readonly AssessedEntity[];
    readonly tree: ObtainedTree;
    readonly signal: AbortSignal;
  },
): Promise<Work> {
  const { tree, signal } = input;
  const assessments: NewAssessment[] = [];
  const confirmed: AssessedEntity[] = [];
  const failures: { entity: AssessedEntity; message: string }[] = [];
  let validUntil = Infinity;
  const evidenceFor = await gatherEvidence(input.entities, claim, context);
  for (const entity of input.entities) {
    signal.throwIfAborted();
    try {
      const evidence = evidenceFor(entity);
      const known = { tree, evidence, now: claim.claimedAt };
      const made = await assessEntity(entity, known, context);
      if (made) assessments.push(made);
      else confirmed.push(entity);
      const until = made ? validUntilOf(made) : entity.validUntil;
      validUntil = Math.min(validUntil, until ?? Infinity);
    } catch (error) {
      if (!(error instanceof AssessorError)) throw error;
      const { entityRef } = entity;
      const { message } = error;
      context.logger.error('Cannot assess an entity', { entityRef, message });
      failures.push({ entity, message });
    }
  }
  return {
    tree,
    assessments,
    confirmed,
    failures,
    validUntil: Number.isFinite(validUntil) ? validUntil : undefined,
  };
}

function validUntilOf({ judgement }: NewAssessment): number | undefined {
  const { validUntil } = judgement.assessment;
  return validUntil === undefined ? undefined : Date.parse(validUntil);
}

async function commitWork(
  claim: Claim,
  context: RefreshContext,
  { tree, assessments, failures, confirmed, validUntil }: Work,
): Promise<void> {
  const { repositoryId, claimedAt: now } = claim;
  const { revision, isRead } = tree;
  const fetchInMilliseconds = spread(context);
  const ending: Ending = isRead
    ? { kind: 'read', fetchInMilliseconds, validUntil }
    : { kind: 'kept', validUntil };
  const isCurrent = isRead || claim.failure === undefined;
  await context.queue.commit(claim, ending, async transaction => {
    if (tree.fresh) {
      await saveTree(transaction, repositoryId, tree.fresh, now);
      await transaction('hardening_repository')
        .where({ id: repositoryId })
        .update({ tree_revision: revision, etag: tree.etag ?? null });
    }
    if (isRead) {
      await confirmEntities(transaction, repositoryId, confirmed, revision);
    }
    if (assessments.length + failures.length === 0) return;
    const written = [...assessments, ...failures].map(one => one.entity.id);
    await withRollups(
      transaction,
      rows => rows.whereIn('id', written),
      async counted => {
        for (const assessment of assessments) {
          const options = { revision, now, isCurrent };
          await saveAssessment(counted, repositoryId, assessment, options);
        }
        for (const { entity, message } of failures) {
          const where = { repositoryId, entityId: entity.id };
          const reason = 'assessment-failed';
          await markStale(counted, where, { since: now, message, reason });
        }
      },
    );
  });
}

/** With up to a tenth more or less. */
function spread({ periodMilliseconds, random }: RefreshContext): number {
  return periodMilliseconds * (0.9 + 0.2 * random());
}

/** Sets aside what may have ended the backend each time. */
async function parkPoison(
  claim: Claim,
  { queue, logger }: RefreshContext,
): Promise<void> {
  const { repositoryId, url, attempt, claimedAt: since } = claim;
  const message = `Reading "${url}" was begun ${
    attempt - 1
  } times and never ended; it is set aside until someone asks for it`;
  logger.error('Set a repository aside', { url, attempts: attempt - 1 });
  const ending = { kind: 'parked', errorClass: 'crashed', message } as const;
  await queue.commit(claim, ending, transaction =>
    withRollups(
      transaction,
      rows => rows.where({ repository_id: repositoryId }),
      counted =>
        markStale(
          counted,
          { repositoryId },
          { since, message, reason: 'assessment-failed' },
        ),
    ),
  );
}
