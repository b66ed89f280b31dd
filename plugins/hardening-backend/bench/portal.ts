// SPDX-License-Identifier: Apache-2.0
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type HttpAuthService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import express from 'express';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createRouter } from '../src/api/router';
import { CARELESS } from '../src/api/testing/examples';
import { TestRepositories } from '../src/api/testing/testRepositories';
import { judge } from '../src/assess/judge';
import { openDatabase } from '../src/database/openDatabase';
import { growTo, nameOf } from './manyEntities';

/** What every request carries. */
export const TOKEN = randomUUID();

/** A backend with nothing but the API, over so many entities. */
export interface Portal {
  readonly size: number;
  readonly base: string;
  readonly knex: Knex;
  stop(): Promise<void>;
}

const SILENT: LoggerService = {
  error: console.error,
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => SILENT,
};

/** Starts one over a database of its own. */
export async function startPortal(
  size: number,
  database: JsonObject,
): Promise<Portal> {
  const port = await freePort();
  const backend = createBackend();
  let knex: Knex | undefined;
  const config = {
    backend: {
      baseUrl: `http://localhost:${port}`,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'benchmark' } },
        ],
      },
    },
  };
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => SILENT,
    }),
  );
  backend.add(
    createBackendPlugin({
      pluginId: 'hardening',
      register(env) {
        env.registerInit({
          deps: {
            database: coreServices.database,
            httpRouter: coreServices.httpRouter,
            httpAuth: coreServices.httpAuth,
            permissions: coreServices.permissions,
            auditor: coreServices.auditor,
          },
          async init({ database: service, httpRouter, ...services }) {
            knex = await openDatabase(service);
            const { queue, rules } = await fill(knex, size);
            httpRouter.use(noOpRouter(services.httpAuth));
            httpRouter.use(
              createRouter({
                ...services,
                knex,
                requestRefresh: ids => queue.request(ids),
                assessor: { assess: async input => judge(input, rules) },
                policy: {},
                rules: rules.map(({ info }) => info),
                now: Date.now,
              }),
            );
          },
        });
      },
    }),
  );
  await backend.start();
  const base = `http://127.0.0.1:${port}/api/hardening`;
  return { size, base, knex: knex!, stop: () => backend.stop() };
}

/** One entity by the stores themselves, and copies of it. */
async function fill(knex: Knex, size: number): Promise<TestRepositories> {
  const repositories = new TestRepositories(knex, SILENT);
  await repositories.describe([{ name: nameOf(1), tree: CARELESS }]);
  await repositories.refresh();
  const [{ id, repositoryId }] = await knex('hardening_entity').select(
    'id',
    'repository_id as repositoryId',
  );
  await growTo(knex, { id, repositoryId }, size);
  return repositories;
}

/** What any route costs that wants to know who asks. */
function noOpRouter(httpAuth: HttpAuthService): express.Router {
  return express.Router().get('/no-op', (request, response, next) => {
    httpAuth
      .credentials(request, { allow: ['user', 'service'] })
      .then(() => response.json({}))
      .catch(next);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
