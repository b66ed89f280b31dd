// SPDX-License-Identifier: Apache-2.0

/**
 * The first levels of the beginning of a document, by which its format is
 * recognised. Of a list it has the first item; what lies deeper than
 * {@link OUTLINE_DEPTH}, long texts and many members are cut away.
 */
export type Outline =
  | string
  | number
  | boolean
  | ReadonlyMap<string, Outline>
  | readonly Outline[];

/** Levels of lists and objects that an outline has. */
export const OUTLINE_DEPTH = 5;
/** Of each object. */
export const OUTLINE_MEMBERS = 100;

/**
 * What an outline has at a place.
 *
 * @param steps - names of members, and numbers of items
 */
export function outlineAt(
  outline: Outline | undefined,
  ...steps: readonly (string | number)[]
): Outline | undefined {
  let at = outline;
  for (const step of steps) {
    if (at instanceof Map) at = at.get(String(step));
    else if (Array.isArray(at)) at = at[Number(step)];
    else return undefined;
  }
  return at;
}

/** Whether an outline has anything at a place. */
export function hasAt(
  outline: Outline | undefined,
  ...steps: readonly (string | number)[]
): boolean {
  return outlineAt(outline, ...steps) !== undefined;
}
