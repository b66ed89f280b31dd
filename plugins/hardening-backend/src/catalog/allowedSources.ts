// SPDX-License-Identifier: Apache-2.0

/**
 * A test of repositories, such as `https://github.com/acme/*`: a star stands for
 * any letters but a slash, two stars for any letters.
 */
export type SourcePattern = (repository: string) => boolean;

/** What a pattern may look like, for messages. */
export const SOURCE_PATTERN_FORM =
  'the address of repositories, as in "https://github.com/acme/*"; "*" stands for anything but "/", "**" for anything';

/**
 * Reads a pattern. Case does not matter, as on the hosts themselves.
 *
 * @returns undefined for what is no pattern; of the host, only the first label
 * may be a star
 */
export function parseSourcePattern(text: string): SourcePattern | undefined {
  const [, host] = /^https?:\/\/([^/@]+)\/[^?#]+$/i.exec(text) ?? [];
  if (!host || host.replace(/^\*\./, '').includes('*')) return undefined;
  const source = text
    .replace(/\/$/, '')
    .split(/(\*\*|\*)/)
    .map(part => {
      if (part === '**') return '.*';
      return part === '*'
        ? '[^/]*'
        : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
    })
    .join('');
  const expression = new RegExp(`^${source}$`, 'i');
  return repository => expression.test(repository);
}
