// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createServiceFactory,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import path from 'node:path';
import request from 'supertest';
// Not part of what the engine publishes.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { PLANTED_SECRETS } from '../../../packages/engine/src/testing/plantedSecrets';
import { dumpDatabase } from './api/testing/dumpDatabase';
import { pathOf } from './api/testing/examples';
import { OpenApiDocument } from './api/testing/openApiDocument';
import {
  DATABASE_IDS,
  openTestDatabase,
} from './database/testing/openTestDatabase';
import { hardeningPlugin } from './plugin';
import { eventually } from './testing/eventually';

const databases = TestDatabases.create({ ids: DATABASE_IDS });

/** Ten secrets in each, in all kinds of places. */
const TREES: readonly Readonly<Record<string, string>>[] = plantTrees();
const NAMES = TREES.map((_, index) => `planted-${index}`);

describe.each(databases.eachSupportedId())(
  'planted secrets, %s',
  (id: TestDatabaseId) => {
    const directory = createMockDirectory();
    const document = new OpenApiDocument();
    const said = { answers: [], logs: [], audit: [], metrics: [] } as Record<
      'answers' | 'logs' | 'audit' | 'metrics',
      unknown[]
    >;
    const asked = new Set<string>();
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startTestBackend>>;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      directory.setContent(
        Object.fromEntries(TREES.map((tree, index) => [NAMES[index]!, tree])),
      );
      backend = await startTestBackend({
        features: [
          hardeningPlugin,
          catalogServiceMock.factory({ entities: NAMES.map(entityOf) }),
          mockServices.rootConfig.factory({
            data: {
              hardening: {
                sources: { local: { roots: [directory.path] } },
                uploads: {
                  subjects: [
                    {
                      subject: 'external:ci',
                      entities: [{ kind: 'Component' }],
                    },
                  ],
                },
              },
            },
          }),
          createServiceFactory({
            service: coreServices.database,
            deps: {},
            factory: () => mockServices.database({ knex }),
          }),
          createServiceFactory({
            service: coreServices.rootLogger,
            deps: {},
            factory: () => loggerInto(said.logs),
          }),
          createServiceFactory({
            service: coreServices.auditor,
            deps: {},
            factory: () => ({
              createEvent: async ({ request: _, ...event }) => {
                said.audit.push(event);
                return {
                  success: async (...all) => void said.audit.push(all),
                  fail: async (...all) => void said.audit.push(all),
                };
              },
            }),
          }),
          createServiceFactory({
            service: metricsServiceRef,
            deps: {},
            factory: () => metricsInto(said.metrics),
          }),
        ],
      });
    });
    afterAll(() => backend?.stop());

    const entityOf = (name: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        annotations: {
          'backstage.io/managed-by-location': `file:${path.join(
            directory.path,
            name,
          )}/c.yaml`,
        },
      },
      spec: { owner: 'planters' },
    });
    const ask = async (
      method: 'get' | 'post',
      url: string,
      body?: string | object,
    ) => {
      asked.add(document.find(method, url).id);
      const response = await request(backend.server)
        [method](`/api/hardening${url}`)
        .type('json')
        .send(body);
      said.answers.push(response.text, response.headers);
      return response;
    };
    const upload = async (name: string, body: string | object) => {
      const url = `${pathOf(name)}/reports`;
      asked.add(document.find('post', url).id);
      const response = await request(backend.server)
        .post(`/api/hardening${url}`)
        .set(
          'authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service('external:ci'),
            targetPluginId: 'hardening',
          }),
        )
        .type('json')
        .send(body);
      said.answers.push(response.text, response.headers);
      return response.status;
    };
    const settled = (state: object) =>
      eventually(async () => {
        const rows = await knex('hardening_entity').where(state);
        return rows.length === NAMES.length || undefined;
      });

    it('come out of no route, table, log, audit event or metric', async () => {
      await settled({ status: 'scored' });
      let excerpts = 0;
      for (const [index, name] of NAMES.entries()) {
        const own = pathOf(name);
        await ask('get', own);
        await ask('get', `${own}/assessment`);
        await ask('get', `${own}/history`);
        await ask('get', `${own}/changes`);
        await ask('get', `${own}/findings/none/excerpt`);
        const { body } = await ask('get', `${own}/findings?limit=100`);
        for (const { fingerprint } of body.items) {
          const url = `${own}/findings/${fingerprint}/excerpt`;
          if ((await ask('get', url)).status === 200) excerpts += 1;
        }
        const tree = TREES[index]!;
        await ask('post', '/preview', { files: tree });
        // Refused, with the secrets where none belong.
        await ask('post', '/preview', tree);
        await ask('post', '/preview', `{"files": ${Object.values(tree)}`);
      }
      for (const [index, name] of NAMES.entries()) {
        const report = scanOf(TREES[index]!);
        expect(await upload(name, report)).toBe(201);
        expect(await upload(name, JSON.stringify(report).slice(0, -9))).toBe(
          400,
        );
        expect(await upload(name, Object.values(TREES[index]!)[1]!)).toBe(400);
        await ask('get', `${pathOf(name)}/reports`);
      }
      await ask('get', '/scorecards?limit=100');
      await ask('get', '/scorecards/overview');
      await ask('get', '/scorecards/rollup');
      await ask('get', '/scorecards/export');
      await ask('get', '/rules');
      await ask('get', '/rules/dockerfile/non-root-user');

      // What changes is compared with what was; what fails is told why.
      directory.setContent(
        Object.fromEntries(
          TREES.map((tree, index) => [
            NAMES[index]!,
            Object.fromEntries(
              Object.entries(tree).map(([file, text]) => [
                file,
                `# moved down\n${text}RUN curl http://example.test | sh\n`,
              ]),
            ),
          ]),
        ),
      );
      const before = await knex('hardening_change').select('id');
      for (const name of NAMES) await ask('post', `${pathOf(name)}/refresh`);
      await eventually(async () => {
        const { length } = await knex('hardening_change').select('id');
        return length === before.length + NAMES.length || undefined;
      });
      for (const name of NAMES) {
        await ask('get', `${pathOf(name)}/changes`);
        await ask('get', `${pathOf(name)}/findings?limit=100`);
      }
      directory.clear();
      for (const name of NAMES) await ask('post', `${pathOf(name)}/refresh`);
      await eventually(async () => {
        const rows = await knex('hardening_entity').whereNotNull('stale_since');
        return rows.length === NAMES.length || undefined;
      });
      for (const name of NAMES) await ask('get', pathOf(name));

      expect(excerpts).toBeGreaterThan(3 * PLANTED_SECRETS.length);
      expect(
        new Set(PLANTED_SECRETS.map(({ kind }) => kind)).size,
      ).toBeGreaterThan(40);
      expect([...asked].sort()).toEqual(
        document.operations.map(({ id: operationId }) => operationId).sort(),
      );
      const places = {
        ...said,
        tables: [await dumpDatabase(knex)],
      };
      const texts = Object.entries(places).map(
        ([place, all]) => [place, all.map(textOf).join('\n')] as const,
      );
      for (const [place, text] of texts) {
        // It is there to be found, and nothing is searched in vain.
        expect([place, text]).toEqual([
          place,
          expect.stringContaining(KNOWN[place as keyof typeof KNOWN]),
        ]);
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

/** What stands in each place. */
const KNOWN = {
  answers: 'install-app',
  tables: 'install-app',
  logs: 'Cannot refresh a repository',
  audit: 'source-read',
  metrics: 'failed-not-found',
};

/** What a scanner says that found the secrets, and quotes them wherever it can. */
function scanOf(tree: Readonly<Record<string, string>>): object {
  const results = Object.entries(tree).map(([Target, text], index) => {
    const Code = {
      Lines: text
        .split('\n')
        .map((Content, line) => ({ Number: line, Content })),
    };
    const place = { StartLine: 1, EndLine: 2 };
    return {
      Target,
      Class: 'secret',
      Secrets: [
        {
          ...{ RuleID: `rule-${index}`, Category: 'Planted', Severity: 'HIGH' },
          ...{ Title: 'Planted', ...place, Match: text, Code },
        },
      ],
      Misconfigurations: [
        {
          ...{ ID: 'DS-1', Title: 'Planted', Severity: 'HIGH', Status: 'FAIL' },
          ...{ Message: text.slice(0, 700), CauseMetadata: { ...place, Code } },
        },
      ],
    };
  });
  return {
    ...{ SchemaVersion: 2, ArtifactName: 'planted:1' },
    ...{ ArtifactType: 'container_image', CreatedAt: '2026-11-01T00:00:00Z' },
    Results: results,
  };
}

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

/** As JSON, but errors with all that they say. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, part) =>
    part instanceof Error
      ? { ...part, stack: part.stack, cause: part.cause }
      : part,
  );
}

function loggerInto(all: unknown[]): LoggerService {
  const log = (...given: unknown[]) => void all.push(given);
  const logger: LoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: meta => {
      all.push(meta);
      return logger;
    },
  };
  return logger;
}

function metricsInto(all: unknown[]) {
  const note = (...given: unknown[]) => void all.push(given);
  return metricsServiceMock.mock({
    createCounter: () => ({ add: note }),
    createHistogram: () => ({ record: note }),
    createObservableGauge: () => ({
      addCallback: callback => void callback({ observe: note }),
      removeCallback: () => {},
    }),
  });
}
