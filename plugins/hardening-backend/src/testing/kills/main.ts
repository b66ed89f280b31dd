// SPDX-License-Identifier: Apache-2.0
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../database/openDatabase';
import { runKills } from './killRounds';

const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

async function main(
  kills = '1000',
  seed = String(Date.now() % 1_000_000),
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-kills-'));
  try {
    const filename = path.join(folder, 'a.sqlite');
    await soak('SQLite', Number(kills), Number(seed), folder, {
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
    });
    if (POSTGRES === undefined) {
      process.stdout.write(
        'NOT RUN: PostgreSQL; scripts/withPostgres.mjs has one\n',
      );
      return;
    }
    await withOwnDatabase(POSTGRES, async connection =>
      soak('PostgreSQL', Number(kills), Number(seed), folder, {
        client: 'pg',
        connection,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soak(
  name: string,
  kills: number,
  seed: number,
  folder: string,
  database: Knex.Config,
): Promise<void> {
  const start = performance.now();
  const report = (line: string) => process.stdout.write(`${name}: ${line}\n`);
  const { killed, changes } = await runKills({
    kills,
    seed,
    database,
    open: () => openDatabase({ getClient: async () => knexFactory(database) }),
    root: path.join(folder, 'repositories'),
    report,
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  report(
    `killed ${killed} times, ${changes} changes kept, none lost, none twice (seed ${seed}, ${seconds} s)`,
  );
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

const [kills, seed] = process.argv.slice(2);
main(kills, seed).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
