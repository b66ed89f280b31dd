// SPDX-License-Identifier: Apache-2.0
import { NO_LISTS } from '../../evidence/exploitLists';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { RULES } from '@plimsoll/engine';
import type { Knex } from 'knex';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Assessor } from '../../assess/assessor';
import { rulesetVersionOf } from '../../assess/loadRules';
import { saveEntities } from '../../database/entityStore';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { clearDatabase } from '../../database/testing/clearDatabase';
import type { RefreshContext } from '../../refresh/refreshRepository';
import { RefreshWorker } from '../../refresh/refreshWorker';
import { LocalFolderReader } from '../../sources/localFolders';
import type { Repositories } from './makeRepositories';

/** What is done with all repositories, one after the other. */
export const STEPS = [
  'first fill',
  'nothing has changed',
  'every Dockerfile has changed',
  'another policy',
] as const;

type Step = (typeof STEPS)[number];

/** What each step took. */
export interface StepTimes {
  readonly files: number;
  readonly seconds: Record<Step, number>;
  /** Milliseconds of this process with its threads. */
  readonly processor: Record<Step, number>;
}

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/** Refreshes repositories as a backend does, in a database that is emptied before. */
export async function timeSteps(
  knex: Knex,
  {
    slots,
    repositories,
  }: { readonly slots: number; readonly repositories: Repositories },
): Promise<StepTimes> {
  const { root, folders, files } = repositories;
  const queue = new RepositoryQueue(knex, { leaseMilliseconds: 60_000 });
  const assessor = new Assessor({ threads: 1 });
  const context: RefreshContext = {
    knex,
    queue,
    assessor,
    readers: [new LocalFolderReader([root])],
    policy: {},
    policyHash: 'none',
    firstEvidenceGraceDays: 14,
    exploitLists: () => NO_LISTS,
    rulesetVersion: rulesetVersionOf(RULES),
    mostFindings: 5_000,
    mostAttempts: 5,
    periodMilliseconds: 86_400_000,
    logger: silent,
    random: Math.random,
  };
  const seconds = {} as Record<Step, number>;
  const processor = {} as Record<Step, number>;
  const time = async (step: Step, by: RefreshContext = context) => {
    const before = process.cpuUsage();
    const start = performance.now();
    await refreshAll(by, slots, folders.length);
    seconds[step] = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    processor[step] = (user + system) / 1000;
  };
  try {
    await clearDatabase(knex);
    // The thread is there before the clock runs.
    await assessor.keep([]);
    await describeEntities(knex, folders);
    await time('first fill');
    const ids: number[] = await knex('hardening_repository').pluck('id');
    await queue.request(ids);
    await time('nothing has changed');
    repositories.change();
    await queue.request(ids);
    await time('every Dockerfile has changed');
    await queue.reassess(ids);
    await time('another policy', { ...context, policyHash: 'another' });
  } finally {
    await assessor.close();
  }
  return { files, seconds, processor };
}

/** Until all that is due has been refreshed. */
async function refreshAll(
  context: RefreshContext,
  slots: number,
  count: number,
): Promise<void> {
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
      domainRef: undefined,
      type: 'service',
      lifecycle: 'production',
      source: { tree: pathToFileURL(one).href, host: '', path: '' },
    })),
  );
}
