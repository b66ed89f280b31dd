// SPDX-License-Identifier: Apache-2.0

// Counts that are kept, so that no page has to count an organisation.

/** Of these an entity has one, or none; all belong to the organisation. */
const DIMENSIONS = {
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  type: 'type',
  lifecycle: 'lifecycle',
};
const PAGE = 1_000;
const CHUNK = 100;
const DAY_MILLISECONDS = 86_400_000;

const CURRENT = 'removed_at IS NULL';
const SCORED = `status = 'scored' AND ${CURRENT}`;
/** No row sorts by null, which the databases put at different ends. */
const OWNER = "COALESCE(owner_ref, '')";

const INDEXES = {
  domain_score: ['domain_ref, score, id', SCORED],
  level_score: ['level, score, id', SCORED],
  owner_name: [`(${OWNER}), entity_ref`, CURRENT],
  system_name: ['system_ref, entity_ref', CURRENT],
  domain_name: ['domain_ref, entity_ref', CURRENT],
  assessed: ['assessed_at, id', `assessed_at IS NOT NULL AND ${CURRENT}`],
  unscored: ['status, entity_ref', `status <> 'scored' AND ${CURRENT}`],
};

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const ref = isPostgres ? 'text COLLATE "C"' : 'text';

  await knex.schema.alterTable('hardening_entity', table => {
    table.specificType('domain_ref', ref).comment('Of its system');
  });
  for (const [name, [columns, condition]] of Object.entries(INDEXES)) {
    await knex.raw(
      `CREATE INDEX hardening_entity_${name} ON hardening_entity (${columns}) WHERE ${condition}`,
    );
  }
  await knex.raw(
    'CREATE INDEX hardening_finding_rule ON hardening_finding (rule, entity_id) WHERE scored = 1',
  );

  const counted = table => {
    table.string('dimension', 16).notNullable();
    table
      .specificType('ref', ref)
      .notNullable()
      .comment('Empty for the organisation');
    table.integer('entities').notNullable();
    table.integer('scored').notNullable();
    table.smallint('median').notNullable().comment('-1: none has a score');
    table.smallint('tenth').notNullable().comment('10th percentile; likewise');
    table
      .text('counts')
      .notNullable()
      .comment('JSON, sparse: by score and so on');
  };
  await knex.schema.createTable('hardening_rollup', table => {
    table.comment('How the entities of each group stand now');
    table.increments('id');
    counted(table);
    table.unique(['dimension', 'ref'], { indexName: 'hardening_rollup_group' });
    table.index(['dimension', 'entities', 'ref'], 'hardening_rollup_entities');
  });
  await knex.raw(
    'CREATE INDEX hardening_rollup_median ON hardening_rollup (dimension, median, ref) WHERE scored > 0',
  );
  await knex.schema.createTable('hardening_rollup_day', table => {
    table.comment('How they stood when a day ended on which that changed');
    counted(table);
    table.integer('day').notNullable().comment('Days since 1970').index();
    table.primary(['dimension', 'ref', 'day']);
  });
  await countAll(knex);
};

/** @param {import('knex').Knex} knex */
async function countAll(knex) {
  const groups = new Map();
  const add = (dimension, ref, row) => {
    const key = JSON.stringify([dimension, ref]);
    const counts = groups.get(key) ?? empty();
    groups.set(key, counts);
    const measures =
      row.status === 'scored'
        ? { scores: row.score, grades: row.grade, levels: row.level ?? 'none' }
        : { reasons: row.status === 'pending' ? 'pending' : row.reason };
    for (const [measure, value] of Object.entries(measures)) {
      counts[measure][value] = (counts[measure][value] ?? 0) + 1;
    }
  };
  groups.set(JSON.stringify(['organisation', '']), empty());
  for (let afterId = 0; ; ) {
    const rows = await knex('hardening_entity')
      .whereNull('removed_at')
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(PAGE);
    for (const row of rows) {
      add('organisation', '', row);
      for (const [dimension, column] of Object.entries(DIMENSIONS)) {
        if (row[column] !== null) add(dimension, row[column], row);
      }
    }
    if (rows.length < PAGE) break;
    afterId = rows[rows.length - 1].id;
  }
  const rows = [...groups].map(([key, counts]) => {
    const [dimension, ref] = JSON.parse(key);
    const scored = sum(counts.scores);
    return {
      dimension,
      ref,
      entities: scored + sum(counts.reasons),
      scored,
      median: quantile(counts.scores, scored, 0.5),
      tenth: quantile(counts.scores, scored, 0.1),
      counts: JSON.stringify(counts),
    };
  });
  const day = Math.floor(Date.now() / DAY_MILLISECONDS);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const some = rows.slice(start, start + CHUNK);
    await knex('hardening_rollup').insert(some);
    await knex('hardening_rollup_day').insert(
      some.map(row => ({ ...row, day })),
    );
  }
}

function empty() {
  return { scores: {}, grades: {}, levels: {}, reasons: {} };
}

function sum(counts) {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}

/** The lowest score that so large a part of all reaches at most; -1 of none. */
function quantile(scores, scored, part) {
  let left = Math.max(1, Math.ceil(scored * part));
  for (let score = 0; score <= 100; score++) {
    left -= scores[score] ?? 0;
    if (left <= 0) return score;
  }
  return -1;
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('hardening_rollup_day');
  await knex.schema.dropTable('hardening_rollup');
  await knex.raw('DROP INDEX hardening_finding_rule');
  for (const name of Object.keys(INDEXES)) {
    await knex.raw(`DROP INDEX hardening_entity_${name}`);
  }
  // Not by the builder, which would write the whole table anew on SQLite.
  await knex.raw('ALTER TABLE hardening_entity DROP COLUMN domain_ref');
};
