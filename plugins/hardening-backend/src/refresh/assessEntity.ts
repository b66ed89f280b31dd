// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { JudgeRequest, Judgement } from '../assess/judge';
import { listingBelow, type ListedFile } from '../assess/keptTree';
import type { NotAssessedReason } from '../catalog/notScoredReasons';
import type { AssessedEntity } from '../database/assessedEntity';
import {
  packAssessment,
  type NewAssessment,
} from '../database/assessmentStore';
import { loadTexts } from '../database/treeStore';
import { TreeMissingError, type ObtainedTree } from './obtainTree';
import type { RefreshContext } from './refreshRepository';

/**
 * Assesses an entity, unless everything that the answer depends on is as it was.
 *
 * @returns undefined when the last assessment holds
 * @throws AssessorError
 */
export async function assessEntity(
  entity: AssessedEntity,
  tree: ObtainedTree,
  now: number,
  context: RefreshContext,
): Promise<NewAssessment | undefined> {
  const isValid = isStillValid(entity, now, context);
  if (entity.revision === tree.revision && isValid) return undefined;
  const own = listingBelow(await tree.listing(), entity.path);
  const inputHash = hashInput(own);
  if (entity.inputHash === inputHash && isValid) return undefined;
  const judgement = await judgeListing(own, tree, now, context);
  const { rulesetVersion, policyHash } = context;
  return {
    entity,
    inputHash,
    rulesetVersion,
    policyHash,
    judgement,
    body: await packAssessment(judgement.assessment),
    oids: new Map(own.flatMap(({ path, oid }) => (oid ? [[path, oid]] : []))),
  };
}

function isStillValid(
  { rulesetVersion, policyHash, validUntil }: AssessedEntity,
  now: number,
  context: RefreshContext,
): boolean {
  return (
    rulesetVersion === context.rulesetVersion &&
    policyHash === context.policyHash &&
    (validUntil === undefined || validUntil > now)
  );
}

async function judgeListing(
  listing: readonly ListedFile[],
  tree: ObtainedTree,
  now: number,
  { knex, assessor, policy, mostFindings }: RefreshContext,
): Promise<Judgement> {
  const texts = await textsOf(listing, tree, knex);
  const files: JudgeRequest['files'] = listing.map(({ path, size, oid }) => ({
    path,
    size,
    body: oid === undefined ? undefined : texts.get(oid),
  }));
  const evidence = { scope: 'files' } as const;
  const judgement = await assessor.assess({
    files,
    evidence,
    policy,
    now: new Date(now),
    mostFindings,
  });
  // A repository has no empty folders: one without files does not exist.
  return listing.length === 0
    ? withoutScore(judgement, 'folder-not-found')
    : judgement;
}

/** Of what was just read, else of what is kept. */
async function textsOf(
  listing: readonly ListedFile[],
  { fresh }: ObtainedTree,
  knex: RefreshContext['knex'],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (fresh) return fresh.texts;
  const oids = new Set(listing.flatMap(({ oid }) => oid ?? []));
  const texts = await loadTexts(knex, [...oids]);
  if (texts.size < oids.size) throw new TreeMissingError();
  return texts;
}

function withoutScore(
  judgement: Judgement,
  reason: NotAssessedReason,
): Judgement {
  const { assessment } = judgement;
  // The engine does not know the reason: it never sees a repository.
  const score = {
    status: 'notScored',
    reason,
  } as unknown as Judgement['assessment']['score'];
  return { ...judgement, assessment: { ...assessment, score } };
}

/** Of what the engine is given, but for rules, policy and time. */
function hashInput(listing: readonly ListedFile[]): string {
  const facts = listing.map(({ path, size, oid }) => [path, size, oid]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
