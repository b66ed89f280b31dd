// SPDX-License-Identifier: Apache-2.0
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import path from 'node:path';
import { openDatabase } from './openDatabase';
import { listKept, listLastDays, recount } from '../rollups/testing/recount';
import { DATABASE_IDS } from './testing/openTestDatabase';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const directory = path.join(__dirname, '..', '..', 'migrations');

const TABLES = [
  'repository',
  'listing',
  'file',
  'entity',
  'assessment',
  'finding',
  'history',
  'change',
  'scan',
  'vulnerability_seen',
  'place',
].map(name => `hardening_${name}`);

/** What outlives the entity. */
const OF_NO_ENTITY = /_(?:file|vulnerability_seen|place)$/;

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  const open = (client = knex) =>
    openDatabase(mockServices.database({ knex: client }));
  const tables = async () => {
    const found = await Promise.all(
      TABLES.map(table => knex.schema.hasTable(table)),
    );
    return TABLES.filter((_, index) => found[index]);
  };

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('makes all tables, once', async () => {
    await open();
    expect(await tables()).toEqual(TABLES);
    await open();
  });

  it('leaves the schema alone when it is told to', async () => {
    const database = mockServices.database({
      knex,
      migrations: { skip: true },
    });
    await openDatabase(database);
    expect(await tables()).toEqual([]);
  });

  it('goes down and up again with data', async () => {
    await open();
    await fill(knex);
    for (const table of TABLES) expect(await knex(table)).toHaveLength(1);
    await knex.migrate.rollback({ directory }, true);
    expect(await tables()).toEqual([]);
    await open();
    expect(await tables()).toEqual(TABLES);
    await fill(knex);
  });

  it('counts the entities that are there when roll-ups come', async () => {
    await open();
    await fill(knex);
    const entity = { path: '', status: 'scored', score: 80, grade: 'B' };
    await knex('hardening_entity').insert([
      { ...entity, entity_ref: 'component:default/b', owner_ref: 'group:x/y' },
      { ...entity, entity_ref: 'component:default/c', removed_at: 1 },
    ]);
    await knex('hardening_entity')
      .where({ entity_ref: 'component:default/a' })
      .update({ status: 'notScored', reason: 'no-source' });
    await knex.migrate.down({ directory });
    await open();
    expect(await listKept(knex)).toEqual(await recount(knex));
    expect(await listKept(knex)).toHaveLength(2);
    expect(await listLastDays(knex)).toEqual(await recount(knex));
  });

  it('takes down with an entity all that is known of it', async () => {
    await open();
    await fill(knex);
    await knex('hardening_entity').delete();
    await knex('hardening_repository').delete();
    for (const table of TABLES) {
      expect(await knex(table)).toHaveLength(OF_NO_ENTITY.test(table) ? 1 : 0);
    }
  });

  it('frees a lock that a killed process left behind', async () => {
    await open();
    await knex.migrate.rollback({ directory }, true);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    await open();
    expect(await tables()).toEqual(TABLES);
  });

  if (id.startsWith('POSTGRES')) {
    it('lets replicas that start at the same time take turns', async () => {
      const clients = Array.from({ length: 4 }, () =>
        knexFactory({ ...knex.client.config, pool: { min: 0, max: 3 } }),
      );
      try {
        await Promise.all(clients.map(client => open(client)));
        expect(await tables()).toEqual(TABLES);
      } finally {
        await Promise.all(clients.map(client => client.destroy()));
      }
    });
  }
});

async function fill(knex: Knex): Promise<void> {
  const body = Buffer.from('x');
  const [{ id: repositoryId }] = await knex('hardening_repository')
    .insert({ url: 'a', host: '', priority: 1, due_at: 1, fetch_at: 1 })
    .returning('id');
  await knex('hardening_listing').insert({ repository_id: repositoryId, body });
  await knex('hardening_file').insert({ oid: 'a', body, used_at: 1 });
  const [{ id: entityId }] = await knex('hardening_entity')
    .insert({
      entity_ref: 'component:default/a',
      repository_id: repositoryId,
      path: '',
      status: 'scored',
    })
    .returning('id');
  const entity = { entity_id: entityId };
  await knex('hardening_assessment').insert({ ...entity, body });
  await knex('hardening_finding').insert({
    ...entity,
    fingerprint: 'a',
    position: 0,
    rule: 'a/b',
    subject: 'Dockerfile',
    path: 'Dockerfile',
    start_offset: 0,
    end_offset: 1,
    start_line: 1,
    start_column: 1,
    end_line: 1,
    end_column: 2,
    severity: 0,
    message_id: 'a',
    message: 'a',
    data: '{}',
    scored: 1,
    points_lost: 0.1,
    first_seen_at: 1,
  });
  await knex('hardening_history').insert({ ...entity, day: 1 });
  await knex('hardening_change').insert({
    ...entity,
    at: 1,
    cause: 'first',
    ruleset_version: 'a',
    policy_hash: 'a',
    flips: '[]',
  });
  await knex('hardening_scan').insert({
    ...entity,
    slot: 'a',
    image: 'a',
    scanner: 'a',
    received_at: 1,
    dated_at: 1,
    subject: 'a',
    digest: 'a',
    facts: '{}',
    body,
  });
  await knex('hardening_vulnerability_seen').insert({
    image: 'a',
    vulnerability: 'b',
    package: 'c',
    first_day: 1,
    last_day: 1,
  });
  await knex('hardening_place').insert({ place: 'a', first_seen_at: 1 });
}
