// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../commandLine/command.ts';

export const explain: Command = {
  name: 'explain',
  operands: 'RULE',
  maxOperands: 1,
  summary: 'Say all about a rule, named by our id or that of another tool',
  details: `RULE is an id as "plimsoll rules" lists it, its part after the slash, or the
id that another tool has for the same thing: BuildKit, Checkov, Dockle,
hadolint, KICS, Trivy and more.`,
  options: {},
  examples: [
    'plimsoll explain dockerfile/no-privileged-build',
    'plimsoll explain DL3002',
    'plimsoll explain CKV_DOCKER_3',
  ],
  async run(given) {
    const { runExplain } = await import('../catalogue/runExplain.ts');
    return runExplain(given);
  },
};
