// SPDX-License-Identifier: Apache-2.0

// npm run e2e: the built portal in a real browser. What follows goes to
// Playwright: npm run e2e -- portal.test.ts --headed
// Without Chromium it says so, and fails only where nothing may be left out.
// npm run screenshots: writes the pictures of docs/images/ anew.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
const programs = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const chromium = (named ? [named] : programs).find(program =>
  existsSync(program),
);

const TAKES_PICTURES = '--screenshots';
const args = process.argv.slice(2);

if (chromium) {
  // Local folders are read below their real path only.
  const folder = realpathSync(
    mkdtempSync(path.join(os.tmpdir(), 'plimsoll-e2e-')),
  );
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      ...args.filter(argument => argument !== TAKES_PICTURES),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        PLAYWRIGHT_CHROMIUM_PATH: chromium,
        PLIMSOLL_E2E_FOLDER: folder,
        PLIMSOLL_SCREENSHOTS: args.includes(TAKES_PICTURES) ? '1' : '',
        PLIMSOLL_E2E_PORT:
          process.env.PLIMSOLL_E2E_PORT ?? String(await findFreePort()),
      },
    },
  );
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = status ?? 1;
} else {
  console.log(
    'NOT RUN: tests in a browser, for there is no Chromium. Install it ' +
      '(Debian: apt-get install chromium fonts-dejavu-core fonts-liberation), ' +
      'or name it with PLAYWRIGHT_CHROMIUM_PATH.',
  );
  process.exitCode = process.env.PLIMSOLL_TEST_ALL === '1' ? 1 : 0;
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
