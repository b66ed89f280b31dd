// SPDX-License-Identifier: Apache-2.0

import type { Rule } from '@plimsoll/engine';
import { formatFile } from './formatFile.ts';
import { ruleIndex } from './ruleIndex.ts';
import { rulePage, type JudgeExample } from './rulePage.ts';

/** Where the pages are, from the root of the project. */
export const RULE_PAGES = 'docs/rules';

/**
 * All pages about rules by path, formatted; the same for the same rules.
 *
 * @throws Error - naming the rule that cannot be told
 */
export function rulePages(
  rules: readonly Rule[],
  judge: JudgeExample,
): Map<string, string> {
  const pages = new Map<string, string>();
  pages.set(`${RULE_PAGES}/README.md`, ruleIndex(rules));
  for (const rule of rules) {
    pages.set(`${RULE_PAGES}/${rule.info.id}.md`, rulePage(rule, rules, judge));
  }
  for (const [file, text] of pages) pages.set(file, formatFile(file, text));
  return pages;
}

/** What is wrong with the pages on disk, one line for each. */
export function stalePages(
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const files = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return files.flatMap(file => {
    if (!found.has(file)) return [`${file}: missing`];
    if (!wanted.has(file)) return [`${file}: of no rule`];
    return found.get(file) === wanted.get(file) ? [] : [`${file}: out of date`];
  });
}
