// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { JudgeRequest, Judgement, KeptScans } from '../assess/judge';
import { listingBelow, type ListedFile } from '../assess/keptTree';
import type { NotAssessedReason } from '../catalog/notScoredReasons';
import type { AssessedEntity } from '../database/assessedEntity';
import {
  packAssessment,
  type NewAssessment,
} from '../database/assessmentStore';
import type { KeptScan } from '../database/scanStore';
import { loadTexts } from '../database/treeStore';
import type { EntityEvidence } from './gatherEvidence';
import { TreeMissingError, type ObtainedTree } from './obtainTree';
import type { RefreshContext } from './refreshRepository';

/** What an entity is judged by. */
export interface KnownOfEntity {
  readonly tree: ObtainedTree;
  readonly evidence: EntityEvidence;
  readonly now: number;
}

/**
 * Assesses an entity, unless everything that the answer depends on is as it was.
 *
 * @returns undefined when the last assessment holds
 * @throws AssessorError
 */
export async function assessEntity(
  entity: AssessedEntity,
  known: KnownOfEntity,
  context: RefreshContext,
): Promise<NewAssessment | undefined> {
  const { tree, evidence } = known;
  const isValid = isStillValid(entity, known, context);
  if (entity.revision === tree.revision && isValid) return undefined;
  const own = listingBelow(await tree.listing(), entity.path);
  const inputHash = hashInput(own);
  if (entity.inputHash === inputHash && isValid) return undefined;
  const judgement = await judgeListing(own, known, context);
  const { assessment, byFiles } = judgement;
  const { rulesetVersion, policyHash } = context;
  return {
    entity,
    inputHash,
    evidenceHash: evidence.hash,
    rulesetVersion,
    policyHash,
    judgement,
    body: await packAssessment({ ...assessment, scans: scansOf(evidence) }),
    filesBody: byFiles && (await packAssessment(byFiles)),
    oids: new Map(own.flatMap(({ path, oid }) => (oid ? [[path, oid]] : []))),
  };
}

function isStillValid(
  { rulesetVersion, policyHash, evidenceHash, validUntil }: AssessedEntity,
  { evidence, now }: KnownOfEntity,
  context: RefreshContext,
): boolean {
  return (
    rulesetVersion === context.rulesetVersion &&
    policyHash === context.policyHash &&
    evidenceHash === evidence.hash &&
    (validUntil === undefined || validUntil > now)
  );
}

const MOST_SCANS = 5;

function scansOf({ scans }: EntityEvidence): KeptScans | undefined {
  if (scans.length === 0) return undefined;
  const madeAt = (scan: KeptScan) => scan.scannedAt ?? scan.receivedAt;
  return {
    count: scans.length,
    items: [...scans]
      .sort((a, b) => madeAt(b) - madeAt(a) || b.id - a.id)
      .slice(0, MOST_SCANS)
      .map(({ facts, dockerfile, scannedAt, receivedAt }) => ({
        facts,
        dockerfile,
        scannedAt,
        receivedAt,
      })),
  };
}

async function judgeListing(
  listing: readonly ListedFile[],
  { tree, evidence, now }: KnownOfEntity,
  { knex, assessor, policy, mostFindings }: RefreshContext,
): Promise<Judgement> {
  const texts = await textsOf(listing, tree, knex);
  const files: JudgeRequest['files'] = listing.map(({ path, size, oid }) => ({
    path,
    size,
    body: oid === undefined ? undefined : texts.get(oid),
  }));
  const judgement = await assessor.assess({
    files,
    evidence: await evidence.load(),
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
  const { assessment, byFiles } = judgement;
  // The engine does not know the reason: it never sees a repository.
  const score = {
    status: 'notScored',
    reason,
  } as unknown as Judgement['assessment']['score'];
  return {
    ...judgement,
    assessment: { ...assessment, score },
    byFiles: byFiles && { ...byFiles, score },
  };
}

/** Of what the engine is given, but for rules, policy and time. */
function hashInput(listing: readonly ListedFile[]): string {
  const facts = listing.map(({ path, size, oid }) => [path, size, oid]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
