// SPDX-License-Identifier: Apache-2.0
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../database/openDatabase';
import { runKills, type KillResult } from './killRounds';
import { STEP_KINDS } from './stepKinds';

const SERVER = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** One database's part of the soak. */
interface Soaked extends KillResult {
  readonly database: string;
  readonly kills: number;
  readonly seconds: number;
}

/** Half of the kills on each database. */
async function main(kills: number, seed: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-kills-'));
  const half = Math.ceil(kills / 2);
  const soaked: Soaked[] = [];
  const run = async (database: string, connection: Knex.Config) => {
    soaked.push(
      await soak(database, { connection, folder, kills: half, seed }),
    );
  };
  try {
    await run('SQLite', {
      client: 'better-sqlite3',
      connection: { filename: path.join(folder, 'a.sqlite') },
      useNullAsDefault: true,
    });
    const server = process.env[SERVER];
    if (server === undefined) print(`NOT RUN: PostgreSQL; set ${SERVER}`);
    else {
      await withOwnDatabase(server, connection =>
        run('PostgreSQL', { client: 'pg', connection }),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`;
  print(`\nSeed ${seed}, Node ${process.version}, ${machine}\n`);
  print(tableOf(soaked));
}

async function soak(
  database: string,
  options: {
    readonly connection: Knex.Config;
    readonly folder: string;
    readonly kills: number;
    readonly seed: number;
  },
): Promise<Soaked> {
  const { connection, folder, kills, seed } = options;
  const start = performance.now();
  const result = await runKills({
    kills,
    seed,
    database: connection,
    open: () =>
      openDatabase({ getClient: async () => knexFactory(connection) }),
    root: path.join(folder, 'repositories'),
    report: line => print(`${database}: ${line}`),
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  return { ...result, database, kills, seconds };
}

/** What was lost or doubled would have ended the run before. */
function tableOf(soaked: readonly Soaked[]): string {
  const row = (name: string, cell: (one: Soaked) => string | number) =>
    `| ${[name, ...soaked.map(cell)].join(' | ')} |`;
  return [
    row('', ({ database }) => database),
    row('---', () => '---:'),
    row('killed', ({ kills }) => kills),
    ...STEP_KINDS.map(kind =>
      row(`… while ${kind}`, ({ killed }) => killed.get(kind) ?? 0),
    ),
    row('ended before their step', ({ survived }) => survived),
    row('changes of scores', ({ changes }) => changes),
    row('lost or doubled', () => 0),
    row('seconds', ({ seconds }) => seconds),
  ].join('\n');
}

async function withOwnDatabase(
  server: string,
  work: (connection: string) => Promise<void>,
): Promise<void> {
  const name = `kills_${process.pid}`;
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

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const [kills = 1000, seed = Date.now() % 1_000_000] = process.argv
  .slice(2)
  .map(Number);
main(kills, seed).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
