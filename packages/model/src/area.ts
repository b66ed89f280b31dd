// SPDX-License-Identifier: Apache-2.0

/**
 * The part of a rule's id before the slash: what kind of thing it looks at.
 *
 * @public
 */
export const AREAS = [
  'dockerfile',
  'dockerignore',
  'compose',
  'kubernetes',
  'ci',
  'image',
  'scan',
  'repo',
] as const;

/** @public */
export type Area = (typeof AREAS)[number];

/**
 * Where a rule counts: the areas of the score. Runtime holds whatever runs the
 * containers.
 *
 * @public
 */
export const SCORE_AREAS = [
  'dockerfile',
  'dockerignore',
  'runtime',
  'scan',
  'image',
  'ci',
  'repo',
] as const;

/** @public */
export type ScoreArea = (typeof SCORE_AREAS)[number];
