// SPDX-License-Identifier: Apache-2.0

import type { DeclaredRule } from '../rules/ruleFiles.ts';

/** The text of `rules.ts` for these rules, not yet formatted. */
export function rulesList(rules: readonly DeclaredRule[]): string {
  const imports = rules.map(
    ({ id, constant }) => `import { ${constant} } from './${id}.ts';`,
  );
  return `// SPDX-License-Identifier: Apache-2.0
${imports.join('\n')}
import type { Rule } from './rule.ts';

/**
 * The rules of this version, by id.
 *
 * @public
 */
export const RULES: readonly Rule[] = [
${rules.map(({ constant }) => `${constant},`).join('\n')}
];
`;
}
