// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../rules/rule.ts';
import { digest } from '../text/digest.ts';
import { compareText } from '../text/order.ts';

/**
 * That of the package: code and tables change with a release. A test compares
 * it with package.json.
 */
export const ENGINE_VERSION = '0.1.0';

/**
 * Changes with each change that may change an answer: release of the engine,
 * choice of rules, description or message of one. The same for equal rules in
 * any order.
 */
export function rulesetVersion(rules: readonly Rule[]): string {
  let version = versions.get(rules);
  if (version === undefined) {
    version = `${ENGINE_VERSION}-${digestOf(rules).slice(0, 16)}`;
    versions.set(rules, version);
  }
  return version;
}

/** The same rules judge thousands of repositories. */
const versions = new WeakMap<readonly Rule[], string>();

function digestOf(rules: readonly Rule[]): string {
  const parts = rules.map(({ info, messages }) =>
    JSON.stringify([info.id, info, messages]),
  );
  return digest(parts.sort(compareText));
}
