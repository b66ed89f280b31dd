// SPDX-License-Identifier: Apache-2.0

/**
 * A half-open piece of a text: `text.slice(start, end)`.
 *
 * Offsets count UTF-16 code units from 0, as JavaScript strings do. An empty
 * range (`start === end`) marks a place between two characters.
 *
 * @public
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A place for a reader: line and column, both counted from 1.
 *
 * The column counts UTF-16 code units.
 *
 * @public
 */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}
