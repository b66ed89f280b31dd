// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
// Not part of what the engine publishes.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { PLANTED_SECRETS } from '../../../../packages/engine/src/testing/plantedSecrets';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { dumpDatabase } from './testing/dumpDatabase';
import { pathOf } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'planted secrets, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;
    /** Everything that came out anywhere. */
    const seen: string[] = [];

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.start();
    });
    afterAll(() => api.stop());

    const ask = async (...request: Parameters<TestApi['ask']>) => {
      const response = await api.ask(...request);
      seen.push(response.text, JSON.stringify(response.headers));
      return response;
    };

    it('come out of no route, no table and no log', async () => {
      const trees = plantTrees();
      const names = trees.map((_, index) => `planted-${index}`);
      await api.repositories.describe(
        trees.map((tree, index) => ({
          name: names[index]!,
          ownerRef: 'group:default/planters',
          tree,
        })),
      );
      await api.repositories.refresh();

      let excerpts = 0;
      for (const [index, name] of names.entries()) {
        const path = pathOf(name);
        const { body } = await ask('get', path);
        expect(body.state).toBe('scored');
        await ask('get', `${path}/assessment`);
        await ask('get', `${path}/history`);
        await ask('get', `${path}/changes`);
        await ask('get', `${path}/findings/none/excerpt`);
        await ask('post', `${path}/refresh`);
        const { body: page } = await ask('get', `${path}/findings?limit=100`);
        for (const { fingerprint } of page.items) {
          const excerpt = `${path}/findings/${fingerprint}/excerpt`;
          if ((await ask('get', excerpt)).status === 200) excerpts += 1;
        }
        await ask('post', '/preview', { body: { files: trees[index] } });
        await ask('post', '/preview', { body: trees[index] });
      }
      for (const list of [
        '/scorecards?limit=100',
        '/scorecards/rollup',
        '/rules',
      ]) {
        await ask('get', list);
      }
      // What an assessment dies of may quote the files.
      const { assess } = api;
      api.assess = async ({ files }) => {
        throw new Error(files.map(({ text }) => text).join());
      };
      for (const files of trees) {
        const { status } = await ask('post', '/preview', { body: { files } });
        expect(status).toBe(503);
      }
      api.assess = assess;
      await api.repositories.refresh();

      expect(excerpts).toBeGreaterThan(3 * PLANTED_SECRETS.length);
      expect(
        new Set(PLANTED_SECRETS.map(({ kind }) => kind)).size,
      ).toBeGreaterThan(40);
      const places = {
        answers: seen.join('\n'),
        tables: await dumpDatabase(knex),
        logs: api.logged.join('\n'),
        audit: JSON.stringify(api.auditEvents.map(({ meta }) => meta)),
      };
      expect(places.tables).toContain('install-app');
      expect(places.answers).toContain('install-app');
      for (const [place, text] of Object.entries(places)) {
        for (const { kind, secret } of PLANTED_SECRETS) {
          expect([place, kind, text.includes(secret)]).toEqual([
            place,
            kind,
            false,
          ]);
        }
      }
    });
  },
);

/** Ten secrets in each, in all kinds of places. */
function plantTrees(): Record<string, string>[] {
  const trees: Record<string, string>[] = [];
  PLANTED_SECRETS.forEach(({ dockerfile }, index) => {
    const tree = (trees[Math.floor(index / 10)] ??= {
      '.dockerignore': '.git\n',
      'deploy/.env': dockerfile,
    });
    tree[`${index}/Dockerfile`] = dockerfile;
  });
  return trees;
}
