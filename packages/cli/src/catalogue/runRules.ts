// SPDX-License-Identifier: Apache-2.0
import { RULES } from '@plimsoll/engine';
import type { Arguments } from '../commandLine/arguments.ts';
import { readChoice } from '../commandLine/optionValues.ts';
import { GOOD } from '../exitCodes.ts';
import { openPage } from '../terminal/page.ts';
import { formatRules } from './formatRules.ts';

/** `plimsoll rules`: the catalogue. */
export async function runRules(given: Arguments): Promise<number> {
  const { stdout, env } = process;
  const rules = RULES.map(({ info }) => info);
  const isJson = readChoice(given, 'format', ['text', 'json']) === 'json';
  stdout.write(
    isJson
      ? `${JSON.stringify(rules, undefined, 2)}\n`
      : formatRules(rules, openPage(stdout, env)),
  );
  return GOOD;
}
