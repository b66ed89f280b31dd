// SPDX-License-Identifier: Apache-2.0
import type { ImportedSeverity, SeverityRating } from '@plimsoll/model';
import { rateByWord, severityOfScore } from '../importedSeverity.ts';
import type { SarifResult, SarifRule } from './sarifShapes.ts';

/*
 * How bad a result is: the nearest and plainest that the report says. A word
 * goes before a number, because tools write 0.0 for "unknown"; and both before
 * the level of SARIF, which has no word for critical.
 */

/** What a rule says of all its results; undefined when it has a level at most. */
export function ratingOfRule(rule: SarifRule): SeverityRating | undefined {
  const { properties, shortDescription } = rule;
  return (
    rateWord(properties?.cvssV3_severity) ??
    rateTitle(shortDescription?.text) ??
    rateTags(properties?.tags) ??
    rateScore(properties?.['security-severity'])
  );
}

/**
 * What a result says by itself; undefined when it has a level at most.
 *
 * @param word - from its message
 */
export function ratingOfResult(
  { kind = 'fail', properties }: SarifResult,
  word: string | undefined,
): SeverityRating | undefined {
  if (kind !== 'fail') return rateByWord(KINDS, kind);
  return rateScore(properties?.['security-severity']) ?? rateWord(word);
}

/** What a level means, and the one that is meant where there is none. */
export function ratingOfLevel(level = DEFAULT_LEVEL): SeverityRating {
  return rateByWord(LEVELS, level);
}

/** SARIF 2.1.0, 3.27.10. */
const DEFAULT_LEVEL = 'warning';

const LEVELS = new Map<string, ImportedSeverity>([
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
  ['none', 'info'],
]);

/** SARIF 2.1.0, 3.27.9; `open` and `review` wait for somebody to decide. */
const KINDS = new Map<string, ImportedSeverity>([['informational', 'info']]);

const WORDS = new Map<string, ImportedSeverity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['negligible', 'info'],
  ['informational', 'info'],
  ['info', 'info'],
  ['unknown', 'unknown'],
  ['unspecified', 'unknown'],
]);

/** Any word is an answer: one that is not in the table is unknown. */
function rateWord(word: string | undefined): SeverityRating | undefined {
  return word ? rateByWord(WORDS, word) : undefined;
}

/** `Low severity - …`, as Snyk begins its titles. */
function rateTitle(title = ''): SeverityRating | undefined {
  const word = /^(\w+) severity\b/.exec(title)?.[1];
  return word && WORDS.has(word.toLowerCase()) ? rateWord(word) : undefined;
}

function rateTags(tags: readonly string[] = []): SeverityRating | undefined {
  // In capitals: "high" may be a tag for something else.
  return rateWord(tags.find(tag => SEVERITY_TAGS.has(tag)));
}

const SEVERITY_TAGS = new Set(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN']);

function rateScore(text: string | undefined): SeverityRating | undefined {
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return undefined;
  const level = severityOfScore(Number(text));
  return level && { level, word: text.slice(0, 10) };
}
