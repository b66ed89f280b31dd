// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import type { Response } from 'express';
import { z } from 'zod';
import { describeNotScored } from '../catalog/notScoredReasons';
import { dayOf } from '../database/historyStore';
import { visibilityOf } from './access';
import type { ApiContext } from './context';
import { visibleRows } from './fillPage';
import { parseInput } from './input';
import type { Call } from './operation';
import type { DbScorecardRow, Position } from './queries/scorecards';
import { LIST_QUERY, sortingOf, walkScorecards } from './scorecardQuery';
import { isoDayOf, isoOf } from './times';

const querySchema = z.strictObject(LIST_QUERY);

/** Entities that are read at once; no more are ever in memory. */
const PIECE = 1_000;

/** The list of scorecards as CSV, written as it is read. */
export async function exportScorecards(
  context: ApiContext,
  call: Call,
): Promise<void> {
  const { knex, now } = context;
  const { request, response } = call;
  const { order, ...filters } = parseInput('query', querySchema, request.query);
  const visible = await visibilityOf(context, call);
  const walk = await walkScorecards(knex, filters, sortingOf(order));
  response
    .type('text/csv')
    .set('Content-Disposition', `attachment; filename="${nameOf(now())}"`)
    // Nothing but a spreadsheet is to make something of it.
    .set('X-Content-Type-Options', 'nosniff')
    .set('Cache-Control', 'no-store');
  try {
    await write(response, csvLine(Object.keys(COLUMNS)));
    let after: Position | undefined;
    do {
      const piece = await walk.list(after, PIECE);
      const rows = await visibleRows(walk, piece.rows, visible);
      await write(response, rows.map(lineOf).join(''));
      after = piece.last;
    } while (after !== undefined && !response.destroyed);
  } catch (error) {
    // The head is gone: only a broken connection says that it is not all.
    response.destroy(error as Error);
    return;
  }
  response.end();
}

function nameOf(now: number): string {
  return `hardening-${isoDayOf(dayOf(now))}.csv`;
}

/** Waits while the reader is slower. */
async function write(response: Response, text: string): Promise<void> {
  if (text === '' || response.destroyed) return;
  if (response.write(text)) return;
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race([
    once(response, 'drain', { signal }),
    once(response, 'close', { signal }),
  ]).finally(() => gone.abort());
}

type Cell = string | number | null | undefined;

const COLUMNS: Readonly<Record<string, (row: DbScorecardRow) => Cell>> = {
  entity: row => row.entity_ref,
  title: row => row.title,
  owner: row => row.owner_ref,
  system: row => row.system_ref,
  domain: row => row.domain_ref,
  type: row => row.type,
  lifecycle: row => row.lifecycle,
  state: row => row.status,
  score: row => row.score,
  grade: row => row.grade,
  level: row => row.level,
  coverage: row => row.coverage,
  findings: row => row.failed,
  reason: row => row.reason,
  explanation: row =>
    row.reason === null ? null : describeNotScored(row.reason),
  assessedAt: row => isoOf(row.assessed_at),
  staleSince: row => isoOf(row.stale_since),
};

function lineOf(row: DbScorecardRow): string {
  return csvLine(Object.values(COLUMNS).map(cell => cell(row)));
}

/** One line of CSV (RFC 4180). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Authors choose titles and types: what a spreadsheet would run as a formula is
 * made a text.
 */
function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  const text = /^\s*[=+\-@|\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== cell
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
