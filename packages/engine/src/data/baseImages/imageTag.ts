// SPDX-License-Identifier: Apache-2.0
import { toLower } from '../../text/characters.ts';
import type { Release } from './baseImageFacts.ts';
import { CODENAMES, DISTRIBUTION_WORDS } from './distributionNames.ts';

/** A tag as images are tagged by custom: `3.12-slim-bookworm`. */
export interface ImageTag {
  /** Lower case. */
  readonly text: string;
  /** The number that it begins with: `3.12`. */
  readonly version: string | undefined;
  /**
   * Its parts, and the names of the distributions that they mean: `3.12`,
   * `slim`, `bookworm`, `debian`.
   */
  readonly words: ReadonlySet<string>;
  /** The distribution that it names: `debian` and `12`. */
  readonly release: Release | undefined;
}

/** Reads a tag; time is linear. */
export function readImageTag(tag: string): ImageTag {
  const text = toLower(tag);
  const parts = text.split(/[-_]/);
  const words = new Set(parts);
  let release: Release | undefined;
  parts.forEach((part, index) => {
    const name = windowsBuild(part) ?? part;
    const named = CODENAMES.get(name) ?? numbered(part, parts[index + 1]);
    if (!named) return;
    words.add(named.name);
    // The last one with a version counts: `jdk-21-ubuntu-jammy`.
    if (!release?.version || named.version) release = named;
  });
  const version = LEADING_VERSION.exec(parts[0] ?? '')?.[1];
  return { text, version, words, release };
}

/** `v1.2.3`, `3.14.0rc1`, and the 8 of `8u402`; no part of a commit's hash. */
const LEADING_VERSION = /^v?([0-9]+(?:\.[0-9]+)*)(?:[a-z]+[0-9]*)?$/;

/** `10.0.17763` of `10.0.17763.1935`. */
function windowsBuild(part: string): string | undefined {
  return part.startsWith('10.0.') ? WINDOWS_BUILD.exec(part)?.[0] : undefined;
}

const WINDOWS_BUILD = /^10\.0\.[0-9]{5}(?=\.|$)/;

const DISTRIBUTION_PART = /^([a-z]+)([0-9][0-9.]*)?$/;

/** `alpine3.19`, `debian12`, `alpine`, and `debian-12` in two parts. */
function numbered(part: string, next: string | undefined): Release | undefined {
  const [, word = '', digits] = DISTRIBUTION_PART.exec(part) ?? [];
  const name = DISTRIBUTION_WORDS.get(word);
  if (name === undefined) return undefined;
  if (digits !== undefined) return { name, version: digits };
  const version = next && /^[0-9][0-9.]*$/.test(next) ? next : undefined;
  return { name, version };
}
