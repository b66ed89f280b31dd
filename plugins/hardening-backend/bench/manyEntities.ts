// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { isPostgres } from '../src/database/dialect';
import { withRollups } from '../src/rollups/withRollups';

/** Rows that the copies of an entity share with it, but for whose they are. */
const COPIED = {
  hardening_assessment: ['body'],
  hardening_finding: [
    'fingerprint',
    'position',
    'rule',
    'subject',
    'path',
    'oid',
    'start_offset',
    'end_offset',
    'start_line',
    'start_column',
    'end_line',
    'end_column',
    'severity',
    'message_id',
    'message',
    'data',
    'scored',
    'points_lost',
    'first_seen_at',
  ],
  hardening_history: ['day', 'score', 'grade'],
};

/** Beyond what the stores have given out. */
const FIRST_ID = 1_000;

/** What the n-th of many entities is called. */
export function nameOf(number: number): string {
  return `service-${number}`;
}

/**
 * Copies an entity until there are so many, each with its own repository, 25 to
 * an owner, and with scores all over.
 */
export async function growTo(
  knex: Knex,
  original: { readonly id: number; readonly repositoryId: number },
  number: number,
): Promise<void> {
  const numbers = `WITH RECURSIVE numbers(i, id) AS (
    SELECT 2, ${FIRST_ID + 2} UNION ALL
    SELECT i + 1, id + 1 FROM numbers WHERE i < ${number})`;
  const text = (prefix: string, value: string) => `'${prefix}' || (${value})`;
  await knex.raw(`INSERT INTO hardening_repository
    (id, url, host, priority, due_at, fetch_at, read_at)
    ${numbers} SELECT numbers.id, ${text(
    'test:',
    'i',
  )}, 'git.test', 1, r.due_at,
     r.fetch_at, r.read_at
    FROM numbers JOIN hardening_repository r ON r.id = ${
      original.repositoryId
    }`);
  await knex.raw(`INSERT INTO hardening_entity
    (id, entity_ref, owner_ref, system_ref, domain_ref, type, lifecycle, repository_id, path,
     status, score, raw, grade, level, coverage, failed, unknown, revision,
     ruleset_version, policy_hash, input_hash, assessed_at)
    ${numbers} SELECT numbers.id, ${text('component:default/service-', 'i')},
     ${text('group:default/team-', 'i / 25')},
     ${text('system:default/system-', 'i / 100')},
     ${text('domain:default/domain-', 'i / 2500')},
     'service', 'production', numbers.id, '', 'scored', (i * 37) % 101,
     (i * 37) % 101, SUBSTR('FEDCBA', (i * 37) % 101 / 20 + 1, 1), e.level,
     e.coverage, e.failed, e.unknown, e.revision, e.ruleset_version,
     e.policy_hash, e.input_hash, e.assessed_at
    FROM numbers JOIN hardening_entity e ON e.id = ${original.id}`);
  for (const [table, columns] of Object.entries(COPIED)) {
    await knex.raw(`INSERT INTO ${table} (entity_id, ${columns.join(', ')})
      ${numbers} SELECT numbers.id, ${columns.map(one => `t.${one}`).join(', ')}
      FROM numbers JOIN ${table} t ON t.entity_id = ${original.id}`);
  }
  // Some have no score, and some not yet.
  for (const [part, columns] of [
    [20, { status: 'notScored', reason: 'no-container-artefacts' }],
    [50, { status: 'pending', reason: null, assessed_at: null }],
  ] as const) {
    await knex('hardening_entity')
      .where('id', '>', FIRST_ID)
      .whereRaw('id % ? = 1', [part])
      .update({ ...columns, score: null, raw: null, grade: null, level: null });
  }
  await knex.raw(
    'UPDATE hardening_entity SET assessed_at = assessed_at - id * 1000 WHERE assessed_at IS NOT NULL',
  );
  await countAnew(knex);
  // Scores did not all move on the same day.
  await knex.raw(
    'UPDATE hardening_history SET day = day - (entity_id * 7919) % 365',
  );
  await knex.raw(isPostgres(knex) ? 'VACUUM ANALYZE' : 'ANALYZE');
}

/** The roll-ups of what was written past the stores. */
async function countAnew(knex: Knex): Promise<void> {
  const all = await knex('hardening_entity')
    .whereNull('removed_at')
    .pluck('id');
  const setRemoved = (query: Knex, ids: readonly number[], at: number | null) =>
    query('hardening_entity')
      .whereIn('id', [...ids])
      .update({ removed_at: at });
  await knex('hardening_rollup').delete();
  await knex('hardening_rollup_day').delete();
  for (let start = 0; start < all.length; start += COUNTED) {
    const ids = all.slice(start, start + COUNTED);
    await setRemoved(knex, ids, 1);
    await knex.transaction(transaction =>
      withRollups(
        transaction,
        rows => rows.whereIn('id', ids),
        async counted => {
          await setRemoved(counted, ids, null);
        },
      ),
    );
  }
}

const COUNTED = 5_000;
