// SPDX-License-Identifier: Apache-2.0
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Knex } from 'knex';
import type { KeptTree, ListedFile } from '../assess/keptTree';

const decompress = promisify(gunzip);

/** How long a text that is used was last said to be, at most. */
export const TOUCH_MILLISECONDS = 86_400_000;

/** Keeps a tree: its listing, and the texts that are not kept yet. */
export async function saveTree(
  transaction: Knex.Transaction,
  repositoryId: number,
  { listingBody, texts }: KeptTree,
  now: number,
): Promise<void> {
  // Always in one order: two repositories with equal files must not wait for
  // each other.
  const oids = [...texts.keys()].sort();
  for (const some of chunksOf(oids)) {
    const fresh = await transaction('hardening_file')
      .whereIn('oid', some)
      .where('used_at', '>', now - TOUCH_MILLISECONDS)
      .select('oid');
    const known = new Set(fresh.map(row => row.oid));
    const rows = some
      .filter(oid => !known.has(oid))
      .map(oid => ({ oid, body: Buffer.from(texts.get(oid)!), used_at: now }));
    if (rows.length === 0) continue;
    await transaction('hardening_file')
      .insert(rows)
      .onConflict('oid')
      .merge(['used_at']);
  }
  await transaction('hardening_listing')
    .insert({ repository_id: repositoryId, body: Buffer.from(listingBody) })
    .onConflict('repository_id')
    .merge();
}

/** The listing of a repository; undefined before it has been read. */
export async function loadListing(
  knex: Knex,
  repositoryId: number,
): Promise<readonly ListedFile[] | undefined> {
  const row = await knex('hardening_listing')
    .where({ repository_id: repositoryId })
    .first('body');
  return row && unpackListing(row.body);
}

/** The inverse of how a listing is kept. */
export async function unpackListing(
  body: Uint8Array,
): Promise<readonly ListedFile[]> {
  return JSON.parse((await decompress(body)).toString('utf8'));
}

/** Compressed texts by oid; those that are not kept are missing. */
export async function loadTexts(
  knex: Knex,
  oids: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const texts = new Map<string, Uint8Array>();
  for (const some of chunksOf(oids)) {
    const rows = await knex('hardening_file')
      .whereIn('oid', some)
      .select('oid', 'body');
    for (const { oid, body } of rows) texts.set(oid, body);
  }
  return texts;
}

/** The masked text of one file; undefined when it is not kept. */
export async function loadText(
  knex: Knex,
  oid: string,
): Promise<string | undefined> {
  const row = await knex('hardening_file').where({ oid }).first('body');
  return row && JSON.parse((await decompress(row.body)).toString('utf8'));
}

const CHUNK = 100;

function chunksOf<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    chunks.push(items.slice(start, start + CHUNK));
  }
  return chunks;
}
