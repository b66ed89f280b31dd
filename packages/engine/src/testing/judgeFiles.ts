// SPDX-License-Identifier: Apache-2.0
import type { PlacedFinding, RuleResult } from '@plimsoll/model';
import { readRepository } from '../artifacts/repository.ts';
import { runRules } from '../assess/runRules.ts';
import type { Rule } from '../rules/rule.ts';
import { NOW } from './describeRule.ts';

/** What rules say about files, given by path, that are all there are. */
export function judgeFiles(
  rules: readonly Rule[],
  files: Readonly<Record<string, string>>,
): readonly RuleResult<PlacedFinding>[] {
  const sources = Object.entries(files).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    text,
  }));
  const repository = readRepository(sources, 'complete');
  const surroundings = { repository, policy: {}, now: new Date(NOW) };
  return runRules(rules, surroundings).results;
}
