// SPDX-License-Identifier: Apache-2.0
import {
  mockCredentials,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { trivyReport } from '../scans/testing/trivyReport';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { EXAMPLES, pathOf, TELLTALE } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CATALOG = 'catalog.entity.read';
const READ = 'hardening.assessment.read';
const SOURCE = 'hardening.source.read';
const REFRESH = 'hardening.refresh';
const SHOP = pathOf('shop');
const FILES = { files: { Dockerfile: `FROM alpine\n# ${TELLTALE}\n` } };

/** What each operation takes, beside seeing the entity in the catalog. */
const OPERATIONS: readonly {
  readonly id: string;
  readonly path: string;
  readonly takes: readonly string[];
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly event?: string;
}[] = [
  { id: 'getEntitySummary', path: SHOP, takes: [READ] },
  { id: 'getAssessment', path: `${SHOP}/assessment`, takes: [READ] },
  { id: 'listFindings', path: `${SHOP}/findings`, takes: [READ] },
  {
    id: 'getExcerpt',
    path: `${SHOP}/findings/FINGERPRINT/excerpt`,
    takes: [READ, SOURCE],
    event: 'source-read',
  },
  { id: 'getHistory', path: `${SHOP}/history`, takes: [READ] },
  { id: 'listChanges', path: `${SHOP}/changes`, takes: [READ] },
  {
    id: 'refreshEntity',
    path: `${SHOP}/refresh`,
    takes: [REFRESH],
    event: 'entity-refresh',
    status: 202,
  },
  { id: 'listReports', path: `${SHOP}/reports`, takes: [READ] },
  {
    id: 'uploadReport',
    path: `${SHOP}/reports`,
    takes: ['hardening.report.upload'],
    body: JSON.parse(trivyReport()),
    headers: {
      authorization: mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('external:ci'),
        targetPluginId: 'hardening',
      }),
    },
    status: 201,
    event: 'report-upload',
  },
  { id: 'listScorecards', path: '/scorecards', takes: [READ, CATALOG] },
  {
    id: 'exportScorecards',
    path: '/scorecards/export',
    takes: [READ, CATALOG],
  },
  {
    id: 'getScorecardOverview',
    path: '/scorecards/overview',
    takes: [READ, CATALOG],
  },
  { id: 'getRollup', path: '/scorecards/rollup', takes: [READ, CATALOG] },
  { id: 'listRules', path: '/rules', takes: [READ] },
  { id: 'getRule', path: '/rules/dockerfile/non-root-user', takes: [READ] },
  {
    id: 'preview',
    path: '/preview',
    takes: [READ],
    body: FILES,
    event: 'assessment-preview',
  },
];

describe.each(databases.eachSupportedId())(
  'access, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;
    let fingerprint: string;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe(EXAMPLES);
      await api.repositories.refresh();
      await api.start();
      const { body } = await api.ask(
        'get',
        `${SHOP}/findings?rule=dockerfile/no-secrets-in-env`,
      );
      fingerprint = body.items[0].fingerprint;
    });
    beforeEach(() => {
      api.permissions.policy = () => true;
      api.auditEvents.splice(0);
    });
    afterAll(() => api.stop());

    const ask = (operation: (typeof OPERATIONS)[0]) => {
      const { id: operationId, path, body, headers } = operation;
      const { method } = api.document.operations.find(
        one => one.id === operationId,
      )!;
      const url = path.replace('FINGERPRINT', fingerprint);
      return api.ask(method as 'get' | 'post', url, {
        body,
        ...(headers && { headers }),
      });
    };

    it('is tested of each operation', () => {
      expect(OPERATIONS.map(one => one.id)).toEqual(
        api.document.operations.map(one => one.id),
      );
    });

    it.each(OPERATIONS)('lets $id pass with what it takes', async operation => {
      const { takes } = operation;
      api.permissions.policy = (name, entityRef) =>
        name === CATALOG
          ? [undefined, 'component:default/shop'].includes(entityRef)
          : takes.includes(name);
      const { status, text } = await ask(operation);
      expect(status).toBe(operation.status ?? 200);
      expect(text.includes(TELLTALE)).toBe(operation.id === 'getExcerpt');
    });

    it.each(
      OPERATIONS.flatMap(operation =>
        operation.takes.map(missing => ({ ...operation, missing })),
      ),
    )('refuses $id without $missing', async operation => {
      const { missing } = operation;
      api.permissions.policy = name => name !== missing;
      const { status, body, text } = await ask(operation);
      expect(status).toBe(403);
      expect(body.error.name).toBe('NotAllowedError');
      expect(body.error.message).toContain(`"${missing}"`);
      expect(text).not.toContain(TELLTALE);
    });

    it.each(OPERATIONS.filter(({ path }) => path.startsWith(SHOP)))(
      'hides from $id what the catalog hides',
      async operation => {
        api.permissions.policy = (name, ref) =>
          name !== CATALOG || ref === undefined;
        const { status, body } = await ask(operation);
        expect(status).toBe(404);
        const path = operation.path.replace('/shop', '/nobody');
        const missing = await ask({ ...operation, path });
        expect(missing.status).toBe(404);
        expect(body.error.message).toBe(
          missing.body.error.message.replace('/nobody', '/shop'),
        );
      },
    );

    it.each(OPERATIONS)(
      'notes $id in the audit log, or not',
      async operation => {
        const { event, takes } = operation;
        await ask(operation);
        api.permissions.policy = name => name !== takes.at(-1);
        await ask(operation);
        expect(
          api.auditEvents.map(({ eventId, status }) => [eventId, status]),
        ).toEqual(
          event
            ? [
                [event, 'succeeded'],
                [event, 'failed'],
              ]
            : [],
        );
        for (const { meta, request } of api.auditEvents) {
          expect(request).toBeDefined();
          expect(meta).toEqual(
            {
              'source-read': {
                kind: 'component',
                namespace: 'default',
                name: 'shop',
                fingerprint,
              },
              'entity-refresh': {
                kind: 'component',
                namespace: 'default',
                name: 'shop',
              },
              'report-upload': expect.objectContaining({ name: 'shop' }),
              'assessment-preview': { files: 1, bytes: 37 },
            }[event!],
          );
        }
      },
    );

    it('logs no source', () => {
      expect(api.logged.join('\n')).not.toContain(TELLTALE);
    });
  },
);
