// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { RULES, assess, type Rule } from '@plimsoll/engine';

/**
 * The rules of the engine, and those of other modules.
 *
 * @param files - absolute; each is a module that exports `RULES`
 * @throws Error - naming the file that gives no rules
 */
export function loadRules(files: readonly string[]): readonly Rule[] {
  if (files.length === 0) return RULES;
  const added = files.flatMap(file => {
    const { RULES: rules } = createRequire(file)(file);
    if (!Array.isArray(rules)) {
      throw new Error(
        `"${file}" was added as a file of rules and exports no array RULES`,
      );
    }
    return rules as readonly Rule[];
  });
  return [...RULES, ...added];
}

/** Changes with each change of rules that may change an answer. */
export function rulesetVersionOf(rules: readonly Rule[]): string {
  const nothing = { files: [], listing: 'complete', now: new Date(0) } as const;
  const evidence = { scope: 'full' } as const;
  return assess({ ...nothing, evidence, rules }).rulesetVersion;
}
