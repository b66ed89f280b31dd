// SPDX-License-Identifier: Apache-2.0
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../database/openDatabase';
import { makeRepositories } from './makeRepositories';
import { STEPS, timeSteps, type StepTimes } from './timeSteps';

const SERVER = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const ROUNDS = 7;

/** A database, and what was measured on it. */
interface Measured {
  readonly name: string;
  readonly knex: Knex;
  readonly slots: number;
  readonly rounds: StepTimes[];
}

/** Short rounds in turns: whatever else keeps the machine busy slows all down. */
async function main(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-bench-'));
  const measured: Measured[] = [];
  const measure = async (): Promise<void> => {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { knex, slots, rounds } of measured) {
        const root = path.join(folder, 'repositories');
        const repositories = makeRepositories(root, count);
        const times = await timeSteps(knex, { slots, repositories });
        // The first warms up.
        if (round > 0) rounds.push(times);
      }
    }
  };
  const open = async (name: string, slots: number, config: Knex.Config) => {
    const knex = await openDatabase({
      getClient: async () => knexFactory(config),
    });
    measured.push({ name, knex, slots, rounds: [] });
  };
  try {
    await open('SQLite in memory', 2, {
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      pool: { min: 1, max: 1 },
      useNullAsDefault: true,
    });
    const server = process.env[SERVER];
    if (server === undefined) {
      print(`NOT RUN: PostgreSQL; set ${SERVER}`);
      await measure();
    } else {
      await withOwnDatabase(server, async connection => {
        await open('PostgreSQL', 10, { client: 'pg', connection });
        await measure();
        await measured.at(-1)!.knex.destroy();
      });
    }
    await measured[0]!.knex.destroy();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report(count, measured);
}

function report(count: number, measured: readonly Measured[]): void {
  const files = measured[0]!.rounds[0]!.files;
  print(
    `${count} repositories of one entity with ${files} files together; median of ${ROUNDS} rounds\n`,
  );
  print('| database | what | repositories/s | files/s | processor ms each |');
  print('| --- | --- | ---: | ---: | ---: |');
  for (const { name, rounds } of measured) {
    for (const step of STEPS) {
      const seconds = medianOf(rounds.map(round => round.seconds[step]));
      const processor = medianOf(rounds.map(round => round.processor[step]));
      const cells = [
        name,
        step,
        Math.round(count / seconds),
        Math.round(files / seconds),
        (processor / count).toFixed(1),
      ];
      print(`| ${cells.join(' | ')} |`);
    }
  }
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
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

main(Number(process.argv[2] ?? 100)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
