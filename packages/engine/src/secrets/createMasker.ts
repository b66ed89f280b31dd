// SPDX-License-Identifier: Apache-2.0
import { findSecrets } from './findSecrets.ts';
import { isMask, maskOf } from './masks.ts';
import { maskSecrets } from './maskSecrets.ts';

/**
 * Masks words that were taken out of a file: by themselves they no longer stand
 * beside the name that gave them away, so that what is a secret in the file is
 * looked for in them, too.
 *
 * @param text - of the file
 */
export function createMasker(text: string): (word: string) => string {
  let secrets: ReadonlyMap<string, string> | undefined;
  return word => {
    secrets ??= secretTexts(text);
    let masked = maskSecrets(word);
    for (const [secret, mask] of secrets) {
      if (masked.includes(secret)) masked = masked.replaceAll(secret, mask);
    }
    return masked;
  };
}

/** What is shorter may stand in any word. */
const MIN_LENGTH = 4;

/** The secrets of a text and their masks, longest first. */
function secretTexts(text: string): Map<string, string> {
  const secrets = findSecrets(text).flatMap(({ kind, parts }) =>
    parts
      .filter(({ start, end }) => end - start >= MIN_LENGTH)
      .filter(({ start }) => !isMask(text.charCodeAt(start)))
      .map(({ start, end }) => ({
        secret: text.slice(start, end),
        mask: maskOf(kind).repeat(end - start),
      })),
  );
  secrets.sort((a, b) => b.secret.length - a.secret.length);
  return new Map(secrets.map(({ secret, mask }) => [secret, mask]));
}
