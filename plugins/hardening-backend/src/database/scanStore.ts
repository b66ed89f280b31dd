// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { ReadScan } from '../scans/readScan';
import type { ScanFacts } from '../scans/scanFacts';
import { numberOf, textOf, wholeText } from './rows';
import { wakeForEvidence } from './repositoryQueue';
import { saveSightings } from './sightingStore';

/** A report that is to be kept. */
export interface NewScan {
  readonly entityId: number;
  /** Undefined where there is nothing to read. */
  readonly repositoryId: number | undefined;
  readonly scan: ReadScan;
  /** Who sent it. */
  readonly subject: string;
  readonly receivedAt: number;
}

/** What became of a report. */
export interface SavedScan {
  readonly id: number;
  /** False where the same report was there already: then nothing was written. */
  readonly isNew: boolean;
  /** False where a newer one of the same kind is known. */
  readonly isInForce: boolean;
}

/** A report as it is kept, without what it says. */
export interface KeptScan {
  /** Later ones have a higher one. */
  readonly id: number;
  readonly entityId: number;
  /** By which sightings are kept. */
  readonly image: string;
  readonly dockerfile: string | undefined;
  readonly digest: string;
  readonly scannedAt: number | undefined;
  readonly receivedAt: number;
  readonly subject: string;
  readonly facts: ScanFacts;
  readonly supersededAt: number | undefined;
}

/** Of one entity that are in force; the oldest beyond are not. */
export const MOST_IN_FORCE = 50;

/**
 * Keeps a report, with what it saw, and has the entity assessed again. Of each
 * slot the newest report is in force, in whatever order they come; what it
 * replaces stays. The same report twice is one.
 *
 * @returns undefined when the entity was removed meanwhile
 */
export async function saveScan(
  knex: Knex,
  news: NewScan,
): Promise<SavedScan | undefined> {
  const { entityId, repositoryId, scan } = news;
  const known = await findSame(knex, news);
  if (known) return known;
  return knex.transaction(async transaction => {
    // Repositories before entities, as refreshes lock them.
    if (repositoryId !== undefined) {
      await wakeForEvidence(transaction, repositoryId);
    }
    const entity = await transaction('hardening_entity')
      .where({ id: entityId })
      .whereNull('removed_at')
      .forUpdate()
      .first('id');
    if (!entity) return undefined;
    const same = await findSame(transaction, news);
    if (same) return same;
    const id = await insertScan(transaction, news);
    await saveSightings(transaction, scan, datedAt(news));
    const isInForce = await supersede(transaction, { ...news, id });
    return { id, isNew: true, isInForce };
  });
}

async function findSame(
  knex: Knex,
  { entityId, scan: { slot, digest } }: NewScan,
): Promise<SavedScan | undefined> {
  const row = await knex('hardening_scan')
    .where({ entity_id: entityId, slot, digest })
    .first('id', 'superseded_at');
  return (
    row && { id: row.id, isNew: false, isInForce: row.superseded_at === null }
  );
}

async function insertScan(
  transaction: Knex.Transaction,
  { entityId, scan, subject, receivedAt, ...news }: NewScan,
): Promise<number> {
  const { slot, image, dockerfile, digest, scannedAt, facts } = scan;
  const [{ id }] = await transaction('hardening_scan')
    .insert({
      entity_id: entityId,
      slot,
      image: wholeText(image),
      dockerfile: dockerfile ?? null,
      scanner: wholeText(facts.scanner),
      scanned_at: scannedAt ?? null,
      received_at: receivedAt,
      dated_at: datedAt({ scan, receivedAt, ...news }),
      subject: wholeText(subject),
      digest,
      facts: wholeText(JSON.stringify(facts)),
      body: Buffer.from(scan.body),
    })
    .returning('id');
  return id;
}

/** When it was made, as far as can be told: nobody sends it before. */
function datedAt({
  scan: { scannedAt },
  receivedAt,
}: Pick<NewScan, 'scan' | 'receivedAt'>): number {
  return Math.min(scannedAt ?? receivedAt, receivedAt);
}

/** @returns whether the new one is in force */
async function supersede(
  transaction: Knex.Transaction,
  { id, entityId, scan, receivedAt }: NewScan & { readonly id: number },
): Promise<boolean> {
  const inForce = (await transaction('hardening_scan')
    .where({ entity_id: entityId })
    .whereNull('superseded_at')
    .select('id', 'slot', 'dated_at', 'digest')) as DbOrder[];
  inForce.sort(newestFirst);
  const own = inForce.filter(({ slot }) => slot === scan.slot);
  const replaced = new Set(own.slice(1).map(row => row.id));
  const others = inForce.filter(row => !replaced.has(row.id));
  for (const row of others.slice(MOST_IN_FORCE)) replaced.add(row.id);
  if (replaced.size > 0) {
    await transaction('hardening_scan')
      .whereIn('id', [...replaced])
      .update({ superseded_at: receivedAt });
  }
  return !replaced.has(id);
}

interface DbOrder {
  readonly id: number;
  readonly slot: string;
  readonly dated_at: number | string;
  readonly digest: string;
}

/** Of two that were made at the same time it does not matter which, but always the same. */
function newestFirst(a: DbOrder, b: DbOrder): number {
  return (
    Number(b.dated_at) - Number(a.dated_at) || (a.digest < b.digest ? -1 : 1)
  );
}

/** The reports in force of some entities, without what they say. */
export async function scansInForce(
  knex: Knex,
  entityIds: readonly number[],
): Promise<KeptScan[]> {
  const rows: DbScanRow[] = [];
  for (let start = 0; start < entityIds.length; start += CHUNK) {
    const some = entityIds.slice(start, start + CHUNK);
    rows.push(
      ...(await knex('hardening_scan')
        .whereIn('entity_id', some)
        .whereNull('superseded_at')
        .orderBy('id')
        .select(COLUMNS)),
    );
  }
  return rows.map(scanOf);
}

/** All reports of an entity, those received last first. */
export async function listScans(
  knex: Knex,
  entityId: number,
  { limit, beforeId }: { limit: number; beforeId?: number | undefined },
): Promise<KeptScan[]> {
  const rows = await knex('hardening_scan')
    .where({ entity_id: entityId })
    .where(page => {
      if (beforeId !== undefined) page.where('id', '<', beforeId);
    })
    .orderBy('id', 'desc')
    .limit(limit)
    .select(COLUMNS);
  return rows.map(scanOf);
}

/** What reports say, by their id, compressed. */
export async function loadScanBodies(
  knex: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Buffer>> {
  const rows = await knex('hardening_scan')
    .whereIn('id', [...ids])
    .select('id', 'body');
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** The repositories of which an entity has a report in force. */
export function repositoriesWithScans(knex: Knex): Promise<number[]> {
  return knex('hardening_entity')
    .whereNull('removed_at')
    .whereNotNull('repository_id')
    .whereExists(
      knex('hardening_scan')
        .whereRaw('entity_id = hardening_entity.id')
        .whereNull('superseded_at')
        .select(knex.raw('1')),
    )
    .distinct('repository_id')
    .pluck('repository_id');
}

const CHUNK = 500;

interface DbScanRow {
  readonly id: number;
  readonly entity_id: number;
  readonly image: string;
  readonly dockerfile: string | null;
  readonly digest: string;
  readonly scanned_at: number | string | null;
  readonly received_at: number | string;
  readonly subject: string;
  readonly facts: string;
  readonly superseded_at: number | string | null;
}

const COLUMNS: readonly (keyof DbScanRow)[] = [
  'id',
  'entity_id',
  'image',
  'dockerfile',
  'digest',
  'scanned_at',
  'received_at',
  'subject',
  'facts',
  'superseded_at',
];

function scanOf(row: DbScanRow): KeptScan {
  return {
    id: row.id,
    entityId: row.entity_id,
    image: row.image,
    dockerfile: textOf(row.dockerfile),
    digest: row.digest,
    scannedAt: numberOf(row.scanned_at),
    receivedAt: Number(row.received_at),
    subject: row.subject,
    facts: JSON.parse(row.facts),
    supersededAt: numberOf(row.superseded_at),
  };
}
