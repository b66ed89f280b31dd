// SPDX-License-Identifier: Apache-2.0
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Scope } from '@plimsoll/model';
import type { Knex } from 'knex';
import type { Judgement, KeptAssessment, KeptOutcome } from '../assess/judge';
import type { AssessedEntity } from './assessedEntity';
import type { CountedTransaction } from '../rollups/withRollups';
import { saveFindings } from './findingStore';
import { saveChange, saveHistory, type Flip } from './historyStore';
import { wholeText } from './rows';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Everything but the time that an assessment depends on. */
export interface AssessmentKey {
  /** Of the files of the entity. */
  readonly inputHash: string;
  /** Of what is known beside them. */
  readonly evidenceHash: string;
  readonly rulesetVersion: string;
  readonly policyHash: string;
}

/** An assessment that is to be kept. */
export interface NewAssessment extends AssessmentKey {
  readonly entity: AssessedEntity;
  readonly judgement: Judgement;
  readonly body: Buffer;
  /** By the files alone. */
  readonly filesBody: Buffer | undefined;
  /** Of the texts of the entity's files, by path. */
  readonly oids: ReadonlyMap<string, string>;
}

/** Under what an assessment is kept. */
export interface SaveOptions {
  readonly revision: string;
  readonly now: number;
  /** Whether its repository could be read when that was tried last. */
  readonly isCurrent: boolean;
}

/** Why an assessment differs from the one before. */
export type Cause = 'first' | 'commit' | 'scan' | 'ruleset' | 'policy' | 'time';

/** Compresses what is kept of an assessment. */
export function packAssessment(assessment: KeptAssessment): Promise<Buffer> {
  return compress(JSON.stringify(assessment));
}

/** The inverse of {@link packAssessment}. */
export async function unpackAssessment(body: Buffer): Promise<KeptAssessment> {
  return JSON.parse((await decompress(body)).toString('utf8'));
}

/** What is kept of the last assessment; undefined before the first. */
export async function loadAssessment(
  knex: Knex,
  entityId: number,
  scope: Scope = 'full',
): Promise<KeptAssessment | undefined> {
  const column = scope === 'full' ? 'body' : 'files_body';
  const row = await knex('hardening_assessment')
    .where({ entity_id: entityId })
    .first(`${column} as body`);
  return row?.body ? unpackAssessment(row.body) : undefined;
}

/**
 * Keeps an assessment in place of the one before: state, findings, and where
 * the score or an outcome moved a point of history and a change. An entity that
 * has meanwhile left the repository or its folder is let be.
 */
export async function saveAssessment(
  transaction: CountedTransaction,
  repositoryId: number,
  news: NewAssessment,
  { revision, now, isCurrent }: SaveOptions,
): Promise<void> {
  const { entity, judgement } = news;
  const before = await transaction('hardening_entity')
    .where({ id: entity.id, repository_id: repositoryId, path: entity.path })
    .whereNull('removed_at')
    .forUpdate()
    .first('assessed_at', 'score', 'grade', 'status');
  if (!before) return;
  const columns = stateColumns(news);
  await transaction('hardening_entity')
    .where({ id: entity.id })
    .update({
      ...columns,
      revision,
      assessed_at: now,
      ...(isCurrent && { stale_since: null, stale_reason: null }),
    });
  const keptOutcomes = await replaceBody(transaction, news);
  await saveFindings(transaction, entity.id, news, now);

  const isFirst = before.assessed_at === null;
  const { score, grade, status } = columns;
  const isMoved = before.score !== score || before.grade !== grade;
  if (isFirst || isMoved || before.status !== status) {
    await saveHistory(transaction, entity.id, { score, grade, now });
  }
  const flips = isFirst
    ? []
    : flipsBetween(keptOutcomes, judgement.assessment.outcomes);
  if (!isFirst && before.score === score && flips.length === 0) return;
  await saveChange(transaction, entity.id, {
    at: now,
    cause: isFirst ? 'first' : causeOf(entity, news),
    revision,
    rulesetVersion: news.rulesetVersion,
    policyHash: news.policyHash,
    before: before.score,
    after: score,
    flips,
  });
}

function stateColumns({ judgement, ...news }: NewAssessment) {
  const { assessment, failed, unknown } = judgement;
  const { score, level, coverage, validUntil } = assessment;
  const isScored = score.status === 'scored';
  return {
    status: score.status,
    reason: isScored ? null : wholeText(score.reason),
    score: isScored ? score.points : null,
    raw: isScored ? score.raw : null,
    grade: isScored ? score.grade : null,
    level: level ?? null,
    coverage,
    failed,
    unknown,
    ruleset_version: news.rulesetVersion,
    policy_hash: news.policyHash,
    input_hash: news.inputHash,
    evidence_hash: news.evidenceHash,
    valid_until: validUntil === undefined ? null : Date.parse(validUntil),
  };
}

/** @returns the outcomes that were kept before */
async function replaceBody(
  transaction: Knex.Transaction,
  { entity, body, filesBody }: NewAssessment,
): Promise<readonly KeptOutcome[]> {
  const kept = await transaction('hardening_assessment')
    .where({ entity_id: entity.id })
    .first('body', 'files_body');
  const isSame =
    kept &&
    body.equals(kept.body) &&
    (filesBody?.equals(kept.files_body ?? Buffer.of()) ??
      kept.files_body === null);
  if (isSame) return (await unpackAssessment(body)).outcomes;
  await transaction('hardening_assessment')
    .insert({ entity_id: entity.id, body, files_body: filesBody ?? null })
    .onConflict('entity_id')
    .merge();
  return kept ? (await unpackAssessment(kept.body)).outcomes : [];
}

/** Outcomes that differ, by rule and path; `none` where there was no result. */
function flipsBetween(
  before: readonly KeptOutcome[],
  after: readonly KeptOutcome[],
): Flip[] {
  const keyOf = ({ rule, path }: KeptOutcome) => JSON.stringify([rule, path]);
  const old = new Map(before.map(result => [keyOf(result), result]));
  const flips: Flip[] = [];
  for (const { outcome, ...result } of after) {
    const key = keyOf({ outcome, ...result });
    const was = old.get(key)?.outcome ?? 'none';
    old.delete(key);
    if (was === outcome) continue;
    const { rule, path } = result;
    flips.push({ rule, path, before: was, after: outcome });
  }
  for (const { rule, path, outcome } of old.values()) {
    flips.push({ rule, path, before: outcome, after: 'none' });
  }
  return flips;
}

function causeOf(before: AssessedEntity, after: AssessmentKey): Cause {
  if (before.inputHash !== after.inputHash) return 'commit';
  if (before.rulesetVersion !== after.rulesetVersion) return 'ruleset';
  if (before.policyHash !== after.policyHash) return 'policy';
  return before.evidenceHash === after.evidenceHash ? 'time' : 'scan';
}
