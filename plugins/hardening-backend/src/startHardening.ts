// SPDX-License-Identifier: Apache-2.0
import type {
  AuthService,
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Rule } from '@plimsoll/engine';
import type { SourceReader } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Assessor } from './assess/assessor';
import { loadRules, rulesetVersionOf } from './assess/loadRules';
import { Reconciler } from './catalog/reconciler';
import { readConfig, type HardeningConfig } from './config';
import { isPostgres } from './database/dialect';
import { openDatabase } from './database/openDatabase';
import { reassessOutdated } from './database/outdated';
import { repositoriesWithScans } from './database/scanStore';
import { ExploitListReader } from './evidence/exploitLists';
import { RepositoryQueue } from './database/repositoryQueue';
import { deleteOld } from './database/retention';
import { RefreshWorker, type WorkerMeter } from './refresh/refreshWorker';
import { LocalFolderReader } from './sources/localFolders';
import { UrlTreeReader } from './sources/urlTrees';

/** What Backstage gives, and what other modules add. */
export interface HardeningDependencies {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly config: RootConfigService;
  readonly database: DatabaseService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly meter: WorkerMeter;
  readonly scheduler: SchedulerService;
  readonly urlReader: UrlReaderService;
  readonly addedReaders: readonly SourceReader[];
  readonly ruleFiles: readonly string[];
}

/** What the API is made of, beside the services of Backstage. */
export interface HardeningServices {
  readonly knex: Knex;
  readonly config: HardeningConfig;
  readonly rules: readonly Rule[];
  /** Of its own, so that no refresh holds a preview up. */
  readonly previews: Pick<Assessor, 'assess'>;
  /** Of its own, so that nobody waits for who sends a report. */
  readonly reports: Pick<Assessor, 'readScan'>;
  /** See {@link RefreshWorker}. */
  readonly lookedAgo: () => number;
  /** Has repositories read soon; returns once that is noted down. */
  requestRefresh(repositoryIds: readonly number[]): Promise<void>;
  /** Says that something is due. */
  wake(): void;
}

const SECOND = 1000;

/** Builds everything and has it begin once the backend has started. */
export async function startHardening(
  deps: HardeningDependencies,
): Promise<HardeningServices> {
  const { logger, ruleFiles } = deps;
  const rules = loadRules(ruleFiles);
  const config = readConfig(deps.config, {
    rules,
    isProduction: process.env.NODE_ENV === 'production',
    folder: process.cwd(),
  });
  const { limits, policy } = config;
  const knex = await openDatabase(deps.database);
  const leaseMilliseconds = limits.leaseSeconds * SECOND;
  const queue = new RepositoryQueue(knex, { leaseMilliseconds });
  const readers = [
    ...deps.addedReaders,
    new LocalFolderReader(config.sources.localRoots, limits),
    new UrlTreeReader({
      urlReader: deps.urlReader,
      integrations: ScmIntegrations.fromConfig(deps.config),
      limits,
      parallel: limits.archives,
    }),
  ];
  const threads = {
    timeoutMilliseconds: limits.assessSeconds * SECOND,
    memoryMebibytes: limits.assessMebibytes,
    ruleFiles,
  };
  const assessor = new Assessor({ ...threads, threads: limits.assessThreads });
  const previews = new Assessor(threads);
  const reports = new Assessor({
    ...threads,
    threads: limits.reportThreads,
    // Reading makes many small objects: more room only makes the heap larger.
    youngMebibytes: 12,
  });
  const current = {
    rulesetVersion: rulesetVersionOf(rules),
    policyHash: createHash('sha256')
      .update(JSON.stringify([policy, config.firstEvidenceGraceDays]))
      .digest('hex'),
  };
  const lists = new ExploitListReader(config.evidence, logger);
  await lists.refresh();
  const worker = new RefreshWorker(
    {
      knex,
      queue,
      readers,
      assessor,
      policy,
      ...current,
      firstEvidenceGraceDays: config.firstEvidenceGraceDays,
      exploitLists: () => lists.current,
      mostFindings: limits.findings,
      mostAttempts: limits.attempts,
      periodMilliseconds: config.periodMilliseconds,
      logger,
      random: Math.random,
    },
    {
      slots: limits.slots ?? (isPostgres(knex) ? 10 : 2),
      pollMilliseconds: SECOND,
      leaseMilliseconds,
      limitMilliseconds: limits.refreshSeconds * SECOND,
      graceMilliseconds: 10 * SECOND,
    },
    deps.meter,
  );
  const reconciler = new Reconciler(
    {
      knex,
      catalog: deps.catalog,
      auth: deps.auth,
      logger,
      filter: config.filter,
      sources: { readers, allow: config.sources.allow },
    },
    () => worker.wake(),
  );

  const stopping = new AbortController();
  deps.lifecycle.addStartupHook(async () => {
    worker.start();
    void reconciler.startUp(stopping.signal);
    await reassessOutdated(knex, queue, current);
  });
  deps.lifecycle.addShutdownHook(async () => {
    stopping.abort();
    await worker.stop();
    await Promise.all([assessor, previews, reports].map(one => one.close()));
  });
  await deps.scheduler.scheduleTask({
    id: 'hardening-reconcile',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: signal => reconciler.run(signal),
  });
  await deps.scheduler.scheduleTask({
    id: 'hardening-read-lists',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    scope: 'local',
    fn: async () => {
      if (!(await lists.refresh())) return;
      await queue.reassess(await repositoriesWithScans(knex));
      worker.wake();
    },
  });
  await deps.scheduler.scheduleTask({
    id: 'hardening-delete-old',
    frequency: { days: 1 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 10 },
    scope: 'global',
    fn: signal => deleteOld(knex, limits, signal),
  });

  return {
    knex,
    config,
    rules,
    previews,
    reports,
    wake: () => worker.wake(),
    lookedAgo: () => worker.lookedAgo,
    async requestRefresh(repositoryIds) {
      await queue.request(repositoryIds);
      worker.wake();
    },
  };
}
