// SPDX-License-Identifier: Apache-2.0

// Times are milliseconds since 1970, days are days since 1970, both in UTC.

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  // Compared by bytes on both databases.
  const key = isPostgres ? 'text COLLATE "C"' : 'text';

  await knex.schema.createTable('hardening_scan', table => {
    table.comment('Scan reports, those in force and those they replaced');
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('hardening_entity.id')
      .onDelete('CASCADE');
    table
      .string('slot', 64)
      .notNullable()
      .comment('Only the newest report of a slot is in force');
    table.text('image').notNullable().comment('By which sightings are kept');
    table.text('dockerfile').comment('Whose image it is; null when not said');
    table.text('scanner').notNullable();
    table.bigint('scanned_at').comment('Null when the report does not say');
    table.bigint('received_at').notNullable();
    table
      .bigint('dated_at')
      .notNullable()
      .comment('When it was made, else received: the newest is in force');
    table.text('subject').notNullable().comment('Who sent it');
    table.string('digest', 64).notNullable().comment('Of the report as read');
    table.text('facts').notNullable().comment('What a list shows of it; JSON');
    table.binary('body').notNullable().comment('The report as read; gzip');
    table.bigint('superseded_at').comment('Null while it is in force');
    table.unique(['entity_id', 'slot', 'digest'], {
      indexName: 'hardening_scan_digest',
    });
    table.index(['entity_id', 'id'], 'hardening_scan_entity');
  });
  await knex.raw(
    'CREATE INDEX hardening_scan_in_force ON hardening_scan (entity_id) WHERE superseded_at IS NULL',
  );
  await knex.raw(
    'CREATE INDEX hardening_scan_superseded ON hardening_scan (superseded_at) WHERE superseded_at IS NOT NULL',
  );

  await knex.schema.createTable('hardening_vulnerability_seen', table => {
    table.comment('Since when an image has a vulnerability that has a fix');
    table.specificType('image', key).notNullable();
    table.specificType('vulnerability', key).notNullable();
    table.specificType('package', key).notNullable();
    table.integer('first_day').notNullable();
    table
      .integer('last_day')
      .notNullable()
      .index('hardening_vulnerability_seen_last')
      .comment('Of the week in which it was seen last');
    table.primary(['image', 'vulnerability', 'package']);
  });

  await knex.schema.createTable('hardening_place', table => {
    table.comment('Since when there is anything to scan, whoever describes it');
    table.string('place', 64).primary().comment('SHA-256 of tree and folder');
    table.bigint('first_seen_at').notNullable();
  });

  await knex.schema.alterTable('hardening_entity', table => {
    table
      .string('evidence_hash', 64)
      .comment('Of all but files, for the score');
  });
  await knex.schema.alterTable('hardening_assessment', table => {
    table.binary('files_body').comment('By the files alone; JSON, gzip');
  });
  await knex.schema.alterTable('hardening_finding', table => {
    table.integer('count').comment('How many it stands for; null for one');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('hardening_finding', table => {
    table.dropColumn('count');
  });
  await knex.schema.alterTable('hardening_assessment', table => {
    table.dropColumn('files_body');
  });
  await knex.schema.alterTable('hardening_entity', table => {
    table.dropColumn('evidence_hash');
  });
  for (const name of ['place', 'vulnerability_seen', 'scan']) {
    await knex.schema.dropTable(`hardening_${name}`);
  }
};
