// SPDX-License-Identifier: Apache-2.0
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import path from 'node:path';
import { openDatabase } from '../database/openDatabase';
import { runKills } from '../testing/kills/killRounds';

const KILLS = 20;

// `npm run soak` does the same a thousand times.
describe(`a backend that is killed ${KILLS} times at any step`, () => {
  const directory = createMockDirectory();
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const seed = Date.now() % 1_000_000;
  const run = (database: Knex.Config) =>
    runKills({
      kills: KILLS,
      seed,
      database,
      root: path.join(directory.path, 'repositories'),
      open: () =>
        openDatabase({ getClient: async () => knexFactory(database) }),
    });

  it(`loses and doubles nothing on SQLite (seed ${seed})`, async () => {
    const { changes } = await run({
      client: 'better-sqlite3',
      connection: { filename: path.join(directory.path, 'a.sqlite') },
      useNullAsDefault: true,
    });
    expect(changes).toBeGreaterThan(KILLS);
  }, 300_000);

  if (databases.supports('POSTGRES_18')) {
    it(`loses and doubles nothing on PostgreSQL (seed ${seed})`, async () => {
      const knex = await databases.init('POSTGRES_18');
      const { connection } = knex.client.config;
      // The password does not let itself be copied.
      const { changes } = await run({
        client: 'pg',
        connection: { ...connection, password: connection.password },
      });
      expect(changes).toBeGreaterThan(KILLS);
    }, 300_000);
  }
});
