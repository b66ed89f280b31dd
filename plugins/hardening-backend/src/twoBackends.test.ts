// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  hardeningExtensionPoint,
  type SourceReader,
} from '@plimsoll/plugin-hardening-node';
import knexFactory, { type Knex } from 'knex';
import path from 'node:path';
import request from 'supertest';
import { openDatabase } from './database/openDatabase';
import { hardeningPlugin } from './plugin';
import { LocalFolderReader } from './sources/localFolders';
import { eventually } from './testing/eventually';
import { GatedReader, Meeting } from './testing/gatedReaders';

// SQLite has one process.
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const REPOSITORIES = 20;
const IN_MONOREPO = 10;
const HOUR = 3_600_000;

const describeThere = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;

describeThere('two backends on one database', () => {
  const directory = createMockDirectory();
  let connection: Knex.PgConnectionConfig;
  let knex: Knex;
  let stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    const own = await databases.init('POSTGRES_18');
    ({ connection } = own.client.config);
    knex = await openDatabase(mockServices.database({ knex: own }));
    await noteWriters(knex);
  });
  afterEach(async () => {
    await Promise.all(stops.map(stop => stop()));
    stops = [];
  });

  /** A whole backend, which the database knows by its name. */
  const start = async (
    name: string,
    entities: Entity[],
    readers: readonly SourceReader[] = [],
  ) => {
    const own = knexFactory({
      client: 'pg',
      connection: {
        ...connection,
        // Does not let itself be copied.
        password: connection.password,
        application_name: name,
      },
    });
    const warnings: string[] = [];
    const logger = mockServices.logger.mock({
      child: () => logger,
      warn: message => warnings.push(message),
    });
    const backend = await startTestBackend({
      features: [
        hardeningPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            hardening: {
              limits: { slots: 2 },
            },
          },
        }),
        createServiceFactory({
          service: coreServices.logger,
          deps: {},
          factory: () => logger,
        }),
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex: own }),
        }),
        moduleOf(readers),
      ],
    });
    stops.push(async () => {
      await backend.stop();
      await own.destroy();
    });
    return { server: backend.server, warnings };
  };
  const written = (): Promise<Written[]> => knex('written').select('*');

  it('share the work, and write each entity once for each revision', async () => {
    const entities = describeFolders(directory.path);
    const write = (base: string) =>
      directory.setContent(
        Object.fromEntries(
          entities.map(({ metadata: { name } }) => [
            path.join(folderOf(name), 'Dockerfile'),
            `FROM ${base}\nCMD ["${name}"]\n`,
          ]),
        ),
      );
    const revisions = () =>
      eventually(async () => {
        const rows = await knex('hardening_entity as e')
          .join('hardening_repository as r', 'r.id', 'e.repository_id')
          .whereNotNull('assessed_at')
          .andWhere('due_at', '>', Date.now() + HOUR / 2)
          .select('entity_ref', 'revision');
        return rows.length === entities.length ? rows : undefined;
      });
    // So neither can be done before the other one has begun.
    const meeting = new Meeting(2);
    const folders = new LocalFolderReader([directory.path]);
    const begin = (name: string) =>
      start(name, entities, [meeting.reader(name, folders)]);
    write('alpine:3.22');
    meeting.call();
    const backends = await Promise.all([begin('one'), begin('two')]);
    const before = await revisions();
    write('node:latest');
    meeting.call();
    // All at the same time, and each of both.
    const asked = await Promise.all(
      backends.flatMap(({ server }) =>
        entities.map(({ metadata: { name } }) =>
          request(server).post(
            `/api/hardening/entities/component/default/${name}/refresh`,
          ),
        ),
      ),
    );
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([202]));
    const after = await eventually(async () => {
      const rows = await revisions();
      const old = new Set(before.map(({ revision }) => revision));
      return rows.some(({ revision }) => old.has(revision)) ? undefined : rows;
    });

    const all = await written();
    const expected = [...before, ...after].map(keyOf).sort();
    expect(all.map(keyOf).sort()).toEqual(expected);
    for (const part of [before, after]) {
      const keys = new Set(part.map(keyOf));
      const writers = all.filter(row => keys.has(keyOf(row)));
      expect(new Set(writers.map(({ by }) => by))).toEqual(
        new Set(['one', 'two']),
      );
    }
    const changes = await knex('hardening_change').select('entity_id', 'cause');
    expect(changes).toHaveLength(expected.length);
    const leases = await knex('hardening_repository').pluck('lease_until');
    expect(leases.map(Number)).toEqual(Array(REPOSITORIES + 1).fill(0));
    expect(backends.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it.each(['while the other one works', 'after the other one has ended'])(
    'refuse what comes without the lease, %s',
    async when => {
      const entity = entityOf('shop', 'url:vault:///shop/catalog-info.yaml');
      const old = new GatedReader('old', 'FROM node:latest\n');
      const slow = await start('slow', [entity], [old]);
      await old.begun;
      // As if it had been stopped for a minute.
      await knex('hardening_repository').update({ lease_until: 1 });
      const next = new GatedReader('new', 'FROM scratch\n');
      await start('fast', [entity], [next]);
      await next.begun;
      const ended = () =>
        eventually(async () =>
          (await written()).find(({ by }) => by === 'fast'),
        );
      const refused = () => eventually(async () => slow.warnings.at(-1));
      const steps = [
        async () => {
          old.open();
          await refused();
        },
        async () => {
          next.open();
          await ended();
        },
      ];
      if (when.startsWith('after')) steps.reverse();
      for (const step of steps) await step();

      expect(slow.warnings).toEqual(['Lost the lease on a repository']);
      expect(await written()).toMatchObject([{ by: 'fast', revision: 'new' }]);
      expect(await knex('hardening_entity')).toMatchObject([
        { revision: 'new', status: 'scored', stale_reason: null },
      ]);
      expect(await knex('hardening_repository')).toMatchObject([
        { token: 2, tree_revision: 'new', lease_until: '0', error_class: null },
      ]);
    },
  );
});

/** An assessment that was written, and by which backend. */
interface Written {
  readonly entity_ref: string;
  readonly revision: string;
  readonly by: string;
}

/** Has the database itself note who writes which assessment. */
async function noteWriters(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE written (entity_ref text, revision text, by text);
    CREATE FUNCTION note_writer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO written VALUES
        (NEW.entity_ref, NEW.revision, current_setting('application_name'));
      RETURN NEW;
    END $$;
    CREATE TRIGGER note_writer AFTER UPDATE OF assessed_at ON hardening_entity
      FOR EACH ROW EXECUTE FUNCTION note_writer();`);
}

const keyOf = (row: Pick<Written, 'entity_ref' | 'revision'>) =>
  `${row.entity_ref} at ${row.revision}`;

/** Repositories of one entity each, and one of many. */
function describeFolders(root: string): Entity[] {
  const names = [
    ...Array.from({ length: REPOSITORIES }, (_, index) => `shop-${index}`),
    ...Array.from({ length: IN_MONOREPO }, (_, index) => `part-${index}`),
  ];
  return names.map(name => {
    return name.startsWith('part-')
      ? entityOf(name, `file:${root}/mono/c.yaml`, `dir:./${name}`)
      : entityOf(name, `file:${root}/${name}/c.yaml`);
  });
}

function folderOf(name: string): string {
  return name.startsWith('part-') ? `mono/${name}` : name;
}

function entityOf(name: string, location: string, source?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        ...(source && { 'backstage.io/source-location': source }),
      },
    },
  };
}

function moduleOf(readers: readonly SourceReader[]) {
  return createBackendModule({
    pluginId: 'hardening',
    moduleId: 'vault',
    register(env) {
      env.registerInit({
        deps: { hardening: hardeningExtensionPoint },
        async init({ hardening }) {
          for (const reader of readers) hardening.addSourceReader(reader);
        },
      });
    },
  });
}
