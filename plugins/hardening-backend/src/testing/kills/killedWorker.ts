// SPDX-License-Identifier: Apache-2.0

// A backend as far as it refreshes, in a process of its own. It ends itself by
// SIGKILL at the step that it is told, or at last when nothing is due.

import { NO_LISTS } from '../../evidence/exploitLists';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { RULES } from '@plimsoll/engine';
import knexFactory, { type Knex } from 'knex';
import { writeSync } from 'node:fs';
import { judge } from '../../assess/judge';
import { keepTree } from '../../assess/keptTree';
import { rulesetVersionOf } from '../../assess/loadRules';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { RefreshWorker } from '../../refresh/refreshWorker';
import { LocalFolderReader } from '../../sources/localFolders';
import type { StepKind } from './stepKinds';

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
  const step = (kind: StepKind) => {
    steps += 1;
    if (steps < killAtStep) return;
    writeSync(process.stdout.fd, kind);
    process.kill(process.pid, 'SIGKILL');
  };
  async function stepping<T>(
    kind: StepKind,
    work: () => Promise<T> | T,
  ): Promise<T> {
    step(kind);
    const result = await work();
    step(kind);
    return result;
  }

  const knex = knexFactory(database);
  knex.on('query', query => step(kindOf(query)));
  knex.on('query-response', (_, query) => step(kindOf(query)));
  const queue = new RepositoryQueue(knex, { leaseMilliseconds });
  const folders = new LocalFolderReader([root]);
  const worker = new RefreshWorker(
    {
      knex,
      queue,
      readers: [
        {
          locate: url => folders.locate(url),
          read: (tree, options) =>
            stepping('reading the files', () => folders.read(tree, options)),
        },
      ],
      assessor: {
        keep: files => stepping('masking what is kept', () => keepTree(files)),
        assess: input =>
          stepping('assessing', () => structuredClone(judge(input, RULES))),
      },
      policy: {},
      policyHash: 'none',
      firstEvidenceGraceDays: 14,
      exploitLists: () => NO_LISTS,
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

function kindOf({ sql, __knexTxId: transaction }: DbQuery): StepKind {
  if (/^commit/i.test(sql)) return 'committing';
  return transaction === undefined
    ? 'taking a lease or reading what is kept'
    : 'writing in a transaction';
}

/** As knex tells of it. */
interface DbQuery {
  readonly sql: string;
  readonly __knexTxId?: string;
}

void main(JSON.parse(process.argv[2]!));
