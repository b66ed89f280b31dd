// SPDX-License-Identifier: Apache-2.0

/** Class names that are there, as one. */
export function join(
  ...names: readonly (string | false | undefined)[]
): string {
  return names.filter(Boolean).join(' ');
}
