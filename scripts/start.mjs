// SPDX-License-Identifier: Apache-2.0

// npm start: the portal with the services of examples/, on http://localhost:3000.
// What follows goes to Backstage: npm start -- --config app-config.yaml --config …

import { main, prepare, run } from './toolchain.mjs';

await main(async () => {
  const env = await prepare();
  const args = ['repo', 'start', ...process.argv.slice(2)];
  return run('backstage-cli', args, env);
});
