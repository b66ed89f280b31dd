// SPDX-License-Identifier: Apache-2.0
import { Router } from 'express';

const WELL_MILLISECONDS = 30_000;

/**
 * `GET /health`, for probes: 200 as long as this backend gets at its queue in
 * the database, which it looks at every second, else 503.
 */
export function createHealthRouter({
  lookedAgo,
}: {
  readonly lookedAgo: () => number;
}): Router {
  return Router().get('/health', (_, response) => {
    const isWell = lookedAgo() <= WELL_MILLISECONDS;
    response
      .status(isWell ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isWell ? 'ok' : 'failing' });
  });
}
