// SPDX-License-Identifier: Apache-2.0
import { NOT_SCORED_REASONS, type NotScoredReason } from '@plimsoll/model';

/**
 * Why an entity has no score although the engine never saw it: a closed list.
 * The engine's own reasons stand in the model.
 */
export const NOT_ASSESSED_REASONS = {
  'no-source':
    'The catalog does not tell where the files of this entity are: its source location names no folder of a repository.',
  'host-not-known':
    'Its source location is no folder of a repository on a host for which this Backstage has an integration.',
  'source-not-allowed':
    'Its source location is another repository than the one that describes it, and hardening.sources.allow does not name that.',
  'source-not-found':
    'Its repository does not exist, or the credentials of this Backstage do not show it.',
  'source-forbidden': 'This Backstage may not read its repository.',
  'source-malformed':
    'What came when its repository was asked for was no tree of files.',
  'folder-not-found': 'Its repository has no such folder.',
  'assessment-failed':
    'Its files could not be judged; the log of the backend says why.',
} as const;

/** Why an entity was not assessed. */
export type NotAssessedReason = keyof typeof NOT_ASSESSED_REASONS;

const SENTENCES: Readonly<Record<string, string>> = {
  ...NOT_ASSESSED_REASONS,
  ...NOT_SCORED_REASONS,
};

/** The sentence that tells a person why there is no score. */
export function describeNotScored(
  reason: NotAssessedReason | NotScoredReason,
): string {
  return SENTENCES[reason]!;
}
