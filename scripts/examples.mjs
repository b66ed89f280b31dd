// SPDX-License-Identifier: Apache-2.0

// npm run examples: checks the services of examples/, and shows one in full.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { main, prepare, root, run } from './toolchain.mjs';

const plimsoll = 'packages/cli/bin/plimsoll';
const inFull = 'examples/shop-monorepo/catalog';

await main(async () => {
  const env = await prepare();
  const names = Object.keys(readJson('examples/expected.json'));
  const folders = names.map(name => `examples/${name}`);
  const { status, stdout } = spawnSync(
    'node',
    [plimsoll, 'check', '--format', 'json', ...folders],
    {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status !== 0) return status ?? 1;

  console.log('The services of examples/, and what is worth doing first:\n');
  const width = Math.max(...names.map(name => name.length));
  for (const [index, { assessment }] of JSON.parse(stdout).entries()) {
    const name = names[index].padEnd(width);
    console.log(`  ${mark(assessment.score)}  ${name}  ${first(assessment)}`);
  }
  console.log('\nOne of them in full:\n');
  const code = await run('node', [plimsoll, 'check', inFull], env);
  console.log(`
Next:
  npm run plimsoll -- check ../my-service
  npm run plimsoll -- explain dockerfile/non-root-user
  npm run plimsoll -- --help`);
  return code;
});

function mark(score) {
  return score.status === 'scored'
    ? `${String(score.points).padStart(3)} ${score.grade}`
    : '  – –';
}

function first({ score, actions: [action] }) {
  if (score.status !== 'scored') return `no score: ${score.reason}`;
  if (action === undefined) return 'nothing left to do';
  return `${action.title} (+${Math.round(action.gain)})`;
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
}
