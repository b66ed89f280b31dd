// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../text/order.ts';

/** The digest at the end of a reference, or the whole of the text. */
export function digestOf(reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const digest = reference.slice(reference.lastIndexOf('@') + 1);
  return DIGEST.test(digest) ? digest : undefined;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Sorted, each once, without empty ones. */
export function distinct(
  texts: readonly (string | undefined)[],
): readonly string[] {
  const found = texts.filter(text => text !== undefined && text !== '');
  return [...new Set(found as string[])].sort(compareText);
}
