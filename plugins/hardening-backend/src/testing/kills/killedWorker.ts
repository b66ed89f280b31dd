// SPDX-License-Identifier: Apache-2.0

// A backend as far as it refreshes, in a process of its own. It ends itself by
// SIGKILL at the step that it is told, or at last when nothing is due.

import type { LoggerService } from '@backstage/backend-plugin-api';
import { RULES } from '@plimsoll/engine';
import knexFactory, { type Knex } from 'knex';
import { judge } from '../../assess/judge';
import { keepTree } from '../../assess/keptTree';
import { rulesetVersionOf } from '../../assess/loadRules';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { RefreshWorker } from '../../refresh/refreshWorker';
import { LocalFolderReader } from '../../sources/localFolders';

/** What the process is told, as JSON in its first argument. */
export interface KilledWorkerOptions {
  readonly database: Knex.Config;
  readonly root: string;
  readonly leaseMilliseconds: number;
  /** The number of the step at which it ends; absent: it ends by itself. */
  readonly killAtStep?: number;
}

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

async function main({
  database,
  root,
  leaseMilliseconds,
  killAtStep = Infinity,
}: KilledWorkerOptions): Promise<void> {
  let steps = 0;
  /** Before and after each thing that anyone else could notice. */
  const step = () => {
    steps += 1;
    if (steps >= killAtStep) process.kill(process.pid, 'SIGKILL');
  };
  async function stepping<T>(work: () => Promise<T> | T): Promise<T> {
    step();
    const result = await work();
    step();
    return result;
  }

  const knex = knexFactory(database);
  knex.on('query', step).on('query-response', step);
  const queue = new RepositoryQueue(knex, { leaseMilliseconds });
  const folders = new LocalFolderReader([root]);
  const worker = new RefreshWorker(
    {
      knex,
      queue,
      readers: [
        {
          locate: url => folders.locate(url),
          read: (tree, options) => stepping(() => folders.read(tree, options)),
        },
      ],
      assessor: {
        keep: files => stepping(() => keepTree(files)),
        assess: input => stepping(() => structuredClone(judge(input, RULES))),
      },
      policy: {},
      policyHash: 'none',
      rulesetVersion: rulesetVersionOf(RULES),
      mostFindings: 1000,
      // They are not the repositories' fault.
      mostAttempts: 1_000_000,
      periodMilliseconds: 86_400_000,
      logger: silent,
      random: Math.random,
    },
    {
      slots: 3,
      pollMilliseconds: 20,
      leaseMilliseconds,
      limitMilliseconds: 60_000,
      graceMilliseconds: 60_000,
    },
  );
  worker.start();
  for (;;) {
    const left = await knex('hardening_repository')
      .whereNull('parked_at')
      .where(either =>
        either.where('due_at', '<=', Date.now()).orWhere('lease_until', '>', 0),
      )
      .first('id');
    if (!left) break;
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
  await worker.stop();
  await knex.destroy();
}

void main(JSON.parse(process.argv[2]!));
