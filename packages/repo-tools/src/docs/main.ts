// SPDX-License-Identifier: Apache-2.0

// npm run docs: every link between Markdown files of this repository leads somewhere.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
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
process.exitCode = broken.length > 0 ? 1 : 0;
