// SPDX-License-Identifier: Apache-2.0
import type { Visibility } from './access';

/** A piece of a list that is walked along an index. */
export interface WalkedPiece<Row> {
  /** In order. */
  readonly rows: readonly Row[];
  /** Behind which it goes on; undefined at its end. */
  readonly last: Row | undefined;
}

/** A list that is walked along an index. */
export interface Walk<Row, Position> {
  /** Looks at so many rows, and gives those that are wanted. */
  list(after: Position | undefined, size: number): Promise<WalkedPiece<Row>>;
  entityRefOf(row: Row): string;
  /** Whether each row that is looked at is wanted. */
  readonly isExact: boolean;
}

/** Rows that the caller may see, and the one behind which there are more. */
export interface FilledPage<Row, Position> {
  readonly rows: readonly Row[];
  readonly next: Position | undefined;
}

/** How many rows are looked at for one page, step by step. */
const STEPS = [200, 800, 2_000, 2_000];
/** The same where the catalog is asked about each. */
const ASKED_STEPS = [100, 100, 100, 100, 100];

/**
 * Fills a page. So many rows are looked at and no more: a page may stay short,
 * and still name a next one.
 */
export async function fillPage<Position, Row extends Position>(
  walk: Walk<Row, Position>,
  limit: number,
  after: Position | undefined,
  visible: Visibility | undefined,
): Promise<FilledPage<Row, Position>> {
  const rows: Row[] = [];
  let next: Position | undefined = after;
  for (const size of stepsOf(walk, limit, visible)) {
    const piece = await walk.list(next, size);
    for (const row of await visibleRows(walk, piece.rows, visible)) {
      if (rows.length === limit) return { rows, next: rows.at(-1) };
      rows.push(row);
    }
    if (piece.last === undefined) return { rows, next: undefined };
    next = piece.last;
  }
  return { rows, next };
}

/** Those rows that the caller may see. */
export async function visibleRows<Row>(
  { entityRefOf }: { entityRefOf(row: Row): string },
  rows: readonly Row[],
  visible: Visibility | undefined,
): Promise<readonly Row[]> {
  if (!visible || rows.length === 0) return rows;
  const seen = await visible(rows.map(entityRefOf));
  return rows.filter(row => seen.has(entityRefOf(row)));
}

function stepsOf(
  { isExact }: { readonly isExact: boolean },
  limit: number,
  visible: Visibility | undefined,
): readonly number[] {
  if (visible) return ASKED_STEPS;
  return isExact ? [limit + 1] : STEPS;
}
