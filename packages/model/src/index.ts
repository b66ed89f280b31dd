// SPDX-License-Identifier: Apache-2.0

/**
 * The words of the domain: types and constants that every other package of
 * Plimsoll speaks in.
 *
 * @packageDocumentation
 */

export * from './area.ts';
export * from './assessment.ts';
export * from './evidence.ts';
export * from './range.ts';
export * from './reason.ts';
export * from './report.ts';
export * from './reportError.ts';
export * from './reportFinding.ts';
export * from './result.ts';
export * from './ruleInfo.ts';
export * from './severity.ts';
