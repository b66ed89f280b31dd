// SPDX-License-Identifier: Apache-2.0

// What another module would add: a rule that every Dockerfile fails.

import { RULES as BUILT_IN, type Rule } from '@plimsoll/engine';

const model = BUILT_IN.find(rule => rule.artifact === 'dockerfile')!;

export const RULES: readonly Rule[] = [
  {
    ...model,
    info: { ...model.info, id: 'dockerfile/house', control: 'house' },
    messages: { house: 'Not as we do it.' },
    check: () => ({
      outcome: 'failed',
      findings: [
        {
          messageId: 'house',
          at: { start: 0, end: 4 },
          data: {},
          severity: undefined,
        },
      ],
    }),
  } as Rule,
];
