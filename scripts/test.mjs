// SPDX-License-Identifier: Apache-2.0

// npm test: every check, cheapest first, up to the first that fails. Each is a
// script of package.json, so each can be run alone. Jest comes last: its summary
// ends the output.

import { spawnSync } from 'node:child_process';
import { main, prepare, root } from './toolchain.mjs';

const steps = [
  'format',
  'tsc',
  'lint',
  'api-reports -- --ci',
  'docs',
  'e2e',
  'jest',
];

const secondsSince = start =>
  `${((performance.now() - start) / 1000).toFixed(1)} s`;

await main(async () => {
  let start = performance.now();
  // With CI set, Jest neither watches files nor writes snapshots.
  const env = { ...(await prepare()), CI: '1' };
  console.log(`✓ install (${secondsSince(start)})`);

  for (const step of steps) {
    console.log(`\n▸ ${step}`);
    start = performance.now();
    const { status } = spawnSync(`npm run --silent ${step}`, {
      cwd: root,
      env,
      stdio: 'inherit',
      shell: true,
    });
    if (step === 'jest') return status ?? 1;
    if (status !== 0) {
      console.error(`\n✗ ${step} failed (${secondsSince(start)})`);
      console.error(`To run it alone: npm run ${step}`);
      return 1;
    }
    console.log(`✓ ${step} (${secondsSince(start)})`);
  }
  return 0;
});
