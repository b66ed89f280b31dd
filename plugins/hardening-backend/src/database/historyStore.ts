// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { Cause } from './assessmentStore';
import { textOf, wholeText } from './rows';

/** A rule whose outcome changed; `none` where there was, or is, no result. */
export interface Flip {
  readonly rule: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What moved a score. */
export interface Change {
  /** Later ones have a higher one. */
  readonly id: number;
  readonly at: number;
  readonly cause: Cause;
  readonly revision: string | undefined;
  readonly rulesetVersion: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly flips: readonly Flip[];
}

const DAY = 86_400_000;
const MOST_FLIPS = 200;

/** The day of an instant, in days since 1970. */
export function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / DAY);
}

/** Keeps the last score of a day. */
export async function saveHistory(
  transaction: Knex.Transaction,
  entityId: number,
  point: {
    readonly score: number | null;
    readonly grade: string | null;
    readonly now: number;
  },
): Promise<void> {
  const { score, grade, now } = point;
  await transaction('hardening_history')
    .insert({ entity_id: entityId, day: dayOf(now), score, grade })
    .onConflict(['entity_id', 'day'])
    .merge();
}

/** Notes what moved a score. */
export async function saveChange(
  transaction: Knex.Transaction,
  entityId: number,
  change: Omit<Change, 'id' | 'before' | 'after'> & {
    readonly policyHash: string;
    readonly before: number | null;
    readonly after: number | null;
  },
): Promise<void> {
  const { flips } = change;
  await transaction('hardening_change').insert({
    entity_id: entityId,
    at: change.at,
    cause: change.cause,
    revision: change.revision ?? null,
    ruleset_version: change.rulesetVersion,
    policy_hash: change.policyHash,
    score_before: change.before,
    score_after: change.after,
    flips: wholeText(JSON.stringify(flips.slice(0, MOST_FLIPS))),
  });
}

/** What moved the score of an entity, newest first. */
export async function listChanges(
  knex: Knex,
  entityId: number,
  { limit, beforeId }: { limit: number; beforeId?: number | undefined },
): Promise<Change[]> {
  const rows = await knex('hardening_change')
    .where({ entity_id: entityId })
    .where(page => {
      if (beforeId !== undefined) page.where('id', '<', beforeId);
    })
    .orderBy('id', 'desc')
    .limit(limit)
    .select(
      'id',
      'at',
      'cause',
      'revision',
      'ruleset_version',
      'score_before',
      'score_after',
      'flips',
    );
  return rows.map(row => ({
    id: row.id,
    at: Number(row.at),
    cause: row.cause,
    revision: textOf(row.revision),
    rulesetVersion: row.ruleset_version,
    before: row.score_before ?? undefined,
    after: row.score_after ?? undefined,
    flips: JSON.parse(row.flips),
  }));
}
