// SPDX-License-Identifier: Apache-2.0
import type { Visibility } from './access';

/** A list of entities that is walked along an index. */
export interface Walk<Row, Key> {
  /** The rows behind a key, in order. */
  list(after: Key | undefined, limit: number): Promise<readonly Row[]>;
  keyOf(row: Row): Key;
  entityRefOf(row: Row): string;
}

/** Rows that the caller may see, and behind which key there are more. */
export interface FilledPage<Row, Key> {
  readonly rows: readonly Row[];
  readonly next: Key | undefined;
}

/** Of rows that are looked at one by one. */
const CHUNK = 100;
const MOST_CHUNKS = 5;

/**
 * Fills a page. Where the caller may see only some entities, so many rows are
 * looked at and no more: a page may stay short, and still name a next one.
 */
export async function fillPage<Row, Key>(
  walk: Walk<Row, Key>,
  limit: number,
  after: Key | undefined,
  visible: Visibility | undefined,
): Promise<FilledPage<Row, Key>> {
  const rows: Row[] = [];
  const size = visible ? CHUNK : limit + 1;
  let next = after;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const piece = await walk.list(next, size);
    const seen = await visible?.(piece.map(walk.entityRefOf));
    for (const row of piece) {
      if (seen && !seen.has(walk.entityRefOf(row))) continue;
      if (rows.length === limit)
        return { rows, next: walk.keyOf(rows.at(-1)!) };
      rows.push(row);
    }
    if (piece.length < size) return { rows, next: undefined };
    next = walk.keyOf(piece.at(-1)!);
  }
  return { rows, next };
}
