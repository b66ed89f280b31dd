// SPDX-License-Identifier: Apache-2.0
import { COULD_NOT_RUN, GOOD, NOT_GOOD } from '../exitCodes.ts';
import type { Checked, Unchecked } from './checkTarget.ts';
import { missedThresholds, type Thresholds } from './thresholds.ts';

/** How the check of one path went. */
export interface Conclusion {
  readonly exitCode: number;
  /** Sentences for standard error. */
  readonly complaints: readonly string[];
}

/** What a path's answer means for whoever called the program. */
export function conclude(
  answer: Checked | Unchecked,
  thresholds: Thresholds,
): Conclusion {
  if ('error' in answer) {
    return { exitCode: COULD_NOT_RUN, complaints: [answer.error] };
  }
  const { target, snapshot, assessment } = answer;
  const crashes = assessment.results
    .filter(({ outcome }) => outcome === 'crashed')
    .map(
      ({ rule, path, detail }) =>
        `${target}: ${rule} crashed on "${path}" (${detail}); the others went on, please report it`,
    );
  const missed = missedThresholds(assessment, thresholds).map(
    sentence => `${target}: ${sentence}`,
  );
  return {
    exitCode: missed.length > 0 ? NOT_GOOD : GOOD,
    complaints: [...snapshot.warnings, ...crashes, ...missed],
  };
}
