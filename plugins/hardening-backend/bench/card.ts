// SPDX-License-Identifier: Apache-2.0

// How long what a card asks takes among 1,000 and among 50,000 entities, beside
// a route that does nothing but know who asks. On SQLite, and on PostgreSQL when
// BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names one. From here:
//
//   node --require @backstage/cli/config/nodeTransform.cjs bench/card.ts

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
import createKnex, { type Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { judge } from '../src/assess/judge';
import { createRouter } from '../src/api/router';
import { CARELESS } from '../src/api/testing/examples';
import { TestRepositories } from '../src/api/testing/testRepositories';
import { openDatabase } from '../src/database/openDatabase';
import { growTo, nameOf } from './manyEntities';

const SIZES = [1_000, 50_000];
const ROUNDS = 50;
const OF_ROUND = 20;
const TOKEN = randomUUID();

const SILENT: LoggerService = {
  error: console.error,
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => SILENT,
};

/** What is asked, of one entity out of many. */
const ROUTES: Readonly<Record<string, (number: number) => string>> = {
  'no-op': () => '/no-op',
  card: number => `/entities/component/default/${nameOf(number)}`,
  findings: number =>
    `/entities/component/default/${nameOf(number)}/findings?limit=50`,
  'scorecards by score': () => '/scorecards',
  'scorecards of an owner': number => `/scorecards?owner=team-${number % 40}`,
  'roll-up': () => '/scorecards/rollup',
};

/** A backend with nothing but the API, over so many entities. */
interface Portal {
  readonly size: number;
  readonly base: string;
  stop(): Promise<void>;
}

async function startPortal(
  size: number,
  database: JsonObject,
): Promise<Portal> {
  const port = await freePort();
  const backend = createBackend();
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
            const knex = await openDatabase(service);
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
  return { size, base, stop: () => backend.stop() };
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

function noOpRouter(httpAuth: HttpAuthService): express.Router {
  return express.Router().get('/no-op', (request, response, next) => {
    httpAuth
      .credentials(request, { allow: ['user', 'service'] })
      .then(() => response.json({}))
      .catch(next);
  });
}

async function measure(
  client: string,
  databases: readonly JsonObject[],
): Promise<void> {
  const portals: Portal[] = [];
  for (const [index, size] of SIZES.entries()) {
    portals.push(await startPortal(size, databases[index]!));
  }
  const load = new Worker(path.join(__dirname, 'load.mjs'), {
    workerData: { headers: { authorization: `Bearer ${TOKEN}` } },
  });
  const taken = await takeTimes(load, portals);
  report(client, taken);
  await load.terminate();
  for (const portal of portals) await portal.stop();
}

/** Milliseconds by route, then by size. */
type Times = ReadonlyMap<string, ReadonlyMap<number, number[]>>;

/** Routes and sizes take turns, so that none has a quieter machine. */
async function takeTimes(
  load: Worker,
  portals: readonly Portal[],
): Promise<Times> {
  const taken = new Map(
    Object.keys(ROUTES).map(name => [
      name,
      new Map(SIZES.map(size => [size, [] as number[]])),
    ]),
  );
  const random = createRandom();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, pathOf] of Object.entries(ROUTES)) {
      for (const { size, base } of portals) {
        const urls = Array.from(
          { length: OF_ROUND },
          () => base + pathOf(1 + (random() % size)),
        );
        load.postMessage({ urls });
        const [answers] = await once(load, 'message');
        // The first warms up.
        if (round === 0) continue;
        const times = taken.get(name)!.get(size)!;
        for (const { milliseconds } of answers) times.push(milliseconds);
      }
    }
  }
  return taken;
}

function report(client: string, taken: Times): void {
  const median = (name: string, size: number) =>
    quantile(taken.get(name)!.get(size)!, 0.5);
  for (const [name, bySize] of taken) {
    for (const [size, times] of bySize) {
      const p50 = median(name, size);
      const figures = [
        `p50 ${p50.toFixed(2)} ms`,
        `p99 ${quantile(times, 0.99).toFixed(2)} ms`,
        `${(p50 / median('no-op', size)).toFixed(2)} × no-op`,
      ];
      console.log(
        `${client}, ${name}, ${size} entities: ${figures.join(', ')}`,
      );
    }
    const [few, many] = SIZES;
    const ratio = median(name, many!) / median(name, few!);
    console.log(`${client}, ${name}: ${many} to ${few} is ${ratio.toFixed(2)}`);
  }
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))]!;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Databases of its own on the server that the tests use. */
async function withPostgres(
  use: (databases: readonly JsonObject[]) => Promise<void>,
): Promise<void> {
  const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
  const url = process.env[variable];
  if (!url) {
    console.log(`NOT RUN: PostgreSQL; set ${variable}`);
    return;
  }
  const names = SIZES.map(() => `plimsoll_bench_${randomUUID().slice(0, 8)}`);
  const server = createKnex({ client: 'pg', connection: url });
  try {
    for (const name of names) await server.raw(`CREATE DATABASE ${name}`);
    await use(
      names.map(name => {
        const own = new URL(url);
        own.pathname = `/${name}`;
        return {
          client: 'pg',
          connection: own.href,
          ensureExists: false,
          pluginDivisionMode: 'schema',
        };
      }),
    );
  } finally {
    for (const name of names) {
      await server.raw(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
    await server.destroy();
  }
}

async function main(): Promise<void> {
  const inMemory = { client: 'better-sqlite3', connection: ':memory:' };
  await measure('SQLite', [inMemory, inMemory]);
  await withPostgres(databases => measure('PostgreSQL', databases));
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);

/** The same numbers in each run. */
function createRandom(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
}
