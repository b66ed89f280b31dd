// SPDX-License-Identifier: Apache-2.0

/**
 * The words of the domain: types and constants that every other package of
 * Plimsoll speaks in. No behaviour.
 *
 * @packageDocumentation
 */

export type { TextPosition, TextRange } from './range.ts';
