// SPDX-License-Identifier: Apache-2.0
import type { ImageReference } from './parseImageReference.ts';

/**
 * An image as people tell it from others: as Docker prints it, without a digest
 * that stands behind a tag.
 */
export function shortImageName({
  familiar,
  tag,
  digest,
}: Pick<ImageReference, 'familiar' | 'tag' | 'digest'>): string {
  return tag !== '' && digest !== ''
    ? familiar.slice(0, -`@${digest}`.length)
    : familiar;
}
