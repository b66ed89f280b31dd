// SPDX-License-Identifier: Apache-2.0
import type { ImageTag } from '../imageTag.ts';

/**
 * Tells whether the version that leads a tag is older than another. A tag with
 * fewer numbers means the newest that begins with them; one without a version is
 * not older than anything.
 *
 * @param version - `2.4`
 */
export function isOlder(version: string): (tag: ImageTag) => boolean {
  const limit = version.split('.').map(Number);
  return tag => {
    const parts = tag.version?.split('.').map(Number) ?? [];
    for (const [index, number] of limit.entries()) {
      const part = parts[index];
      if (part === undefined) return false;
      if (part !== number) return part < number;
    }
    return false;
  };
}
