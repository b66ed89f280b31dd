// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
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
import type { Knex } from 'knex';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import request from 'supertest';
import { hardeningPlugin } from './plugin';
import { trivyReport } from './scans/testing/trivyReport';
import { eventually } from './testing/eventually';

jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('hardeningPlugin', () => {
  const directory = createMockDirectory();
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    directory.setContent({
      shop: { Dockerfile: 'FROM node:latest\nCMD ["node"]\n' },
    });
  });
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  const entityOf = (name: string, location: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/managed-by-location': location },
    },
  });
  const shop = () =>
    entityOf('shop', `file:${path.join(directory.path, 'shop', 'c.yaml')}`);

  const start = async (
    entities: Entity[],
    hardening: object = { sources: { local: { roots: [directory.path] } } },
    modules: Parameters<typeof startTestBackend>[0]['features'] = [],
  ) => {
    const backend = await startTestBackend({
      features: [
        hardeningPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data: { hardening } }),
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        ...(modules ?? []),
      ],
    });
    stop = () => backend.stop();
    return backend.server;
  };
  const assessed = (name: string) =>
    eventually(async () => {
      const row = await knex('hardening_entity')
        .where({ entity_ref: `component:default/${name}` })
        .first();
      return row?.status === 'scored' ? row : undefined;
    });

  it('scores the entities of the catalog once it has started, and serves them', async () => {
    const server = await start([shop()]);
    const { score, grade } = await assessed('shop');
    const { status, body } = await request(server).get(
      '/api/hardening/entities/component/default/shop',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'scored',
      score: { points: score, grade },
    });
  });

  it('reads again what a person asks for', async () => {
    const server = await start([shop()]);
    const before = await assessed('shop');
    directory.addContent({ 'shop/Dockerfile': 'FROM scratch\nUSER 1\n' });
    const { status } = await request(server).post(
      '/api/hardening/entities/component/default/shop/refresh',
    );
    expect(status).toBe(202);
    await eventually(async () => {
      const { score } = await assessed('shop');
      return score > before.score || undefined;
    });
  });

  it('reads and judges by what other modules add', async () => {
    const tree = 'vault:///shop';
    const reader: SourceReader = {
      locate: url =>
        url.startsWith('vault:')
          ? { tree, repository: tree, path: '' }
          : undefined,
      read: async () => {
        const content = Buffer.from('FROM scratch\nUSER 1\n');
        const file = { path: 'Dockerfile', size: content.length, content };
        return { kind: 'read', revision: 'r1', files: [file] };
      },
    };
    const added = createBackendModule({
      pluginId: 'hardening',
      moduleId: 'acme',
      register(env) {
        env.registerInit({
          deps: { hardening: hardeningExtensionPoint },
          async init({ hardening }) {
            hardening.addSourceReader(reader);
            hardening.addRules(
              path.join(__dirname, 'assess', 'testing', 'houseRules.ts'),
            );
          },
        });
      },
    });
    const entity = entityOf('shop', `url:${tree}/catalog-info.yaml`);
    await start([entity], {}, [added]);
    const { id, revision } = await assessed('shop');
    expect(revision).toBe('r1');
    const rules = await knex('hardening_finding')
      .where({ entity_id: id })
      .pluck('rule');
    expect(rules).toContain('dockerfile/house');
  });

  it('judges by the reports that a mapped service sends, and by lists in files', async () => {
    const exploited = path.join(directory.path, 'kev.json');
    directory.addContent({
      'kev.json': JSON.stringify({
        dateReleased: '2026-11-20',
        vulnerabilities: [{ cveID: 'CVE-2026-1000' }],
      }),
    });
    const server = await start([shop()], {
      sources: { local: { roots: [directory.path] } },
      uploads: {
        subjects: [
          { subject: 'external:ci', entities: ['component:default/shop'] },
        ],
      },
      evidence: { knownExploited: exploited },
    });
    await assessed('shop');
    const own = '/api/hardening/entities/component/default/shop';
    const send = (subject: string) =>
      request(server)
        .post(`${own}/reports`)
        .set(
          'authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service(subject),
            targetPluginId: 'hardening',
          }),
        )
        .type('json')
        .send(trivyReport());
    expect((await send('external:else')).status).toBe(403);
    expect((await send('external:ci')).status).toBe(201);
    await eventually(async () => {
      const { body } = await request(server).get(own);
      return body.scans?.count === 1 || undefined;
    });
    const { body } = await request(server).get(`${own}/assessment`);
    expect(body.assessment.outcomes).toContainEqual(
      expect.objectContaining({
        rule: 'scan/known-exploited',
        outcome: 'failed',
      }),
    );
    const files = await request(server).get(`${own}/assessment?scope=files`);
    expect(files.body.assessment).toMatchObject({ scope: 'files' });
  });

  it('judges what it knows again when the policy has changed', async () => {
    const sources = { local: { roots: [directory.path] } };
    await start([shop()], { sources });
    const before = await assessed('shop');
    await stop!();
    const reads = await knex('hardening_repository').pluck('read_at');
    await start([shop()], {
      sources,
      policy: { multipliers: { 'dockerfile/non-root-user': 2 } },
    });
    await eventually(async () => {
      const { policy_hash: hash } = await assessed('shop');
      return hash === before.policy_hash ? undefined : true;
    });
    expect(await knex('hardening_repository').pluck('read_at')).toEqual(reads);
    const causes = await knex('hardening_change').orderBy('id').pluck('cause');
    expect(causes.slice(0, 2)).toEqual(['first', 'policy']);
  });

  it('tells a probe without a token that it is well', async () => {
    const server = await start([]);
    await eventually(async () => {
      const { status, body } = await request(server)
        .get('/api/hardening/health')
        .set('Authorization', mockCredentials.none.header());
      expect([status, body.status]).toEqual(
        status === 200 ? [200, 'ok'] : [503, 'failing'],
      );
      return status === 200 || undefined;
    });
    const { status } = await request(server)
      .get('/api/hardening/rules')
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('does not start by a configuration that is wrong', async () => {
    await expect(start([], { polcy: {} })).rejects.toThrow(
      'hardening has no key "polcy"',
    );
  });

  it('reads no folder that the configuration does not name', async () => {
    await start([shop()], {});
    const row = await eventually(async () =>
      knex('hardening_entity').where({ status: 'notScored' }).first(),
    );
    expect(row).toMatchObject({
      reason: 'source-forbidden',
      stale_reason: `"${
        pathToFileURL(path.join(directory.path, 'shop')).href
      }" lies outside of hardening.sources.local.roots`,
    });
  });
});
