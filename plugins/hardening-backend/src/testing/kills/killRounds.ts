// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { saveEntities } from '../../database/entityStore';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { checkState } from './checkState';
import type { KilledWorkerOptions } from './killedWorker';

/** How often, and where. */
export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** That a process of its own can open, too; nobody else has it open then. */
  readonly database: Knex.Config;
  /** Opens it here, with its schema. */
  open(): Promise<Knex>;
  /** Of the repositories; made and emptied. */
  readonly root: string;
  readonly report?: (line: string) => void;
}

/** What a run came to. */
export interface KillResult {
  /** Processes that did not end by themselves. */
  readonly killed: number;
  readonly changes: number;
}

const LEASE_MILLISECONDS = 250;
/** About as many as a process takes that has everything to do. */
const MOST_STEPS = 400;

const REPOSITORIES = ['books', 'gate', 'mail', 'shop'];
const ENTITIES: readonly (readonly [string, string])[] = [
  ['books', ''],
  ['gate', ''],
  ['mail', ''],
  ['shop', 'cart'],
  ['shop', 'list'],
  ['shop', ''],
];
const LINES = [
  'RUN apt-get update && apt-get install -y curl\n',
  'RUN curl -sSf https://example.com/install | sh\n',
  'ENV API_TOKEN=9f8e7d6c5b4a39281706f5e4d3c2b1a0\n',
  'USER 10001\n',
  'HEALTHCHECK CMD ["/app", "-check"]\n',
  'COPY . /app\n',
];

/**
 * Lets a process refresh repositories that change all the time, kills it at some
 * step or other, and starts the next one, over and over. What is kept has to be
 * whole after each kill, and right in the end.
 *
 * @throws Error - that says what is not
 */
export async function runKills(options: KillOptions): Promise<KillResult> {
  const { kills, database, root, report = () => {} } = options;
  const random = createRandom(options.seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!;
  const write = (repository: string) => {
    const folder = path.join(root, repository);
    for (const [, place] of ENTITIES.filter(([name]) => name === repository)) {
      const lines = LINES.filter(() => random() < 0.5);
      mkdirSync(path.join(folder, place), { recursive: true });
      writeFileSync(
        path.join(folder, place, 'Dockerfile'),
        `FROM ${pick(['alpine', 'node:latest', 'scratch'])}\n${lines.join('')}`,
      );
    }
  };
  const openDo = async <T>(work: (knex: Knex) => Promise<T>): Promise<T> => {
    const knex = await options.open();
    try {
      return await work(knex);
    } finally {
      await knex.destroy();
    }
  };

  rmSync(root, { recursive: true, force: true });
  REPOSITORIES.forEach(write);
  await openDo(knex => describeEntities(knex, root));
  const child = { database, root, leaseMilliseconds: LEASE_MILLISECONDS };
  let killed = 0;
  for (let round = 1; killed < kills; round++) {
    const killAtStep = 1 + below(MOST_STEPS);
    if ((await runChild({ ...child, killAtStep })) === 'SIGKILL') killed += 1;
    await openDo(async knex => {
      await checkState(knex);
      const changed = REPOSITORIES.filter(() => random() < 0.6);
      changed.forEach(write);
      await requestAll(knex, changed);
    });
    if (round % 20 === 0) report(`${killed} of ${kills} killed`);
  }
  const end = await runChild(child);
  if (end !== undefined) throw new Error(`The last process ended by ${end}`);
  return openDo(async knex => {
    await checkState(knex, root);
    const changes = (await knex('hardening_change').select('id')).length;
    return { killed, changes };
  });
}

async function describeEntities(knex: Knex, root: string): Promise<void> {
  await saveEntities(
    knex,
    ENTITIES.map(([repository, place]) => ({
      entityRef: `component:default/${repository}-${place || 'all'}`,
      title: undefined,
      ownerRef: undefined,
      systemRef: undefined,
      type: undefined,
      lifecycle: undefined,
      source: {
        tree: pathToFileURL(path.join(root, repository)).href,
        host: '',
        path: place,
      },
    })),
  );
}

async function requestAll(
  knex: Knex,
  repositories: readonly string[],
): Promise<void> {
  const ids: number[] = [];
  for (const name of repositories) {
    const [id] = await knex('hardening_repository')
      .where('url', 'like', `%/${name}`)
      .pluck('id');
    ids.push(id);
  }
  const queue = new RepositoryQueue(knex, { leaseMilliseconds: 0 });
  await queue.request(ids);
}

/** @returns the signal that ended it; undefined when it ended by itself */
function runChild(
  options: KilledWorkerOptions,
): Promise<NodeJS.Signals | undefined> {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const file = path.join(__dirname, 'killedWorker.ts');
  const child = spawn(
    process.execPath,
    ['--require', transform, file, JSON.stringify(options)],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) resolve(signal);
      else if (code === 0) resolve(undefined);
      else reject(new Error(`The process failed with ${code}: ${said}`));
    });
  });
}

/** The mulberry32 generator: from 0 to below 1. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
