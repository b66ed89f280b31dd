// SPDX-License-Identifier: Apache-2.0
import { findSecrets, type Secret } from './findSecrets.ts';
import { maskOf } from './masks.ts';

/**
 * The text with every secret replaced by the mask of its kind: as long, with
 * the same lines and columns, and read by the detector as the same secret.
 *
 * @param secrets - those of the text, where they are known already
 */
export function maskSecrets(
  text: string,
  secrets: readonly Secret[] = findSecrets(text),
): string {
  let masked = '';
  let from = 0;
  for (const { kind, parts } of secrets) {
    const mask = maskOf(kind);
    for (const { start, end } of parts) {
      masked += text.slice(from, start) + mask.repeat(end - start);
      from = end;
    }
  }
  return from === 0 ? text : masked + text.slice(from);
}
