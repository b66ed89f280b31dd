// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../commandLine/command.ts';

export const rules: Command = {
  name: 'rules',
  operands: '',
  maxOperands: 0,
  summary: 'List the rules',
  options: {
    format: {
      value: 'text|json',
      summary: 'for people (the default), or programs',
    },
  },
  examples: ['plimsoll rules', 'plimsoll rules --format json'],
  async run(given) {
    const { runRules } = await import('../catalogue/runRules.ts');
    return runRules(given);
  },
};
