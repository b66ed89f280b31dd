// SPDX-License-Identifier: Apache-2.0

/** What a step of a refresh belongs to. */
export const STEP_KINDS = [
  'reading the files',
  'masking what is kept',
  'assessing',
  'taking a lease or reading what is kept',
  'writing in a transaction',
  'committing',
] as const;

/** See {@link STEP_KINDS}. */
export type StepKind = (typeof STEP_KINDS)[number];
