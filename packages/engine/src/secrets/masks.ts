// SPDX-License-Identifier: Apache-2.0
import { SECRET_KINDS, type SecretKind } from '../data/secretShapes.ts';

/**
 * Masks are U+E400 to U+E4FF: private use, and a block that no common icon font
 * draws in, so that a prompt with pictures is not taken for a masked secret.
 */
const FIRST_MASK = 0xe400;
const LAST_MASK = 0xe4ff;

/** The masks, for a class of characters in a pattern. */
export const MASK_RANGE = '\\ue400-\\ue4ff';

/** The character that stands for each unit of a secret of the kind. */
export function maskOf({ mask }: SecretKind): string {
  return String.fromCharCode(FIRST_MASK + mask);
}

/** Whether a code unit stands for a part of a masked secret. */
export function isMask(unit: number): boolean {
  return unit >= FIRST_MASK && unit <= LAST_MASK;
}

/** The kind of secret that a mask stands for. */
export function kindOfMask(unit: number): SecretKind | undefined {
  return KIND_BY_MASK.get(unit - FIRST_MASK);
}

const KIND_BY_MASK: ReadonlyMap<number, SecretKind> = new Map(
  SECRET_KINDS.map(kind => [kind.mask, kind]),
);
