// SPDX-License-Identifier: Apache-2.0

// npm run new-rule -- AREA/SLUG: makes a rule and its test, and lists it.

import fs from 'node:fs';
import path from 'node:path';
import { readRuleFiles } from '../rules/ruleFiles.ts';
import { listRules, newRule, NewRuleError } from './newRule.ts';

const root = path.join(__dirname, '../../../..');

const usage = `npm run new-rule -- AREA/SLUG   makes a rule, for example dockerfile/no-sudo
npm run new-rule -- --list      writes rules.ts anew, from the rules that exist
`;

function main([id]: readonly string[]): number {
  if (id === undefined || id === '--help') {
    process.stdout.write(usage);
    return id === undefined ? 2 : 0;
  }
  const files = readRuleFiles(root);
  if (id === '--list') {
    write(listRules(files));
    return 0;
  }
  write(newRule(id, files));
  const slug = id.slice(id.indexOf('/') + 1);
  process.stdout.write(`
Next:
  1. Write the cases of the test, then the rule, until this passes:
     npm run jest -- ${slug}
  2. Write its page:
     npm run docs:rules
  3. Run everything:
     npm test
`);
  return 0;
}

function write(texts: ReadonlyMap<string, string>): void {
  for (const [file, text] of texts) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
    process.stdout.write(`wrote ${file}\n`);
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof NewRuleError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
