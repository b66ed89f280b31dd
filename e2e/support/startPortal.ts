// SPDX-License-Identifier: Apache-2.0

// Starts the portal for the tests: the app as it is built, served by the backend,
// over a copy of the examples that tests may change.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BASE_URL, COMPONENTS, FOLDER, PORT } from './settings';
import { writeTestComponents } from './testComponents';

const root = path.resolve(__dirname, '../..');
const config = path.join(root, 'app-config.yaml');
const testConfig = path.join(FOLDER, 'app-config.yaml');

if (!keepsBuild()) buildApp();

rmSync(COMPONENTS, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
cpSync(path.join(root, 'examples'), COMPONENTS, { recursive: true });
// JSON is YAML.
writeFileSync(
  testConfig,
  JSON.stringify(configOfTests(writeTestComponents(COMPONENTS))),
);

// As `backstage-cli package start` would, without restarting at each edit.
const backend = spawn(
  process.execPath,
  [
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'src/index.ts',
    '--config',
    config,
    '--config',
    testConfig,
  ],
  {
    cwd: path.join(root, 'packages/backend'),
    stdio: 'inherit',
    // Elsewhere guests may not sign in, and no local folder is read.
    env: { ...process.env, NODE_ENV: 'development' },
  },
);
// All it knows is in memory.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => backend.kill('SIGKILL'));
backend.on('exit', code => process.exit(code ?? 0));

function keepsBuild(): boolean {
  return (
    process.env.PLIMSOLL_E2E_KEEP_BUILD === '1' &&
    existsSync(path.join(root, 'packages/app/dist/index.html'))
  );
}

function buildApp(): void {
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['package', 'build', '--config', config],
    ],
    {
      cwd: path.join(root, 'packages/app'),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function configOfTests(descriptions: readonly string[]) {
  const examples = path.join(COMPONENTS, 'catalog-info.yaml');
  return {
    app: { baseUrl: BASE_URL },
    backend: {
      baseUrl: BASE_URL,
      listen: { port: PORT },
      cors: { origin: BASE_URL },
    },
    catalog: {
      locations: [examples, ...descriptions].map(target => ({
        type: 'file',
        target,
      })),
    },
    hardening: {
      sources: { local: { roots: [COMPONENTS] } },
      // Only what a test asks for is read again.
      refresh: { period: '1 hour' },
    },
  };
}
