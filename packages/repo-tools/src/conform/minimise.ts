// SPDX-License-Identifier: Apache-2.0

import { canonicalText } from './canonicalText.ts';
import { splitLines } from './mutateText.ts';

/** How many more times a predicate may be asked. */
export interface Budget {
  left: number;
}

/**
 * Drops as many items as it can while `holds` stays true of the rest (delta
 * debugging). `holds` is taken to be true of all items.
 */
export async function minimise<T>(
  items: readonly T[],
  holds: (items: readonly T[]) => boolean | Promise<boolean>,
  budget: Budget,
): Promise<readonly T[]> {
  let kept = items;
  let size = Math.max(1, Math.ceil(kept.length / 2));
  while (kept.length > 0 && budget.left > 0) {
    let dropped = false;
    // From the end, so that what comes before stays in its place.
    for (let end = kept.length; end > 0 && budget.left > 0; end -= size) {
      const start = Math.max(0, end - size);
      const rest = [...kept.slice(0, start), ...kept.slice(end)];
      budget.left -= 1;
      if (await holds(rest)) {
        kept = rest;
        dropped = true;
      }
    }
    if (size > 1) {
      size = Math.ceil(size / 2);
    } else if (!dropped) {
      break;
    }
  }
  return kept;
}

/** The same for a text: first whole lines go, then characters. */
export async function minimiseText(
  text: string,
  holds: (text: string) => boolean | Promise<boolean>,
  budget: Budget,
): Promise<string> {
  const holdsOfParts = (parts: readonly string[]) =>
    holds(canonicalText(parts.join('')));
  const lines = await minimise(splitLines(text), holdsOfParts, budget);
  const characters = await minimise(
    Array.from(lines.join('')),
    holdsOfParts,
    budget,
  );
  return canonicalText(characters.join(''));
}
