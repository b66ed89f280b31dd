// SPDX-License-Identifier: Apache-2.0
import type { ImportedSeverity, SeverityRating } from '@plimsoll/model';

/** What a vendor's words mean, in lower case. */
export type SeverityWords = ReadonlyMap<string, ImportedSeverity>;

/** Reads a vendor's word; one that is not in the table is unknown. */
export function rateByWord(
  words: SeverityWords,
  word: string | undefined,
  source?: string,
): SeverityRating {
  return {
    level: words.get((word ?? '').toLowerCase()) ?? 'unknown',
    word: (word ?? '').slice(0, LONGEST_WORD),
    ...(source && { source }),
  };
}

const LONGEST_WORD = 40;

/** The bands of CVSS 3 and 4; 0 is "none". Undefined for what is no score. */
export function severityOfScore(
  score: number | undefined,
): ImportedSeverity | undefined {
  if (score === undefined || !(score >= 0 && score <= 10)) return undefined;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}
