// SPDX-License-Identifier: Apache-2.0

// Playwright takes its configuration from the default export.
/* eslint-disable import/no-default-export */

import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { BASE_URL, FOLDER } from './e2e/support/settings';

const TAKES_PICTURES = process.env.PLIMSOLL_SCREENSHOTS === '1';

export default defineConfig({
  testDir: 'e2e',
  outputDir: path.join(FOLDER, 'results'),
  testMatch: TAKES_PICTURES ? '**/screenshots.ts' : '**/*.test.ts',
  fullyParallel: true,
  workers: 2,
  // As long as it takes on a busy machine; a quiet one needs a tenth of it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: BASE_URL,
    viewport: { width: 1440, height: 900 },
    // Colours are measured, and pictures taken, once they stand still.
    contextOptions: { reducedMotion: 'reduce' },
    // As somebody who was here before: a guest.
    storageState: {
      cookies: [],
      origins: [
        {
          origin: BASE_URL,
          localStorage: [
            { name: '@backstage/core:SignInPage:provider', value: 'guest' },
          ],
        },
      ],
    },
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command:
      'node --require @backstage/cli/config/nodeTransform.cjs e2e/support/startPortal.ts',
    url: `${BASE_URL}/.backstage/health/v1/readiness`,
    timeout: 300_000,
    // It stops its own backend.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: !process.env.CI,
    stdout: process.env.PLIMSOLL_E2E_LOG ? 'pipe' : 'ignore',
  },
});
