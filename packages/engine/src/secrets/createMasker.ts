// SPDX-License-Identifier: Apache-2.0
import type { Secret } from './findSecrets.ts';
import { isMask, maskOf } from './masks.ts';
import { maskSecrets } from './maskSecrets.ts';

/**
 * Masks words that were taken out of a file: by themselves they no longer stand
 * beside the name that gave them away, so that what is a secret in the file is
 * looked for in them, too. To look for all of a file's secrets would hide
 * innocent words: a password may be the name of an image.
 *
 * @param text - of the file
 * @param secrets - those of the text that stand where the words come from
 */
export function createMasker(
  text: string,
  secrets: readonly Secret[],
): (word: string) => string {
  const masks = masksOf(text, secrets);
  return word => {
    let masked = maskSecrets(word);
    for (const [secret, mask] of masks) {
      if (masked.includes(secret)) masked = masked.replaceAll(secret, mask);
    }
    return masked;
  };
}

/** What is shorter may stand in any word. */
const MIN_LENGTH = 4;

/** The secrets of a text and their masks, longest first. */
function masksOf(
  text: string,
  secrets: readonly Secret[],
): ReadonlyMap<string, string> {
  const words = secrets.flatMap(({ kind, parts }) =>
    parts
      .filter(({ start, end }) => end - start >= MIN_LENGTH)
      .filter(({ start }) => !isMask(text.charCodeAt(start)))
      .map(({ start, end }) => ({
        secret: text.slice(start, end),
        mask: maskOf(kind).repeat(end - start),
      })),
  );
  words.sort((a, b) => b.secret.length - a.secret.length);
  return new Map(words.map(({ secret, mask }) => [secret, mask]));
}
