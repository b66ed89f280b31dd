// SPDX-License-Identifier: Apache-2.0
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { WorkerMeter } from './refresh/refreshWorker';

/** Counts refreshes by how they ended, and how long they took. */
export function createWorkerMeter(metrics: MetricsService): WorkerMeter {
  const refreshes = metrics.createCounter(
    'backstage.plugin.hardening.refreshes',
    {
      description: 'Refreshes of repositories, by how they ended',
    },
  );
  const duration = metrics.createHistogram(
    'backstage.plugin.hardening.refresh_duration',
    {
      description: 'How long the refresh of a repository took',
      unit: 's',
    },
  );
  return {
    refreshed(outcome, milliseconds) {
      refreshes.add(1, { outcome });
      duration.record(milliseconds / 1000, { outcome });
    },
  };
}
