// SPDX-License-Identifier: Apache-2.0
import { RULES } from '@plimsoll/engine';
import type { RuleInfo } from '@plimsoll/model';
import type { Arguments } from '../commandLine/arguments.ts';
import { GOOD, UsageError } from '../exitCodes.ts';
import { openPage, type Page } from '../terminal/page.ts';
import { wrap } from '../terminal/wrap.ts';
import { findRule } from './findRule.ts';
import { formatRule } from './formatRule.ts';
import { tableOf } from './formatRules.ts';

/** `plimsoll explain RULE`: all about a rule. */
export async function runExplain(given: Arguments): Promise<number> {
  const [name] = given.operands;
  if (name === undefined) {
    throw new UsageError(
      'explain needs a rule, for example "plimsoll explain DL3002"; "plimsoll rules" lists ours',
    );
  }
  const { stdout, env } = process;
  stdout.write(explain(name, openPage(stdout, env)));
  return GOOD;
}

function explain(name: string, page: Page): string {
  const { rules, peer, similar } = findRule(
    name,
    RULES.map(({ info }) => info),
  );
  const [first, ...others] = rules;
  if (!first) throw new UsageError(describeMiss(name, similar));
  if (others.length > 0) return explainSeveral(`${peer}`, rules, page);
  const rule = RULES.find(({ info }) => info === first);
  const intro =
    peer === undefined ? '' : `${page.colours.dim(`${peer} is here:`)}\n\n`;
  return rule ? intro + formatRule(rule, page) : intro;
}

function explainSeveral(
  peer: string,
  rules: readonly RuleInfo[],
  page: Page,
): string {
  const intro = `${peer} is about what ${rules.length} rules look at; "plimsoll explain RULE" tells more about each:`;
  const lines = [...wrap(intro, page.width), '', ...tableOf(rules, page)];
  return `${lines.join('\n')}\n`;
}

function describeMiss(name: string, similar: readonly string[]): string {
  const hint =
    similar.length > 0
      ? `did you mean ${similar.join(' or ')}?`
      : '"plimsoll rules" lists ours';
  return `no rule is called "${name}", here or in a tool that we know; ${hint}`;
}
