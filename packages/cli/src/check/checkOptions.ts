// SPDX-License-Identifier: Apache-2.0
import type { Policy } from '@plimsoll/engine';
import { GRADES, SEVERITIES, type Evidence } from '@plimsoll/model';
import type { Arguments } from '../commandLine/arguments.ts';
import {
  readChoice,
  readInstant,
  readWholeNumber,
} from '../commandLine/optionValues.ts';
import { UsageError } from '../exitCodes.ts';
import { readReports } from '../files/readReports.ts';
import type { StreamOptions } from './streamCheck.ts';
import type { Thresholds } from './thresholds.ts';

/** Each thread takes some hundred megabytes at most. */
export const MOST_THREADS = 8;

/** What was asked of `plimsoll check`. */
export interface CheckOptions {
  readonly targets: readonly string[];
  readonly format: 'text' | 'json';
  readonly thresholds: Thresholds;
  readonly policy: Policy;
  /** By the files alone when absent. */
  readonly evidence: Evidence | undefined;
  readonly now: Date;
  readonly showAll: boolean;
}

/**
 * Reads the options of `plimsoll check`; the clock tells the time where none is
 * given.
 *
 * @throws UsageError - when one makes no sense
 */
export function readCheckOptions(given: Arguments): CheckOptions {
  if (given.has('threads') && !given.has('jsonl')) {
    throw new UsageError('--threads goes with --jsonl only');
  }
  const trusted = given.values('trust');
  checkReports(given);
  return {
    targets: given.operands.length > 0 ? given.operands : ['.'],
    format: readChoice(given, 'format', ['text', 'json']) ?? 'text',
    thresholds: {
      minScore: readWholeNumber(given, 'min-score', 0, 100),
      minGrade: readChoice(given, 'min-grade', GRADES),
      failOn: readChoice(given, 'fail-on', COUNTED),
    },
    policy: trusted.length > 0 ? { trustedImages: trusted } : {},
    evidence: readEvidence(given),
    now: readInstant(given, 'now') ?? new Date(),
    showAll: given.has('all'),
  };
}

/** A report is about the images of one folder. */
function checkReports(given: Arguments): void {
  const paths = given.operands.length;
  if (!given.has('report') || paths <= 1) return;
  throw new UsageError(
    `--report is about the images of one PATH, and ${paths} are given; check each by itself`,
  );
}

function readEvidence(given: Arguments): Evidence | undefined {
  const names = given.values('report');
  if (names.length === 0) return undefined;
  return { scope: 'full', scans: readReports(names) };
}

const COUNTED = SEVERITIES.filter(severity => severity !== 'info');

/**
 * What was asked of `plimsoll check --jsonl`.
 *
 * @throws UsageError - when an option is given that means nothing there
 */
export function readStreamOptions(given: Arguments): StreamOptions {
  const [path] = given.operands;
  if (path !== undefined) {
    throw new UsageError(
      `--jsonl reads standard input, so there is nothing to do with "${path}"`,
    );
  }
  const useless = TEXT_OPTIONS.find(option => given.has(option));
  if (useless !== undefined) {
    throw new UsageError(
      `--jsonl and --${useless} do not go together; each line has its score, and the exit code is 0`,
    );
  }
  const { policy, now } = readCheckOptions(given);
  const threads = readWholeNumber(given, 'threads', 1, MOST_THREADS);
  return { policy, now, threads };
}

const TEXT_OPTIONS = [
  'format',
  'min-score',
  'min-grade',
  'fail-on',
  'report',
  'all',
];
