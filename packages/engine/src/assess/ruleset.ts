// SPDX-License-Identifier: Apache-2.0
import type { RuleInfo, Scope } from '@plimsoll/model';
import type { Rule } from '../rules/rule.ts';
import { compareText } from '../text/order.ts';
import { isCollected } from './areaScores.ts';

/** Rules made ready to judge. */
export interface Ruleset {
  readonly infos: ReadonlyMap<string, RuleInfo>;
  /** By id; those whose evidence is looked at in a scope. */
  readonly collected: Readonly<Record<Scope, readonly Rule[]>>;
}

/**
 * The rules, ready to judge.
 *
 * @throws Error - when two have the same id
 */
export function rulesetOf(rules: readonly Rule[]): Ruleset {
  let ruleset = rulesets.get(rules);
  if (!ruleset) {
    ruleset = prepare(rules);
    rulesets.set(rules, ruleset);
  }
  return ruleset;
}

/** The same rules judge thousands of repositories. */
const rulesets = new WeakMap<readonly Rule[], Ruleset>();

function prepare(rules: readonly Rule[]): Ruleset {
  const infos = new Map<string, RuleInfo>();
  for (const { info } of rules) {
    if (infos.has(info.id)) {
      throw new Error(`Two rules have the id "${info.id}"`);
    }
    infos.set(info.id, info);
  }
  const full = [...rules].sort((a, b) => compareText(a.info.id, b.info.id));
  const files = full.filter(({ info }) => isCollected(info.scoreArea, 'files'));
  return { infos, collected: { files, full } };
}
