// SPDX-License-Identifier: Apache-2.0
import type { ScoreArea } from './area.ts';
import type { NotApplicableReason, NotScoredReason } from './reason.ts';
import type { RuleResult } from './result.ts';
import type { Effort, MaturityLevel } from './ruleInfo.ts';
import type { Severity } from './severity.ts';

/**
 * Best first.
 *
 * @public
 */
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** @public */
export type Grade = (typeof GRADES)[number];

/**
 * `files`: the repository alone. `full`: with scans and images.
 *
 * @public
 */
export type Scope = 'files' | 'full';

/**
 * Points and grade, or why there are none.
 *
 * @public
 */
export type Score =
  | {
      readonly status: 'scored';
      /** 0 to 100, whole, after the gates. */
      readonly points: number;
      /** 0 to 100, before gates and rounding. */
      readonly raw: number;
      readonly grade: Grade;
    }
  | { readonly status: 'notScored'; readonly reason: NotScoredReason };

/**
 * A broken promise of a grade.
 *
 * @public
 */
export interface Gate {
  /** The grade whose promise is broken. */
  readonly grade: Grade;
  /** The most points that are left. */
  readonly atMost: number;
  readonly promise: GatePromise;
  /** For a person: "2 open high findings". */
  readonly message: string;
  /** Rules whose passing mends it; empty when more has to be known. */
  readonly rules: readonly string[];
  /** Whether the score would be higher without it: no lower gate stands. */
  readonly binding: boolean;
}

/** @public */
export type GatePromise =
  | 'no-high'
  | 'no-critical'
  | 'few-high'
  | 'not-root'
  | 'coverage-80'
  | 'coverage-60'
  | 'no-fixable-critical'
  | 'scan-30-days'
  | 'no-known-exploited'
  | 'few-fixable-critical'
  | 'no-overdue-critical'
  | 'no-malware'
  | 'no-leaked-secret';

/** @public */
export interface AreaScore {
  readonly area: ScoreArea;
  /** Part of the whole, 0 to 1; 0 where it does not apply. */
  readonly share: number;
  /** Why it does not apply; then what follows says nothing. */
  readonly reason?: NotApplicableReason;
  /** In thousandths. */
  readonly load: number;
  /** 0 to 100, of this area alone. */
  readonly raw: number;
  /** Part of the load about which something is known, 0 to 1. */
  readonly coverage: number;
}

/**
 * A control that adds load.
 *
 * @public
 */
export interface ControlScore {
  readonly control: string;
  readonly area: ScoreArea;
  /** Whether a rule failed; otherwise one is unknown. */
  readonly outcome: 'failed' | 'unknown';
  /** The worst of what failed, else of what is unknown. */
  readonly severity: Severity;
  /** In thousandths of its area, after the limit for unknown rules. */
  readonly load: number;
  /** Its part of `100 - raw`; those of all controls add up to it. */
  readonly pointsLost: number;
  /** The rules that failed or are unknown, heaviest first. */
  readonly rules: readonly string[];
}

/**
 * What one edit or one decision settles.
 *
 * @public
 */
export interface Action {
  /** An id of `ACTION_TITLES`, of a rule, or `gate`. */
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly effort: Effort;
  /** Points more, gates and rounding included, once all its rules pass. */
  readonly gain: number;
  /** The same before gates and rounding: how much it helps in the end. */
  readonly rawGain: number;
  /** The grade that is then reached, when it is a better one. */
  readonly grade?: Grade;
  /** Whether a gate keeps the score where it is until something else is done. */
  readonly afterGate: boolean;
}

/**
 * The same formula over one image alone.
 *
 * @public
 */
export interface ImageScore {
  /** Path of its Dockerfile. */
  readonly path: string;
  readonly score: Score;
}

/**
 * Everything the engine says about the files of one entity.
 *
 * @public
 */
export interface Assessment {
  readonly schemaVersion: 1;
  /** Changes with each change of rules or tables that may change an answer. */
  readonly rulesetVersion: string;
  readonly scope: Scope;
  readonly score: Score;
  /** Absent where there is nothing to harden. */
  readonly level?: MaturityLevel;
  /** Part of the applicable load about which something is known, 0 to 1. */
  readonly coverage: number;
  /** Broken promises, lowest grade first. */
  readonly gates: readonly Gate[];
  /** All areas, in a fixed order. */
  readonly areas: readonly AreaScore[];
  /** Those that cost points, dearest first. */
  readonly controls: readonly ControlScore[];
  /** Most worth doing first. */
  readonly actions: readonly Action[];
  /** Lowest first; excluded files have none. */
  readonly images: readonly ImageScore[];
  /** By rule and path. */
  readonly results: readonly RuleResult[];
  /** Until then a new repository is judged without a scan; ISO 8601. */
  readonly firstScanDue?: string;
  /** The first instant at which time alone changes an outcome; ISO 8601. */
  readonly validUntil?: string;
}
