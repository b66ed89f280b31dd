// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { saveEntities } from '../../database/entityStore';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { bundleWorker } from './bundleWorker';
import { checkState } from './checkState';
import type { KilledWorkerOptions } from './killedWorker';
import type { StepKind } from './stepKinds';

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
  /** How often a process was killed, by what it was doing. */
  readonly killed: ReadonlyMap<StepKind, number>;
  /** Processes that had nothing left to do before their step came. */
  readonly survived: number;
  /** Of scores, by the changes that are kept in the end. */
  readonly changes: number;
}

const LEASE_MILLISECONDS = 250;
/** About as many as a process takes in which each repository has changed. */
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
  const bundle = bundleWorker();
  const child = { database, root, leaseMilliseconds: LEASE_MILLISECONDS };
  const killed = new Map<StepKind, number>();
  let survived = 0;
  try {
    for (let left = kills; left > 0; ) {
      const killAtStep = 1 + below(MOST_STEPS);
      const kind = await runChild(bundle.file, { ...child, killAtStep });
      if (kind === undefined) survived += 1;
      else {
        killed.set(kind, 1 + (killed.get(kind) ?? 0));
        left -= 1;
        if (left % 50 === 0) report(`${kills - left} of ${kills} killed`);
      }
      await openDo(async knex => {
        await checkState(knex);
        REPOSITORIES.filter(() => random() < 0.6).forEach(write);
        await requestAll(knex);
      });
    }
    const end = await runChild(bundle.file, child);
    if (end !== undefined) throw new Error('The last process was killed');
  } finally {
    bundle.remove();
  }
  return openDo(async knex => {
    await checkState(knex, root);
    const changes = (await knex('hardening_change').select('id')).length;
    return { killed, survived, changes };
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
      domainRef: undefined,
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

async function requestAll(knex: Knex): Promise<void> {
  const ids = await knex('hardening_repository').pluck('id');
  const queue = new RepositoryQueue(knex, { leaseMilliseconds: 0 });
  await queue.request(ids);
}

/** @returns where it was killed; undefined when it ended by itself */
function runChild(
  file: string,
  options: KilledWorkerOptions,
): Promise<StepKind | undefined> {
  const child = spawn(process.execPath, [file, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let kind = '';
  let said = '';
  child.stdout.on('data', chunk => {
    kind += chunk;
  });
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(kind as StepKind);
      else if (code === 0) resolve(undefined);
      else reject(new Error(`The process ended by ${signal ?? code}: ${said}`));
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
