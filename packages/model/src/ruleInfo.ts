// SPDX-License-Identifier: Apache-2.0
import type { Area, ScoreArea } from './area.ts';
import type { Severity } from './severity.ts';

/**
 * How sure a rule can be by its nature: it reads structure, known names, or
 * guesses from text.
 *
 * @public
 */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** @public */
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * The ladder of maturity, lowest first.
 *
 * @public
 */
export const MATURITY_LEVELS = ['beginner', 'proficient', 'expert'] as const;

/** @public */
export type MaturityLevel = (typeof MATURITY_LEVELS)[number];

/** @public */
export const CATEGORIES = [
  'supply-chain',
  'privileges',
  'secrets',
  'surface',
  'runtime-limits',
  'reproducibility',
  'operations',
] as const;

/** @public */
export type Category = (typeof CATEGORIES)[number];

/**
 * What following a rule's remediation takes: a machine can do it, a person
 * decides about an edit that a machine proposes, or a person does it.
 *
 * @public
 */
export const EFFORTS = ['auto', 'assisted', 'manual'] as const;

/** @public */
export type Effort = (typeof EFFORTS)[number];

/**
 * Tools whose users know similar checks by other names.
 *
 * @public
 */
export const PEERS = [
  'buildkit',
  'checkov',
  'dfc',
  'dockerbench',
  'dockerscout',
  'dockle',
  'hadolint',
  'kics',
  'scorecard',
  'trivy',
] as const;

/** @public */
export type Peer = (typeof PEERS)[number];

/**
 * Everything about a rule that is no code.
 *
 * @public
 */
export interface RuleInfo {
  /** `area/slug`; never renamed. */
  readonly id: string;
  /** Ids that it once had. */
  readonly aliases?: readonly string[];
  readonly area: Area;
  readonly scoreArea: ScoreArea;
  /** A statement that is true when the rule passes. */
  readonly title: string;
  /** Of a finding that does not say otherwise. */
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The level of maturity that it is a condition of. */
  readonly level: MaturityLevel;
  /** Levels that nobody reaches without it. */
  readonly mandatoryFor: readonly MaturityLevel[];
  /** The property behind it; rules with one control count once in an area. */
  readonly control: string;
  /** Sections that it maps to: `NIST-800-190 4.2.2`, `CIS-Docker-1.6.0 4.1`. */
  readonly frameworks: readonly string[];
  readonly peers: Readonly<Partial<Record<Peer, readonly string[]>>>;
  readonly category: Category;
  readonly lifecycle: 'experimental' | 'stable' | 'deprecated';
  /** Of what its remediation asks. */
  readonly effort: Effort;
  /** What exactly is decided, and what is not. */
  readonly semantics: string;
  readonly rationale: string;
  /** What a person should do. */
  readonly remediation: string;
  readonly references: readonly string[];
  /**
   * The one edit that settles several rules at once, by its id in
   * {@link ACTION_TITLES}; absent when the rule stands alone.
   */
  readonly action?: ActionId;
}

/**
 * Edits and decisions that settle several rules.
 *
 * @public
 */
export const ACTION_TITLES = {
  'base-image': 'Choose a supported, minimal base image',
  'pin-base-image': 'Pin base images by version and digest',
  secrets: 'Remove secrets from the Dockerfile and change them',
  'stage-split': 'Build in one stage, run in another',
  ignore: 'Keep secrets and version control out of the build context',
  'update-base-image': 'Update the base image',
  'update-packages': 'Update the packages of the application',
} as const;

/** @public */
export type ActionId = keyof typeof ACTION_TITLES;
