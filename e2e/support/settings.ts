// SPDX-License-Identifier: Apache-2.0
import os from 'node:os';
import path from 'node:path';

/** Where the portal of the tests listens. */
export const PORT = Number(process.env.PLIMSOLL_E2E_PORT ?? 7117);

/** Its address. */
export const BASE_URL = `http://localhost:${PORT}`;

/** Where everything goes that a run of the tests writes. */
export const FOLDER =
  process.env.PLIMSOLL_E2E_FOLDER ??
  path.join(os.tmpdir(), `plimsoll-e2e-${PORT}`);

/** What the portal reads: a copy of the examples, and components for tests. */
export const COMPONENTS = path.join(FOLDER, 'examples');
