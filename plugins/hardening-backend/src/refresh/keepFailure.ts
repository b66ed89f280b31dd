// SPDX-License-Identifier: Apache-2.0
import type { SourceErrorClass } from '@plimsoll/plugin-hardening-node';
import type { NotAssessedReason } from '../catalog/notScoredReasons';
import { markStale } from '../database/assessedEntity';
import type { Claim } from '../database/repositoryQueue';
import { isSourceError } from '../sources/toSourceError';
import { withRollups } from '../rollups/withRollups';
import type { RefreshContext } from './refreshRepository';

const FIRST_RETRY_MILLISECONDS = 60_000;
const LONGEST_RETRY_MILLISECONDS = 6 * 3_600_000;
const SLOW_RETRY_MILLISECONDS = 24 * 3_600_000;
const HOST_PAUSE_MILLISECONDS = 15 * 60_000;

/** What a failure means for entities that were never assessed. */
const REASONS: Readonly<Record<FailureClass, NotAssessedReason | undefined>> = {
  'not-found': 'source-not-found',
  forbidden: 'source-forbidden',
  malformed: 'source-malformed',
  failed: 'assessment-failed',
  // It will pass: the first assessment is still to come.
  'rate-limited': undefined,
  unreachable: undefined,
};

/** Of an error of a source its class; `failed` is anything else. */
export type FailureClass = SourceErrorClass | 'failed';

/**
 * Keeps what was known of a repository's entities, marked as stale, and says
 * why. The longer it fails, the less often it is tried.
 *
 * @returns what kind of failure it is
 */
export async function keepFailure(
  claim: Claim,
  context: RefreshContext,
  error: unknown,
): Promise<FailureClass> {
  const { queue, logger } = context;
  const { repositoryId, url, host, claimedAt: since } = claim;
  const errorClass = isSourceError(error) ? error.errorClass : 'failed';
  // What is no error of a source may say anything, so only the log has it.
  const message = isSourceError(error)
    ? error.message
    : `Something went wrong with "${url}"; the log of the backend says what`;
  logger.warn('Cannot refresh a repository', {
    url,
    errorClass,
    error: describe(error),
  });
  const fetchInMilliseconds = retryDelay(claim, errorClass, context.random);
  const ending = {
    kind: 'failed',
    fetchInMilliseconds,
    errorClass,
    message,
  } as const;
  await queue.commit(claim, ending, transaction =>
    withRollups(
      transaction,
      rows => rows.where({ repository_id: repositoryId }),
      counted =>
        markStale(
          counted,
          { repositoryId },
          { since, message, reason: REASONS[errorClass] },
        ),
    ),
  );
  if (errorClass === 'rate-limited' && host !== '') {
    await queue.postponeHost(host, fetchInMilliseconds);
  }
  return errorClass;
}

/**
 * Says of entities that are new in a repository what is known of it: it could
 * not be read, and will not be asked for yet.
 */
export async function repeatFailure(
  claim: Claim,
  { queue }: RefreshContext,
): Promise<void> {
  const { repositoryId, failure } = claim;
  await queue.commit(claim, { kind: 'kept' }, async transaction => {
    if (!failure) return;
    const reason = REASONS[failure.errorClass as FailureClass];
    await withRollups(
      transaction,
      rows => rows.where({ repository_id: repositoryId }),
      counted => markStale(counted, { repositoryId }, { ...failure, reason }),
    );
  });
}

/** As long as it has been failing, so it doubles; up to half is left to chance. */
function retryDelay(
  { failure, claimedAt }: Claim,
  errorClass: FailureClass,
  random: () => number,
): number {
  if (errorClass === 'rate-limited') {
    return HOST_PAUSE_MILLISECONDS * (1 + random());
  }
  const isGone = errorClass === 'not-found' || errorClass === 'forbidden';
  const longest = isGone ? SLOW_RETRY_MILLISECONDS : LONGEST_RETRY_MILLISECONDS;
  const failing = claimedAt - (failure?.since ?? claimedAt);
  const delay = Math.max(FIRST_RETRY_MILLISECONDS, 2 * failing);
  return Math.min(delay, longest) * (0.5 + 0.5 * random());
}

/** With its causes, and without what may be a credential in an address. */
function describe(error: unknown): string {
  const messages: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) {
    messages.push(one.message);
  }
  return messages
    .join(': ')
    .replace(/\/\/[^/@\s]+@/g, '//')
    .replace(/\?[^\s",)]*/g, '?…');
}
