// SPDX-License-Identifier: Apache-2.0
import { assess } from '@plimsoll/engine';
import type { Assessment } from '@plimsoll/model';
import { UsageError } from '../exitCodes.ts';
import type { CheckOptions } from './checkOptions.ts';
import { readSnapshot, type Snapshot } from '../files/readSnapshot.ts';

/** One path that was asked for, and what the engine says about it. */
export interface Checked {
  /** As it was typed. */
  readonly target: string;
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
}

/** A path that could not be read, and why. */
export interface Unchecked {
  readonly target: string;
  readonly error: string;
}

/** Reads and judges one path. */
export function checkTarget(
  target: string,
  { policy, evidence, now }: Pick<CheckOptions, 'policy' | 'evidence' | 'now'>,
): Checked | Unchecked {
  try {
    const snapshot = readSnapshot(target);
    const { files, listing } = snapshot;
    const assessment = assess({ files, listing, evidence, policy, now });
    return { target, snapshot, assessment };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { target, error: error.message };
  }
}
