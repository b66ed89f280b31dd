// SPDX-License-Identifier: Apache-2.0

// How long what a card asks takes among 1,000 and among 50,000 entities, beside
// a route that does nothing but know who asks. On SQLite, and on PostgreSQL when
// BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names one. From here:
//
//   node --require @backstage/cli/config/nodeTransform.cjs bench/card.ts

import type { JsonObject } from '@backstage/types';
import createKnex from 'knex';
import { randomUUID } from 'node:crypto';
import { explainRoute } from './explain';
import { nameOf } from './manyEntities';
import { startPortal, type Portal } from './portal';
import { medianOf, takeTimes, type Routes, type Times } from './takeTimes';

const FEW = 1_000;
const MANY = 50_000;
/** Of the times among many and among few entities. */
const MOST_GROWTH = 1.5;

/** What is asked, of one entity out of many. */
const ROUTES: Routes = {
  'no-op': () => '/no-op',
  card: number => `/entities/component/default/${nameOf(number)}`,
  findings: number =>
    `/entities/component/default/${nameOf(number)}/findings?limit=50`,
  'scorecards by score': () => '/scorecards',
  'scorecards of an owner': number => `/scorecards?owner=team-${number % 40}`,
  'roll-up': () => '/scorecards/rollup',
};

async function measure(
  client: string,
  databases: readonly JsonObject[],
): Promise<void> {
  const few = await startPortal(FEW, databases[0]!);
  const many = await startPortal(MANY, databases[1]!);
  report(client, { few, many, times: await takeTimes([few, many], ROUTES) });
  for (const [name, pathOf] of Object.entries(ROUTES)) {
    const steps = await explainRoute(many, pathOf(777));
    if (steps?.length) print(`${client}, ${name}: ${steps.join('; ')}`);
  }
  await few.stop();
  await many.stop();
}

function report(
  client: string,
  {
    few,
    many,
    times,
  }: { readonly few: Portal; readonly many: Portal; readonly times: Times },
): void {
  const of = (name: string, portal: Portal) => times.get(name)!.get(portal)!;
  const ratio = (above: readonly number[], below: readonly number[]) =>
    medianOf(above.map((time, round) => time / below[round]!));
  print(
    `\n| ${client} | ${FEW} | ${MANY} | growth | no-op = 1 |\n| --- | ---: | ---: | ---: | ---: |`,
  );
  for (const name of times.keys()) {
    const growth = ratio(of(name, many), of(name, few));
    const cells = [
      name,
      `${medianOf(of(name, few)).toFixed(2)} ms`,
      `${medianOf(of(name, many)).toFixed(2)} ms`,
      `${growth.toFixed(2)}×`,
      `${ratio(of(name, many), of('no-op', many)).toFixed(2)}×`,
    ];
    print(`| ${cells.join(' | ')} |`);
    if (name === 'card' && growth > MOST_GROWTH) {
      print(`The card takes ${growth.toFixed(2)} times as long among ${MANY}`);
      process.exitCode = 1;
    }
  }
  print('');
}

/** Databases of its own on the server that the tests use. */
async function withPostgres(
  use: (databases: readonly JsonObject[]) => Promise<void>,
): Promise<void> {
  const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
  const url = process.env[variable];
  if (!url) {
    print(`NOT RUN: PostgreSQL; set ${variable}`);
    return;
  }
  const names = [FEW, MANY].map(
    () => `plimsoll_bench_${randomUUID().slice(0, 8)}`,
  );
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
          ensureSchemaExists: true,
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
