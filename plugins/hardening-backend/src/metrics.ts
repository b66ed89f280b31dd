// SPDX-License-Identifier: Apache-2.0
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { UploadMeter } from './api/context';
import type { Backlog } from './database/backlog';
import type { WorkerMeter } from './refresh/refreshWorker';

const PREFIX = 'backstage.plugin.hardening';
/** Gauges are asked for one by one, and the backlog is counted once for all. */
const LIFE_MILLISECONDS = 10_000;

/** Counts refreshes by how they ended, and how long they took. */
export function createWorkerMeter(metrics: MetricsService): WorkerMeter {
  const refreshes = metrics.createCounter(`${PREFIX}.refreshes`, {
    description: 'Refreshes of repositories, by how they ended',
  });
  const duration = metrics.createHistogram(`${PREFIX}.refresh_duration`, {
    description: 'How long the refresh of a repository took',
    unit: 's',
  });
  return {
    refreshed(outcome, milliseconds) {
      refreshes.add(1, { outcome });
      duration.record(milliseconds / 1000, { outcome });
    },
  };
}

/** Counts scan reports by what became of them, and how long that took. */
export function createUploadMeter(metrics: MetricsService): UploadMeter {
  const reports = metrics.createCounter(`${PREFIX}.reports`, {
    description: 'Scan reports that were sent, by what became of them',
  });
  const duration = metrics.createHistogram(`${PREFIX}.report_duration`, {
    description: 'How long it took to take a scan report',
    unit: 's',
  });
  return {
    uploaded(outcome, seconds) {
      reports.add(1, { outcome });
      duration.record(seconds, { outcome });
    },
  };
}

/**
 * Shows the backlog of all backends together: each of them sees the same.
 *
 * @param read - counts it; where that fails, the gauges say nothing
 */
export function observeBacklog(
  metrics: MetricsService,
  read: () => Promise<Backlog>,
): void {
  let last:
    | { readonly at: number; readonly backlog: Promise<Backlog> }
    | undefined;
  const recent = () => {
    const now = performance.now();
    if (!last || now - last.at > LIFE_MILLISECONDS) {
      last = { at: now, backlog: read() };
    }
    return last.backlog;
  };
  for (const { name, label, valueOf, ...options } of GAUGES) {
    const gauge = metrics.createObservableGauge(`${PREFIX}.${name}`, options);
    gauge.addCallback(async result => {
      const backlog = await recent().catch(() => undefined);
      if (!backlog) return;
      const value = valueOf(backlog);
      if (typeof value === 'number') result.observe(value);
      else
        value.forEach((count, key) => result.observe(count, { [label!]: key }));
    });
  }
}

const GAUGES: readonly {
  readonly name: string;
  readonly description: string;
  readonly unit?: string;
  /** What the values are told apart by. */
  readonly label?: string;
  readonly valueOf: (backlog: Backlog) => number | ReadonlyMap<string, number>;
}[] = [
  {
    name: 'repositories_due',
    description: 'Repositories that are due and not begun',
    valueOf: ({ due }) => due,
  },
  {
    name: 'oldest_due_age',
    description: 'For how long the first of them has been due',
    unit: 's',
    valueOf: ({ oldestSeconds }) => oldestSeconds,
  },
  {
    name: 'repositories_parked',
    description: 'Repositories that are set aside until someone asks for them',
    valueOf: ({ parked }) => parked,
  },
  {
    name: 'repositories_failing',
    description: 'Repositories that could not be read, by why',
    label: 'reason',
    valueOf: ({ failing }) => failing,
  },
  {
    name: 'entities_stale',
    description: 'Entities whose last assessment is out of date',
    valueOf: ({ stale }) => stale,
  },
  {
    name: 'entities',
    description: 'Entities, by what is known of them',
    label: 'state',
    valueOf: ({ entities }) => entities,
  },
];
