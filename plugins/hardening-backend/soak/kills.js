// SPDX-License-Identifier: Apache-2.0

// node soak/kills.js [KILLS] [SEED]: what `src/refresh/kills.test.ts` does, a
// thousand times on each database; PostgreSQL where
// BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names one.

require('@backstage/cli/config/nodeTransform.cjs');
require('../src/testing/kills/main.ts');
