// SPDX-License-Identifier: Apache-2.0
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { clearDatabase } from '../database/testing/clearDatabase';
import {
  DATABASE_IDS,
  openTestDatabase,
} from '../database/testing/openTestDatabase';
import { LocalFolderReader } from '../sources/localFolders';
import { reconcile, type EntityFilter } from './reconcile';
import { Reconciler } from './reconciler';

const databases = TestDatabases.create({ ids: DATABASE_IDS });

const component = (name: string, more: Partial<Entity> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    title: name.toUpperCase(),
    annotations: {
      'backstage.io/managed-by-location': `file:/srv/${name}/catalog-info.yaml`,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'crew' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/crew' },
    { type: 'partOf', targetRef: 'component:default/whole' },
    { type: 'partOf', targetRef: 'system:default/shop' },
  ],
  ...more,
});

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });
  beforeEach(async () => {
    jest.clearAllMocks();
    await clearDatabase(knex);
  });

  const optionsOf = (entities: Entity[], filter?: EntityFilter) => ({
    knex,
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    logger,
    filter: filter ?? [{ kind: 'Component' }],
    sources: { readers: [new LocalFolderReader(['/srv'])], allow: [] },
  });
  const pass = (entities: Entity[], filter?: EntityFilter) =>
    reconcile(optionsOf(entities, filter));
  const rows = () => knex('hardening_entity').orderBy('entity_ref').select('*');
  const liveRefs = async () =>
    (await rows())
      .filter(row => row.removed_at === null)
      .map(row => row.entity_ref);
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => component(`c${index}`));

  it('takes over what the catalog says, and writes it once', async () => {
    const entities = [component('a'), component('b', { relations: [] })];
    expect(await pass(entities)).toEqual({
      entities: 2,
      written: 2,
      removed: 0,
    });
    const [a, b] = await rows();
    expect(a).toMatchObject({
      entity_ref: 'component:default/a',
      title: 'A',
      owner_ref: 'group:default/crew',
      system_ref: 'system:default/shop',
      type: 'service',
      lifecycle: 'production',
      path: '',
      status: 'pending',
      reason: null,
    });
    expect(b).toMatchObject({ owner_ref: null, system_ref: null });
    expect(await knex('hardening_repository').pluck('url')).toEqual([
      'file:///srv/a',
      'file:///srv/b',
    ]);
    expect(await pass(entities)).toEqual({
      entities: 2,
      written: 0,
      removed: 0,
    });
  });

  it('makes the repository of a new entity due, and of no other', async () => {
    await pass([component('a')]);
    await knex('hardening_repository').update({ due_at: 9e12, fetch_at: 9e12 });
    const monorepo = component('b', {
      metadata: { ...component('a').metadata, name: 'b' },
    });
    await pass([component('a'), monorepo, component('c')]);
    const due = await knex('hardening_repository').orderBy('url').select('*');
    expect(due.map(row => [row.url, Number(row.due_at) < 9e12])).toEqual([
      ['file:///srv/a', true],
      ['file:///srv/c', true],
    ]);
    expect(Number(due[0].fetch_at)).toBe(9e12);
    expect(Number(due[1].fetch_at)).toBeLessThan(9e12);

    await knex('hardening_repository').update({ due_at: 9e12 });
    const renamed = component('a');
    renamed.metadata.title = 'Another';
    expect(await pass([renamed, monorepo, component('c')])).toMatchObject({
      written: 1,
    });
    expect(
      (await knex('hardening_repository').pluck('due_at')).map(Number),
    ).toEqual([9e12, 9e12]);
  });

  it('begins anew with an entity whose source moves', async () => {
    await pass([component('a')]);
    const [{ id: entityId }] = await rows();
    await knex('hardening_entity').update({
      status: 'scored',
      score: 90,
      grade: 'A',
      assessed_at: 1,
      input_hash: 'x',
    });
    await knex('hardening_assessment').insert({
      entity_id: entityId,
      body: Buffer.from('x'),
    });
    const annotations = {
      'backstage.io/managed-by-location': 'file:/srv/other/catalog-info.yaml',
    };
    await pass([component('a', { metadata: { name: 'a', annotations } })]);
    expect(await rows()).toMatchObject([
      {
        id: entityId,
        status: 'pending',
        score: null,
        assessed_at: null,
        input_hash: null,
      },
    ]);
    expect(await knex('hardening_assessment').pluck('entity_id')).toEqual([]);

    annotations['backstage.io/managed-by-location'] = 'bootstrap:x';
    await pass([component('a', { metadata: { name: 'a', annotations } })]);
    expect(await rows()).toMatchObject([
      { status: 'notScored', reason: 'no-source', repository_id: null },
    ]);
  });

  it('takes only what the filter lets through', async () => {
    const entities = [
      component('a'),
      component('b', { kind: 'Resource' }),
      component('c', { kind: 'API' }),
    ];
    await pass(entities, [{ kind: 'Component' }, { kind: 'Resource' }]);
    expect(await liveRefs()).toEqual([
      'component:default/a',
      'resource:default/b',
    ]);
  });

  it('removes what was missing twice, and takes it back', async () => {
    await pass([component('a'), component('b')]);
    expect(await pass([component('a')])).toMatchObject({ removed: 0 });
    expect(await liveRefs()).toHaveLength(2);
    expect(await pass([component('a')])).toMatchObject({ removed: 1 });
    expect(await liveRefs()).toEqual(['component:default/a']);
    expect(await pass([component('a')])).toMatchObject({
      written: 0,
      removed: 0,
    });

    await knex('hardening_repository').update({ due_at: 9e12, parked_at: 1 });
    await pass([component('a'), component('b')]);
    expect(await liveRefs()).toHaveLength(2);
    const [a, b] = await knex('hardening_repository').orderBy('url');
    expect(Number(a.due_at)).toBe(9e12);
    expect(b.parked_at).toBeNull();
    // Missing once, and there again, is not missing twice.
    await pass([component('a')]);
    await pass([component('a'), component('b')]);
    await pass([component('a')]);
    expect(await liveRefs()).toHaveLength(2);
  });

  it('does not believe a catalog that has lost many at once', async () => {
    await pass(many(40));
    for (let times = 0; times < 3; times++) {
      expect(await pass([])).toMatchObject({ removed: 0 });
    }
    expect(await liveRefs()).toHaveLength(40);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Many entities are missing'),
      { missing: 40, found: 0 },
    );
    await knex('hardening_entity').update({ gone_since: 1 });
    expect(await pass([])).toMatchObject({ removed: 40 });
  });

  it('removes nothing when the catalog fails on the way', async () => {
    await pass(many(5));
    const options = optionsOf([]);
    options.catalog.queryEntities = async () => {
      throw new Error('500');
    };
    await expect(reconcile(options)).rejects.toThrow('500');
    expect((await rows()).filter(row => row.gone_since !== null)).toEqual([]);
  });

  it('takes page after page', async () => {
    expect(await pass(many(600))).toMatchObject({ entities: 600 });
    expect(await liveRefs()).toHaveLength(600);
    expect(await pass(many(600))).toMatchObject({ written: 0, removed: 0 });
  });

  it('does not stumble over texts that no database keeps', async () => {
    const odd = component('a');
    odd.metadata.title = 'a\0b\ud800';
    expect(await pass([odd])).toMatchObject({ written: 1 });
    expect(await pass([odd])).toMatchObject({ written: 0 });
    expect(await rows()).toMatchObject([{ title: 'a\ufffdb\ufffd' }]);
  });

  it('lets two passes of one process be one', async () => {
    const options = optionsOf([component('a')]);
    const query = jest.spyOn(options.catalog, 'queryEntities');
    const changed = jest.fn();
    const reconciler = new Reconciler(options, changed);
    await Promise.all([reconciler.run(), reconciler.run()]);
    // Once for the systems, once for the entities.
    expect(query).toHaveBeenCalledTimes(2);
    expect(changed).toHaveBeenCalledTimes(1);
    await reconciler.run();
    expect(query).toHaveBeenCalledTimes(4);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('tries again while the backend starts, until it is stopped', async () => {
    const options = optionsOf([component('a')]);
    const real = options.catalog.queryEntities.bind(options.catalog);
    const stopping = new AbortController();
    let times = 0;
    options.catalog.queryEntities = async (...args) => {
      times += 1;
      if (times === 1) throw new Error('not yet');
      stopping.abort();
      return real(...args);
    };
    await new Reconciler(options).startUp(stopping.signal, [0, 0, 0]);
    expect(times).toBe(2);
  });
});
