// SPDX-License-Identifier: Apache-2.0
import { NotFoundError } from '@backstage/errors';
import type { RuleInfo } from '@plimsoll/model';
import type { Rule } from '@plimsoll/plugin-hardening-common';
import { checkAnyRead } from './access';
import type { Operation } from './operation';

/** All rules. */
export const listRules: Operation<'listRules'> = async (context, call) => {
  await checkAnyRead(context, call);
  return { items: context.rules.map(ruleOf) };
};

/** One rule, by its id or by one that it once had. */
export const getRule: Operation<'getRule'> = async (context, call) => {
  await checkAnyRead(context, call);
  const { area, rule } = call.request.params;
  const id = `${area}/${rule}`;
  const info =
    context.rules.find(one => one.id === id) ??
    context.rules.find(({ aliases }) => aliases?.includes(id));
  if (!info) throw new NotFoundError(`There is no rule "${id}"`);
  return ruleOf(info);
};

function ruleOf({ aliases = [], ...info }: RuleInfo): Rule {
  return { ...info, aliases, peers: info.peers as Rule['peers'] };
}
