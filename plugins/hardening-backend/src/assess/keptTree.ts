// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeText, isRelevantPath, maskSecrets } from '@plimsoll/engine';
import type { ReadFile } from '@plimsoll/plugin-hardening-node';

/** A file as the listing of a repository names it. */
export interface ListedFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of its content; absent where the text is not kept. */
  readonly oid?: string;
  /** Where it is a link: the path of the file that it leads to. */
  readonly linkTo?: string;
}

/** A tree as it is kept. */
export interface KeptTree {
  /** By path. */
  readonly listing: readonly ListedFile[];
  /** The same as compressed JSON. */
  readonly listingBody: Uint8Array;
  /** By oid, see {@link packText}. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Masks the secrets of what was read and compresses it: from here on the
 * originals are gone.
 */
export function keepTree(files: readonly ReadFile[]): KeptTree {
  const texts = new Map<string, Uint8Array>();
  const listing = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => listFile(file, texts));
  const oids = new Map(listing.map(({ path, oid }) => [path, oid]));
  const resolved = listing.map(file => {
    const oid = file.oid ?? (file.linkTo && oids.get(file.linkTo));
    return oid === undefined ? file : { ...file, oid };
  });
  return {
    listing: resolved,
    listingBody: gzipSync(JSON.stringify(resolved)),
    texts,
  };
}

function listFile(
  { path, size, content, linkTo }: ReadFile,
  texts: Map<string, Uint8Array>,
): ListedFile {
  const file = { path, size, ...(linkTo !== undefined && { linkTo }) };
  if (content === undefined) return file;
  const oid = createHash('sha256').update(content).digest('hex');
  if (!texts.has(oid)) {
    texts.set(oid, packText(maskSecrets(decodeText(content))));
  }
  return { ...file, oid };
}

/**
 * Compresses a text, as a JSON string: bytes that are no UTF-8 stand in a text
 * as half characters, which JSON keeps.
 */
export function packText(text: string): Uint8Array {
  return gzipSync(JSON.stringify(text));
}

/** The inverse of {@link packText}. */
export function unpackText(body: Uint8Array): string {
  return JSON.parse(gunzipSync(body).toString('utf8'));
}

/**
 * The part of a listing below a folder, seen from it; empty is the root. A link
 * to what is judged there by itself is left out.
 */
export function listingBelow(
  listing: readonly ListedFile[],
  folder: string,
): readonly ListedFile[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const isJudged = (path: string) =>
    path.startsWith(prefix) && isRelevantPath(path);
  return listing
    .slice(firstBelow(listing, prefix), endBelow(listing, prefix))
    .filter(({ linkTo }) => linkTo === undefined || !isJudged(linkTo))
    .map(file => ({ ...file, path: file.path.slice(prefix.length) }));
}

/** A repository of many services is not walked through for each of them. */
function firstBelow(listing: readonly ListedFile[], prefix: string): number {
  return countWhile(listing, ({ path }) => path < prefix);
}

function endBelow(listing: readonly ListedFile[], prefix: string): number {
  return countWhile(
    listing,
    ({ path }) => path < prefix || path.startsWith(prefix),
  );
}

/** How many at the start, where none follows that is not, by halving. */
function countWhile<T>(
  items: readonly T[],
  isBefore: (item: T) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
