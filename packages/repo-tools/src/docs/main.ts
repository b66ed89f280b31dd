// SPDX-License-Identifier: Apache-2.0

// npm run docs: every link between Markdown files of this repository leads
// somewhere, and the generated pages are what would be generated now.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { RULES } from '@plimsoll/engine';
import { judgeExample } from '../rulePages/judgeExample.ts';
import { readPages } from '../rulePages/readPages.ts';
import { rulePages, stalePages } from '../rulePages/rulePages.ts';
import { brokenLinks } from './brokenLinks.ts';

const listing = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'],
  { encoding: 'utf8' },
);
const files = listing.split('\0').filter(file => file && fs.existsSync(file));
const broken = brokenLinks({
  markdown: new Map(files.map(file => [file, fs.readFileSync(file, 'utf8')])),
  exists: fs.existsSync,
});
broken.forEach(line => console.error(line));
console.log(`${files.length} Markdown files, ${broken.length} broken links`);

const stale = staleRulePages();
stale.forEach(line => console.error(line));
console.log(
  `${RULES.length} rules, ${stale.length} pages that "npm run docs:rules" has to write`,
);

process.exitCode = broken.length + stale.length > 0 ? 1 : 0;

/** A rule that cannot be told makes no page, and is named. */
function staleRulePages(): string[] {
  try {
    return stalePages(rulePages(RULES, judgeExample), readPages('.'));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
