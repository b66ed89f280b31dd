// SPDX-License-Identifier: Apache-2.0

import { assess } from '@plimsoll/engine';
import type { JudgeExample } from './rulePage.ts';

/** Pages are the same on every day: examples happen on this one. */
const DAY = new Date('2026-11-21T00:00:00.000Z');

/** Assesses the example as a repository of its own. */
export const judgeExample: JudgeExample = (rule, example) => {
  const texts = typeof example === 'string' ? { Dockerfile: example } : example;
  const { results } = assess({
    files: Object.entries(texts).map(([path, text]) => ({
      path,
      size: Buffer.byteLength(text),
      text,
    })),
    listing: 'complete',
    now: DAY,
    rules: [rule],
  });
  return results;
};
