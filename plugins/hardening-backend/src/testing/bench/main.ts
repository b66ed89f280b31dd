// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import { RULES } from '@plimsoll/engine';
import knexFactory, { type Knex } from 'knex';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Assessor } from '../../assess/assessor';
import { rulesetVersionOf } from '../../assess/loadRules';
import { saveEntities } from '../../database/entityStore';
import { openDatabase } from '../../database/openDatabase';
import { RepositoryQueue } from '../../database/repositoryQueue';
import type { RefreshContext } from '../../refresh/refreshRepository';
import { RefreshWorker } from '../../refresh/refreshWorker';
import { LocalFolderReader } from '../../sources/localFolders';

const EXAMPLES = path.resolve(__dirname, '../../../../../examples');
/** What each repository is a copy of, in turn. */
const MODELS = ['orders-node', 'gateway-go', 'ledger-python', 'photos-node'];
const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

async function main(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-bench-'));
  const [processor] = cpus();
  print(
    `Node ${process.version}, ${availableParallelism()} × ${
      processor?.model
    }, ${count} local repositories of one entity each\n`,
  );
  print('| database | what | repositories/s | processor ms each |');
  print('| --- | --- | ---: | ---: |');
  try {
    const filename = path.join(folder, 'a.sqlite');
    const sqlite = { client: 'better-sqlite3', connection: { filename } };
    await measure('SQLite', 2, count, folder, {
      ...sqlite,
      useNullAsDefault: true,
    });
    if (POSTGRES === undefined) {
      print('\nNOT RUN: PostgreSQL; scripts/withPostgres.mjs has one');
      return;
    }
    await withOwnDatabase(POSTGRES, connection =>
      measure('PostgreSQL', 10, count, folder, { client: 'pg', connection }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  database: string,
  slots: number,
  count: number,
  folder: string,
  config: Knex.Config,
): Promise<void> {
  const root = path.join(folder, `repositories-${slots}`);
  const folders = Array.from({ length: count }, (_, index) =>
    path.join(root, `r${index}`),
  );
  folders.forEach((one, index) => {
    const model = MODELS[index % MODELS.length]!;
    cpSync(path.join(EXAMPLES, model), one, { recursive: true });
  });
  const knex = await openDatabase({
    getClient: async () => knexFactory(config),
  });
  const queue = new RepositoryQueue(knex, { leaseMilliseconds: 60_000 });
  const assessor = new Assessor({ threads: 1 });
  const context: RefreshContext = {
    knex,
    queue,
    assessor,
    readers: [new LocalFolderReader([root])],
    policy: {},
    policyHash: 'none',
    rulesetVersion: rulesetVersionOf(RULES),
    mostFindings: 5_000,
    mostAttempts: 5,
    periodMilliseconds: 86_400_000,
    logger: silent,
    random: Math.random,
  };
  const time = async (what: string, by: RefreshContext = context) => {
    const before = process.cpuUsage();
    const seconds = await secondsOf(by, slots, count);
    const { user, system } = process.cpuUsage(before);
    const each = ((user + system) / 1000 / count).toFixed(1);
    const rate = Math.round(count / seconds);
    print(`| ${database} | ${what} | ${rate} | ${each} |`);
  };
  try {
    // The thread is there before the clock runs.
    await assessor.keep([]);
    await describeEntities(knex, folders);
    await time('first fill');
    const ids: number[] = await knex('hardening_repository').pluck('id');
    await queue.request(ids);
    await time('nothing has changed');
    for (const one of folders) {
      appendFileSync(path.join(one, 'Dockerfile'), 'EXPOSE 1\n');
    }
    await queue.request(ids);
    await time('every Dockerfile has changed');
    await queue.reassess(ids);
    await time('another policy', { ...context, policyHash: 'another' });
  } finally {
    await assessor.close();
    await knex.destroy();
  }
}

/** Until all that is due has been refreshed. */
async function secondsOf(
  context: RefreshContext,
  slots: number,
  count: number,
): Promise<number> {
  const start = performance.now();
  const options = {
    slots,
    pollMilliseconds: 1_000,
    leaseMilliseconds: 60_000,
    limitMilliseconds: 600_000,
    graceMilliseconds: 60_000,
  };
  let left = count;
  await new Promise<void>((resolve, reject) => {
    const refreshed = (outcome: string) => {
      left -= 1;
      if (!/changed$/.test(outcome)) reject(new Error(`One is ${outcome}`));
      if (left === 0) void worker.stop().then(resolve);
    };
    const worker = new RefreshWorker(context, options, { refreshed });
    worker.start();
  });
  return (performance.now() - start) / 1000;
}

async function describeEntities(
  knex: Knex,
  folders: readonly string[],
): Promise<void> {
  await saveEntities(
    knex,
    folders.map(one => ({
      entityRef: `component:default/${path.basename(one)}`,
      title: undefined,
      ownerRef: 'group:default/crew',
      systemRef: undefined,
      type: 'service',
      lifecycle: 'production',
      source: { tree: pathToFileURL(one).href, host: '', path: '' },
    })),
  );
}

async function withOwnDatabase(
  server: string,
  work: (connection: string) => Promise<void>,
): Promise<void> {
  const name = `bench_${process.pid}`;
  const admin = knexFactory({ client: 'pg', connection: server });
  const own = new URL(server);
  own.pathname = `/${name}`;
  try {
    await admin.raw('CREATE DATABASE ??', [name]);
    await work(own.href);
  } finally {
    await admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]);
    await admin.destroy();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(Number(process.argv[2] ?? 500)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
