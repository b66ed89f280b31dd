// SPDX-License-Identifier: Apache-2.0

// node bench/refresh.js [REPOSITORIES]: how many local repositories a backend
// refreshes in a second; PostgreSQL where
// BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names one.

require('@backstage/cli/config/nodeTransform.cjs');
require('../src/testing/bench/main.ts');
