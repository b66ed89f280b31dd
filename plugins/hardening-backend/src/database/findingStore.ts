// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type Severity } from '@plimsoll/model';
import type { Knex } from 'knex';
import type { RankedFinding } from '../assess/judge';
import type { NewAssessment } from './assessmentStore';
import { wholeText } from './rows';

/** A finding as it is kept. */
export interface KeptFinding extends RankedFinding {
  /** Dearest first, from 0. */
  readonly position: number;
  /** Of the text of its file; absent where that is not kept. */
  readonly oid: string | undefined;
  readonly firstSeenAt: number;
}

/** Which findings are wanted. */
export interface FindingQuery {
  readonly severities?: readonly Severity[] | undefined;
  readonly rule?: string | undefined;
  /** The file that was judged: of an image, its Dockerfile. */
  readonly subject?: string | undefined;
  readonly limit: number;
  /** Those behind this one. */
  readonly afterPosition?: number | undefined;
}

/**
 * Keeps findings in place of those before. Those that stay keep the instant at
 * which they were first seen; equal ones are not written.
 */
export async function saveFindings(
  transaction: Knex.Transaction,
  entityId: number,
  { judgement, oids }: Pick<NewAssessment, 'judgement' | 'oids'>,
  now: number,
): Promise<void> {
  const own = () =>
    transaction('hardening_finding').where('entity_id', entityId);
  const kept = (await own().orderBy('position').select(COLUMNS)).map(findingOf);
  const firstSeen = new Map(
    kept.map(({ fingerprint, firstSeenAt }) => [fingerprint, firstSeenAt]),
  );
  const findings = judgement.findings.map(
    (finding, position): KeptFinding => ({
      ...finding,
      position,
      oid: oids.get(finding.path),
      firstSeenAt: firstSeen.get(finding.fingerprint) ?? now,
    }),
  );
  const rows = findings.map(rowOf);
  if (JSON.stringify(kept) === JSON.stringify(rows.map(findingOf))) return;
  await own().delete();
  for (let start = 0; start < rows.length; start += CHUNK) {
    await transaction('hardening_finding').insert(
      rows
        .slice(start, start + CHUNK)
        .map(row => ({ entity_id: entityId, ...row })),
    );
  }
}

/** The findings of an entity, dearest first. */
export async function listFindings(
  knex: Knex,
  entityId: number,
  query: FindingQuery,
): Promise<KeptFinding[]> {
  const { severities, rule, subject, limit, afterPosition } = query;
  const rows = await knex('hardening_finding')
    .where({
      entity_id: entityId,
      ...(rule !== undefined && { rule }),
      ...(subject !== undefined && { subject }),
    })
    .where(page => {
      if (afterPosition !== undefined)
        page.where('position', '>', afterPosition);
      if (severities) {
        const ranks = severities.map(one => SEVERITIES.indexOf(one));
        page.whereIn('severity', ranks);
      }
    })
    .orderBy('position')
    .limit(limit)
    .select(COLUMNS);
  return rows.map(findingOf);
}

/** One finding; undefined when the entity has none of that fingerprint. */
export async function findFinding(
  knex: Knex,
  entityId: number,
  fingerprint: string,
): Promise<KeptFinding | undefined> {
  const row = await knex('hardening_finding')
    .where({ entity_id: entityId, fingerprint })
    .first(COLUMNS);
  return row && findingOf(row);
}

const CHUNK = 200;

interface DbFindingRow {
  readonly fingerprint: string;
  readonly position: number;
  readonly rule: string;
  readonly subject: string;
  readonly path: string;
  readonly oid: string | null;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly start_line: number;
  readonly start_column: number;
  readonly end_line: number;
  readonly end_column: number;
  readonly severity: number;
  readonly message_id: string;
  readonly message: string;
  readonly data: string;
  readonly count: number | null;
  readonly scored: number;
  readonly points_lost: number;
  readonly first_seen_at: number | string;
}

const COLUMNS: readonly (keyof DbFindingRow)[] = [
  'fingerprint',
  'position',
  'rule',
  'subject',
  'path',
  'oid',
  'start_offset',
  'end_offset',
  'start_line',
  'start_column',
  'end_line',
  'end_column',
  'severity',
  'message_id',
  'message',
  'data',
  'count',
  'scored',
  'points_lost',
  'first_seen_at',
];

function rowOf(finding: KeptFinding): DbFindingRow {
  const { range, start, end } = finding;
  return {
    fingerprint: finding.fingerprint,
    position: finding.position,
    rule: finding.rule,
    subject: wholeText(finding.subject),
    path: wholeText(finding.path),
    oid: finding.oid ?? null,
    start_offset: range.start,
    end_offset: range.end,
    start_line: start.line,
    start_column: start.column,
    end_line: end.line,
    end_column: end.column,
    severity: SEVERITIES.indexOf(finding.severity),
    message_id: finding.messageId,
    message: wholeText(finding.message),
    data: JSON.stringify(finding.data),
    count: finding.count ?? null,
    scored: finding.scored ? 1 : 0,
    points_lost: finding.pointsLost,
    first_seen_at: finding.firstSeenAt,
  };
}

function findingOf(row: DbFindingRow): KeptFinding {
  return {
    fingerprint: row.fingerprint,
    position: row.position,
    rule: row.rule,
    subject: row.subject,
    path: row.path,
    oid: row.oid ?? undefined,
    range: { start: row.start_offset, end: row.end_offset },
    start: { line: row.start_line, column: row.start_column },
    end: { line: row.end_line, column: row.end_column },
    severity: SEVERITIES[row.severity]!,
    messageId: row.message_id,
    message: row.message,
    data: JSON.parse(row.data),
    ...(row.count !== null && { count: row.count }),
    scored: row.scored === 1,
    pointsLost: row.points_lost,
    firstSeenAt: Number(row.first_seen_at),
  };
}
