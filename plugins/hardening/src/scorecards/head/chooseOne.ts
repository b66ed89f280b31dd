// SPDX-License-Identifier: Apache-2.0

/** Only this one is wanted; when it is that already, all are again. */
export function chooseOne<T>(chosen: readonly T[], one: T): readonly T[] {
  return chosen.length === 1 && chosen[0] === one ? [] : [one];
}
