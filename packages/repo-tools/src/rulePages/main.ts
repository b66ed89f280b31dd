// SPDX-License-Identifier: Apache-2.0

// npm run docs:rules: writes a page for each rule, and their index.

import fs from 'node:fs';
import path from 'node:path';
import { RULES } from '@plimsoll/engine';
import { judgeExample } from './judgeExample.ts';
import { readPages } from './readPages.ts';
import { rulePages } from './rulePages.ts';

const root = path.join(__dirname, '../../../..');

function main(): number {
  const found = readPages(root);
  const wanted = rulePages(RULES, judgeExample);
  let changes = 0;
  for (const file of found.keys()) {
    if (wanted.has(file)) continue;
    fs.rmSync(path.join(root, file));
    changes++;
  }
  for (const [file, text] of wanted) {
    if (found.get(file) === text) continue;
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
    changes++;
  }
  process.stdout.write(`${wanted.size} pages, ${changes} changed\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
