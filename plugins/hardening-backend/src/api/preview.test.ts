// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { assess } from '@plimsoll/engine';
import type { Knex } from 'knex';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { dumpDatabase } from './testing/dumpDatabase';
import { CARELESS, TELLTALE } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MEBIBYTE = 1024 * 1024;

describe.each(databases.eachSupportedId())(
  'preview, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.start();
    });
    afterAll(() => api.stop());

    const preview = (body: unknown, headers = {}) =>
      api.ask('post', '/preview', { body, headers });
    const numbered = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`${index}.txt`, 'a']),
      );

    it('says what the engine says, and keeps nothing', async () => {
      const before = await dumpDatabase(knex);
      const { status, body, headers } = await preview({ files: CARELESS });
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('no-store');
      const expected = assess({
        files: Object.entries(CARELESS).map(([path, text]) => ({
          path,
          size: text.length,
          text,
        })),
        listing: 'complete',
        now: new Date(),
      });
      const { score, gates, actions, images, rulesetVersion } = expected;
      expect(body).toMatchObject({
        ...{ score, gates, actions, images, rulesetVersion },
        outcomes: expected.results.map(({ rule, path, outcome, findings }) => ({
          ...{ rule, path, outcome },
          findings: findings.length,
        })),
      });
      expect(await dumpDatabase(knex)).toBe(before);
    });

    it.each([
      ['no files', {}, {}, 200],
      ['fifty files', numbered(50), {}, 200],
      ['fifty-one', numbered(51), {}, 400],
      ['1 MiB', { Dockerfile: `#${'\n'.repeat(MEBIBYTE - 1)}` }, {}, 200],
      ['a byte more', { Dockerfile: `#${'\n'.repeat(MEBIBYTE)}` }, {}, 413],
      ['a byte more in two', { a: 'é'.repeat(MEBIBYTE / 2), b: 'b' }, {}, 413],
      ['four times as much', { Dockerfile: 'x'.repeat(4 * MEBIBYTE) }, {}, 413],
      ['a path that leads out', { '../Dockerfile': '' }, {}, 400],
      ['an absolute path', { '/Dockerfile': '' }, {}, 400],
      ['an empty path', { '': '' }, {}, 400],
      ['a long path', { ['x'.repeat(1025)]: '' }, {}, 400],
      ['a number', { Dockerfile: 1 }, {}, 400],
      ['null', { Dockerfile: null }, {}, 400],
      ['another format', { a: 'b' }, { 'content-type': 'text/plain' }, 400],
    ])('takes %s as it should', async (_, files, headers, expected) => {
      const text = JSON.stringify({ files });
      const { status } = await preview(text, {
        'content-type': 'application/json',
        ...headers,
      });
      expect(status).toBe(expected);
    });

    it.each([
      `{"files": {"Dockerfile": "${TELLTALE}"`,
      `{"files": {}, "${'more'}": "${TELLTALE}"}`,
      `[]`,
      `"${TELLTALE}"`,
      '',
    ])('refuses %s without repeating it', async body => {
      const headers = { 'content-type': 'application/json' };
      const answer = await preview(body, headers);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(TELLTALE);
    });

    it('makes a few at once, and sends the others away', async () => {
      const { assess: judge } = api;
      let open = () => {};
      const gate = new Promise<void>(resolve => {
        open = resolve;
      });
      api.assess = async input => {
        await gate;
        return judge(input);
      };
      const asked = Array.from({ length: 10 }, () =>
        preview({ files: { Dockerfile: 'FROM alpine' } }).finally(open),
      );
      const statuses = (await Promise.all(asked)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([...Array(8).fill(200), 503, 503]);
      api.assess = judge;
      const { status } = await preview({ files: {} });
      expect(status).toBe(200);
    });

    it('says that it could not, and nothing about the files', async () => {
      const { assess: judge } = api;
      api.assess = async ({ files }) => {
        throw new Error(`It failed on ${files[0]!.text}`);
      };
      const answer = await preview({ files: { Dockerfile: TELLTALE } });
      expect(answer.status).toBe(503);
      expect(answer.body.error.name).toBe('ServiceUnavailableError');
      expect(answer.text).not.toContain(TELLTALE);
      api.assess = judge;
      expect(api.logged.length).toBeGreaterThan(0);
      expect(api.logged.join('\n')).not.toContain(TELLTALE);
    });
  },
);
