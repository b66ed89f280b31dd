// SPDX-License-Identifier: Apache-2.0
import type { TextPosition, TextRange } from './range.ts';
import type { NotApplicableReason, UnknownReason } from './reason.ts';
import type { ActionId } from './ruleInfo.ts';
import type { Severity } from './severity.ts';

/**
 * What a rule found out about one subject.
 *
 * @public
 */
export const OUTCOMES = [
  'passed',
  'failed',
  'unknown',
  'notApplicable',
  'crashed',
] as const;

/** @public */
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How much a file counts: fully, a quarter, or not at all (it is still listed).
 *
 * @public
 */
export type FileRole = 'production' | 'development' | 'excluded';

/**
 * One place where a rule failed.
 *
 * @public
 */
export interface PlacedFinding {
  readonly path: string;
  readonly range: TextRange;
  readonly start: TextPosition;
  readonly end: TextPosition;
  readonly severity: Severity;
  readonly messageId: string;
  /** What the message was made from; secrets are masked. */
  readonly data: Readonly<Record<string, string>>;
  readonly message: string;
  /** How many vulnerabilities, or things like them, it is; 1 when absent. */
  readonly count?: number;
  /** The edit that settles it, where that of its rule does not. */
  readonly action?: ActionId;
  /** Whether it counts: above info, of a stable rule, in a file that counts. */
  readonly scored: boolean;
}

/**
 * A finding that can be followed from one assessment to the next.
 *
 * @public
 */
export interface Finding extends PlacedFinding {
  /** Stays when lines move; differs between the findings of an assessment. */
  readonly fingerprint: string;
}

/**
 * What one rule says about one subject.
 *
 * @public
 */
export interface RuleResult<F extends PlacedFinding = Finding> {
  readonly rule: string;
  /** The file that is judged. */
  readonly path: string;
  readonly role: FileRole;
  readonly outcome: Outcome;
  /** Why it is unknown or not applicable. */
  readonly reason?: UnknownReason | NotApplicableReason;
  /** What the reason is about: a variable, an image. */
  readonly detail?: string;
  /** In the order of the text; empty unless it failed. */
  readonly findings: readonly F[];
}
