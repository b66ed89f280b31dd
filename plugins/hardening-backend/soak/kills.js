// SPDX-License-Identifier: Apache-2.0

// node soak/kills.js [KILLS] [SEED]: what `src/refresh/kills.test.ts` does, a
// thousand times, half of them on SQLite and half on the PostgreSQL that
// BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names.

require('@backstage/cli/config/nodeTransform.cjs');
require('../src/testing/kills/main.ts');
