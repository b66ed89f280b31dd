// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../exitCodes.ts';

export const ast: Command = {
  name: 'ast',
  operands: '[FILE]',
  maxOperands: 1,
  summary: 'Show how a Dockerfile or a YAML file is read',
  options: {
    jsonl: { summary: 'read {"id", "text"} lines from standard input' },
  },
  examples: ['plimsoll ast Dockerfile', 'plimsoll ast deployment.yaml'],
  async run(given) {
    if (given.has('jsonl')) {
      const { streamAst } = await import('./streamAst.ts');
      return streamAst(process.stdin, process.stdout);
    }
    const [file] = given.operands;
    if (file === undefined) {
      throw new UsageError(
        'ast needs a file, for example "plimsoll ast Dockerfile"',
      );
    }
    const { printAst } = await import('./printAst.ts');
    return printAst(file, process.stdout);
  },
};
