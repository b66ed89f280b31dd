// SPDX-License-Identifier: Apache-2.0

// Times are milliseconds since 1970, in UTC. What may be null is not known, or
// does not occur.

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  // Sorted by bytes on both databases, so that pages continue where they ended.
  const ref = isPostgres ? 'text COLLATE "C"' : 'text';

  await knex.schema.createTable('hardening_repository', table => {
    table.comment('What is read at once, and when it is due');
    table.increments('id');
    table.text('url').notNullable().unique().comment('Of the tree');
    table.text('host').notNullable().comment('Empty for local folders');
    table.text('tree_revision').comment('Of the tree that was read last');
    table.text('etag').comment('For the next read');
    table.smallint('priority').notNullable().comment('0 is served first');
    table.bigint('due_at').notNullable().comment('When to look at it');
    table.bigint('fetch_at').notNullable().comment('When to ask its host');
    table.bigint('lease_until').notNullable().defaultTo(0);
    table.integer('token').notNullable().defaultTo(0).comment('Of the lease');
    table
      .integer('req_seq')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each request, so that none is lost');
    table
      .integer('attempt')
      .notNullable()
      .defaultTo(0)
      .comment('Leases since the last one that was ended');
    table.bigint('parked_at').comment('Not looked at until someone asks');
    table.bigint('read_at').comment('When its host answered last');
    table.bigint('failing_since');
    table.text('error_class');
    table.text('error_message');
  });
  await knex.raw(
    'CREATE INDEX hardening_repository_due ON hardening_repository (priority, due_at) WHERE parked_at IS NULL',
  );
  await knex.schema.alterTable('hardening_repository', table => {
    table.index(['host'], 'hardening_repository_host');
  });

  await knex.schema.createTable('hardening_listing', table => {
    table.comment('The files of a repository at its last revision');
    table
      .integer('repository_id')
      .primary()
      .references('hardening_repository.id')
      .onDelete('CASCADE');
    table.binary('body').notNullable().comment('JSON, gzip');
  });

  await knex.schema.createTable('hardening_file', table => {
    table.comment('Texts of files, secrets masked');
    table.string('oid', 64).primary().comment('SHA-256 of the original');
    table.binary('body').notNullable().comment('JSON string, gzip');
    table.bigint('used_at').notNullable().index();
  });

  await knex.schema.createTable('hardening_entity', table => {
    table.comment('The current state of each entity');
    table.increments('id');
    table.specificType('entity_ref', ref).notNullable().unique();
    table.text('title');
    table.specificType('owner_ref', ref);
    table.specificType('system_ref', ref);
    table.text('type');
    table.text('lifecycle');
    table
      .integer('repository_id')
      .references('hardening_repository.id')
      .comment('Null when there is nothing to read');
    table.text('path').notNullable().comment('Folder; empty for the root');
    table.string('status', 16).notNullable();
    table.text('reason').comment('Why there is no score');
    table.smallint('score');
    table.double('raw');
    table.string('grade', 1);
    table.string('level', 16);
    table.double('coverage');
    table.integer('failed').comment('Findings that count');
    table.integer('unknown').comment('Rules that could not be decided');
    table.text('revision').comment('Of the tree for which this holds');
    table.string('ruleset_version', 64);
    table.string('policy_hash', 64);
    table.string('input_hash', 64);
    table.bigint('assessed_at');
    table.bigint('valid_until');
    table.bigint('stale_since').comment('Could not be read since');
    table.text('stale_reason');
    table.bigint('gone_since').comment('Missing in the catalog since');
    table.bigint('removed_at');
    table.index(['repository_id'], 'hardening_entity_repository');
  });
  const current = 'removed_at IS NULL';
  for (const [name, columns, condition] of [
    ['score', 'score, id', `status = 'scored' AND ${current}`],
    ['owner_score', 'owner_ref, score, id', `status = 'scored' AND ${current}`],
    [
      'system_score',
      'system_ref, score, id',
      `status = 'scored' AND ${current}`,
    ],
    ['grade_score', 'grade, score, id', `status = 'scored' AND ${current}`],
    ['owner_grade', 'owner_ref, status, grade', current],
    ['name', 'entity_ref', current],
    ['removed', 'removed_at', 'removed_at IS NOT NULL'],
  ]) {
    await knex.raw(
      `CREATE INDEX hardening_entity_${name} ON hardening_entity (${columns}) WHERE ${condition}`,
    );
  }

  const ofEntity = table =>
    table
      .integer('entity_id')
      .notNullable()
      .references('hardening_entity.id')
      .onDelete('CASCADE');

  await knex.schema.createTable('hardening_assessment', table => {
    table.comment('How the score comes about, without findings');
    ofEntity(table).primary();
    table.binary('body').notNullable().comment('JSON, gzip');
  });

  await knex.schema.createTable('hardening_finding', table => {
    ofEntity(table);
    table.string('fingerprint', 64).notNullable();
    table.integer('position').notNullable().comment('Dearest first, from 0');
    table.text('rule').notNullable();
    table.text('subject').notNullable().comment('The file that is judged');
    table.text('path').notNullable().comment('The file of the place');
    table.string('oid', 64).comment('Of the text of that file');
    table.integer('start_offset').notNullable();
    table.integer('end_offset').notNullable();
    table.integer('start_line').notNullable();
    table.integer('start_column').notNullable();
    table.integer('end_line').notNullable();
    table.integer('end_column').notNullable();
    table.smallint('severity').notNullable().comment('0 is critical');
    table.text('message_id').notNullable();
    table.text('message').notNullable();
    table.text('data').notNullable().comment('Of the message; JSON');
    table.smallint('scored').notNullable();
    table.double('points_lost').notNullable();
    table.bigint('first_seen_at').notNullable();
    table.primary(['entity_id', 'fingerprint']);
    table.index(['entity_id', 'position'], 'hardening_finding_position');
  });

  await knex.schema.createTable('hardening_history', table => {
    table.comment('One row for each day on which the score changed');
    ofEntity(table);
    table.integer('day').notNullable().comment('Days since 1970').index();
    table.smallint('score');
    table.string('grade', 1);
    table.primary(['entity_id', 'day']);
  });

  await knex.schema.createTable('hardening_change', table => {
    table.comment('What moved the score');
    table.increments('id');
    ofEntity(table);
    table.bigint('at').notNullable().index();
    table.string('cause', 16).notNullable();
    table.text('revision');
    table.string('ruleset_version', 64).notNullable();
    table.string('policy_hash', 64).notNullable();
    table.smallint('score_before');
    table.smallint('score_after');
    table.text('flips').notNullable().comment('JSON');
    table.index(['entity_id', 'id'], 'hardening_change_entity');
  });

  if (isPostgres) {
    // Rows that change all the time: room beside each, and early vacuuming.
    for (const name of ['repository', 'entity']) {
      await knex.raw(
        `ALTER TABLE hardening_${name} SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`,
      );
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'change',
    'history',
    'finding',
    'assessment',
    'entity',
    'file',
    'listing',
    'repository',
  ]) {
    await knex.schema.dropTable(`hardening_${name}`);
  }
};
