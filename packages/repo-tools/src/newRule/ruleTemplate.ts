// SPDX-License-Identifier: Apache-2.0

/** What a new rule is made from. */
export interface NewRule {
  /** `dockerfile/no-sudo`. */
  readonly id: string;
  readonly constant: string;
  /** The kind of artifact that it judges. */
  readonly artifact: string;
  readonly scoreArea: string;
  /** An instruction that such rules look at. */
  readonly instruction: string;
}

/**
 * A rule that compiles and decides nothing. It cannot land: its test fails, and
 * the parity check refuses "Write me".
 */
export function ruleTemplate({
  id,
  constant,
  artifact,
  scoreArea,
  instruction,
}: NewRule): string {
  return `// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';

export const ${constant} = defineRule({
  id: '${id}',
  artifact: '${artifact}',
  scoreArea: '${scoreArea}',
  title: 'Write me: a statement that is true when the rule passes',
  severity: 'medium',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [],
  peers: {},
  category: 'operations',
  lifecycle: 'stable',
  effort: 'manual',
  semantics: 'Write me: what exactly is decided, and what is not.',
  rationale: 'Write me: why it matters.',
  remediation: 'Write me: what a person should do.',
  references: [],
  messages: {
    writeMe: 'Write me: one sentence about {what}.',
  },
  examples: {
    passing: ['# Write me: right.\\nFROM debian:13-slim\\n${instruction}\\n'],
    failing: ['# Write me: wrong.\\nFROM debian:13-slim\\n${instruction}\\n'],
  },
  check() {
    throw new Error('write me: ${id}');
  },
});
`;
}

/** The test of a new rule: fails, and says what to write. */
export function testTemplate({ id, constant, instruction }: NewRule): string {
  const slug = id.slice(id.indexOf('/') + 1);
  return `// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { ${constant} } from './${slug}.ts';

describeRule(${constant}, {
  passing: [
    {
      name: 'write me: what is right',
      files: 'FROM debian:13-slim\\n${instruction}\\n',
    },
  ],
  failing: [
    {
      name: 'write me: what is wrong, and where',
      files: 'FROM debian:13-slim\\n# wrong\\n${instruction}\\n',
      findings: [{ messageId: 'writeMe', line: 3 }],
    },
  ],
});
`;
}
