// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { RULE_PAGES } from './rulePages.ts';

/** The pages about rules that exist, by path from the root. */
export function readPages(root: string): Map<string, string> {
  const folder = path.join(root, RULE_PAGES);
  if (!fs.existsSync(folder)) return new Map();
  return new Map(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .map(file => [
        path.relative(root, file).split(path.sep).join('/'),
        fs.readFileSync(file, 'utf8'),
      ]),
  );
}
