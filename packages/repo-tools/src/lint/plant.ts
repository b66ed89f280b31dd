// SPDX-License-Identifier: Apache-2.0

import { ESLint } from 'eslint';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../..');
const eslint = new ESLint({ cwd: root });

const LICENCE = '// SPDX-License-Identifier: Apache-2.0\n\n';

/**
 * Lints `code` as if it stood in `file`, a path of the repository that need not
 * exist, under the configuration in force there. Gives the rules that it breaks,
 * each once.
 */
export async function rulesBrokenBy(
  file: string,
  code: string,
  { licence = true } = {},
): Promise<string[]> {
  const results = await eslint.lintText(licence ? LICENCE + code : code, {
    filePath: path.join(root, file),
  });
  const messages = results.flatMap(result => result.messages);
  const ids = messages.map(({ ruleId, message }) => ruleId ?? message);
  return [...new Set(ids)].sort();
}

/** How severe a rule is in `file`: for what cannot be planted yet. */
export async function severityOf(rule: string, file: string): Promise<unknown> {
  const config = await eslint.calculateConfigForFile(path.join(root, file));
  return [config.rules[rule]].flat()[0];
}
