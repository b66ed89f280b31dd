// SPDX-License-Identifier: Apache-2.0
import {
  mockCredentials,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { EXAMPLES, pathOf } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'router, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe(EXAMPLES);
      await api.repositories.refresh();
      await api.start();
    });
    afterAll(() => api.stop());

    it.each([
      [
        'shop',
        { state: 'scored', score: { status: 'scored', grade: 'E' }, images: 2 },
      ],
      [
        'tidy',
        { state: 'scored', score: { status: 'scored', grade: 'A' }, gates: [] },
      ],
      [
        'library',
        {
          state: 'notScored',
          score: { status: 'notScored', reason: 'no-container-artefacts' },
          notScoredReason: expect.stringMatching(/^There is no Dockerfile/),
          trend: [{ points: null }],
        },
      ],
      [
        'forbidden',
        {
          state: 'notScored',
          score: { status: 'notScored', reason: 'source-forbidden' },
          notScoredReason: expect.stringMatching(/may not read/),
          stale: {
            reason: '"test:forbidden" says 403',
            nextTryAt: expect.any(String),
          },
        },
      ],
      [
        'unreachable',
        {
          state: 'pending',
          stale: { reason: '"test:unreachable" does not answer' },
        },
      ],
      [
        'homeless',
        {
          state: 'notScored',
          score: { status: 'notScored', reason: 'no-source' },
          refreshing: false,
        },
      ],
    ])('tells where %s stands', async (name, expected) => {
      const entityRef = `component:default/${name}`;
      const { body } = await api.ask('get', pathOf(name));
      expect(body).toMatchObject({ entityRef, ...expected });
      const assessment = await api.ask('get', `${pathOf(name)}/assessment`);
      const { state, notScoredReason, revision } = body;
      expect(assessment.body).toMatchObject({ entityRef, state });
      expect(assessment.body.revision).toBe(revision);
      expect(assessment.body.notScoredReason).toBe(notScoredReason);
      expect(assessment.body.assessment?.score ?? body.score).toEqual(
        body.score,
      );
      for (const list of ['findings', 'history', 'changes']) {
        const { body: page } = await api.ask('get', `${pathOf(name)}/${list}`);
        expect(page.items.length > 0).toBe(
          body.assessedAt !== undefined &&
            (list !== 'findings' || state === 'scored'),
        );
      }
    });

    it('tells how an entity stands by its files alone, too', async () => {
      const path = `${pathOf('tidy')}/assessment`;
      const { body: full } = await api.ask('get', path);
      expect(full.assessment.scope).toBe('full');
      expect((await api.ask('get', `${path}?scope=full`)).body).toEqual(full);
      const { body } = await api.ask('get', `${path}?scope=files`);
      expect(body.assessment.scope).toBe('files');
      expect((await api.ask('get', `${path}?scope=all`)).status).toBe(400);
    });

    it('finds an entity however its reference is written', async () => {
      const { body } = await api.ask('get', '/entities/Component/DEFAULT/Shop');
      expect(body.entityRef).toBe('component:default/shop');
    });

    it('prints points so that each column adds up', async () => {
      const { body: summary } = await api.ask('get', pathOf('shop'));
      const { body } = await api.ask('get', `${pathOf('shop')}/assessment`);
      const { controls, areas, printed } = body.assessment;
      expect(summary.printed).toEqual(printed);
      const tenths = (rows: readonly { readonly printed: string }[]) =>
        rows.reduce(
          (sum, row) => sum + Math.round(10 * Number(row.printed)),
          0,
        );
      const rest = Math.round(
        10 * (Number(printed.rounding) + Number(printed.gate)),
      );
      for (const column of [controls, areas, summary.areas]) {
        expect(tenths(column) + rest).toBe(10 * (100 - summary.score.points));
      }
      expect(Number(printed.total)).toBe(100 - summary.score.points);
    });

    it('tells all findings, dearest first, and filters them', async () => {
      const path = `${pathOf('shop')}/findings`;
      const { body: all } = await api.ask('get', path);
      const { body: summary } = await api.ask('get', pathOf('shop'));
      const counted = all.items.filter(
        (one: { scored: boolean }) => one.scored,
      );
      expect(counted).toHaveLength(summary.failed);
      const lost = counted.map((one: { pointsLost: number }) => one.pointsLost);
      expect(lost).toEqual([...lost].sort((a, b) => b - a));
      for (const [query, predicate] of [
        ['severity=critical', ({ severity }) => severity === 'critical'],
        [
          'severity=high&severity=low',
          ({ severity }) => severity === 'high' || severity === 'low',
        ],
        [
          'path=worker/Dockerfile',
          ({ subject }) => subject === 'worker/Dockerfile',
        ],
        [
          'rule=dockerfile/non-root-user&path=Dockerfile',
          ({ rule, subject }) =>
            rule === 'dockerfile/non-root-user' && subject === 'Dockerfile',
        ],
      ] as readonly (readonly [
        string,
        (one: Record<string, string>) => boolean,
      ])[]) {
        const { body } = await api.ask('get', `${path}?${query}`);
        expect(body.items).toEqual(all.items.filter(predicate));
        expect(body.items.length).toBeGreaterThan(0);
      }
    });

    it('shows the lines of each finding, with secrets masked', async () => {
      const path = `${pathOf('shop')}/findings`;
      const { body } = await api.ask('get', path);
      for (const finding of body.items) {
        const { body: excerpt } = await api.ask(
          'get',
          `${path}/${finding.fingerprint}/excerpt`,
        );
        expect(excerpt.path).toBe(finding.path);
        expect(excerpt.mark.line).toBe(finding.start.line);
      }
      const { fingerprint } = body.items.find(
        ({ rule }: { rule: string }) => rule === 'dockerfile/no-secrets-in-env',
      );
      const answer = await api.ask('get', `${path}/${fingerprint}/excerpt`);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body.lines[1]).toEqual({
        number: 2,
        text: `ENV DB_PASSWORD=${'•'.repeat(11)}`,
      });
    });

    it.each([
      ['get', pathOf('nobody'), 'component:default/nobody'],
      ['post', `${pathOf('nobody')}/refresh`, 'component:default/nobody'],
      ['get', `${pathOf('shop')}/findings/0/excerpt`, 'no finding "0"'],
      ['get', '/rules/dockerfile/nothing', 'dockerfile/nothing'],
    ] as const)('%s %s is not found', async (method, path, message) => {
      const { status, body } = await api.ask(method, path);
      expect(status).toBe(404);
      expect(body.error.name).toBe('NotFoundError');
      expect(body.error.message).toContain(message);
    });

    it('no longer finds what was removed', async () => {
      const own = () =>
        knex('hardening_entity').where({
          entity_ref: 'component:default/tidy',
        });
      await own().update({ removed_at: 1 });
      expect((await api.ask('get', pathOf('tidy'))).status).toBe(404);
      await own().update({ removed_at: null });
      expect((await api.ask('get', pathOf('tidy'))).status).toBe(200);
    });

    it('takes no character 0, which PostgreSQL has in no text', async () => {
      for (const { id: operation, method, path } of api.document.operations) {
        const isPath = path.includes('{');
        const url = path.replace(/\{\w+\}/g, 'a%00');
        const query = isPath ? '' : '?cursor=%00';
        const { status } = await api.ask(method as 'get', `${url}${query}`);
        expect([operation, status]).toEqual([operation, 400]);
      }
    });

    it('asks everyone who they are', async () => {
      for (const { method, path } of api.document.operations) {
        const url = `${api.baseUrl}${path.replace(/\{\w+\}/g, 'a')}`;
        const headers = { authorization: mockCredentials.none.header() };
        const { status } = await fetch(url, { method, headers });
        expect([path, status]).toEqual([path, 401]);
      }
    });

    it('answers services too', async () => {
      const headers = {
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:search'),
          targetPluginId: 'hardening',
        }),
      };
      const { status } = await api.ask('get', pathOf('shop'), { headers });
      expect(status).toBe(200);
    });
  },
);
