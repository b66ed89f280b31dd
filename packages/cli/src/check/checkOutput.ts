// SPDX-License-Identifier: Apache-2.0
import type { Writable } from 'node:stream';
import { formatAssessment } from '../assessment/formatAssessment.ts';
import type { Page } from '../terminal/page.ts';
import type { Checked, Unchecked } from './checkTarget.ts';

/** Where the answers of `plimsoll check` go, in the order of the paths. */
export interface CheckOutput {
  add(answer: Checked | Unchecked): void;
  end(): void;
}

/** Pages for a person, each as soon as it is known. */
export function textOutput(
  output: Writable,
  page: Page,
  showAll: boolean,
): CheckOutput {
  let isFirst = true;
  return {
    add(answer) {
      if ('error' in answer) return;
      if (!isFirst) output.write(`\n${'─'.repeat(page.width)}\n\n`);
      isFirst = false;
      output.write(formatAssessment(answer, page, showAll));
    },
    end() {},
  };
}

/**
 * One JSON document: the assessment of the only path, or a list with the path
 * of each.
 */
export function jsonOutput(output: Writable, isList: boolean): CheckOutput {
  const answers: object[] = [];
  return {
    add(answer) {
      const { target: path } = answer;
      if ('error' in answer) {
        if (isList) answers.push({ path, error: answer.error });
      } else {
        const { assessment } = answer;
        answers.push(isList ? { path, assessment } : assessment);
      }
    },
    end() {
      const document = isList ? answers : answers[0];
      if (document === undefined) return;
      output.write(`${JSON.stringify(document, undefined, 2)}\n`);
    },
  };
}
