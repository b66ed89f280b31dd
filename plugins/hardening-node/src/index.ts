// SPDX-License-Identifier: Apache-2.0

/**
 * What other modules may add to the hardening backend: readers for further
 * kinds of sources, and rules of their own.
 *
 * @packageDocumentation
 */

export type { Rule } from '@plimsoll/engine';
export * from './extensionPoint';
export * from './sourceError';
export * from './sourceReader';
