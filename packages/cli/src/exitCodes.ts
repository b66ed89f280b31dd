// SPDX-License-Identifier: Apache-2.0

/** The command did what was asked. */
export const GOOD = 0;
/** It ran, and what it looked at is not good. */
export const NOT_GOOD = 1;
/** It could not run. */
export const COULD_NOT_RUN = 2;

/** Something that the person at the keyboard can put right. */
export class UsageError extends Error {}
