// SPDX-License-Identifier: Apache-2.0
import {
  SourceError,
  type ReadResult,
  type SourceReader,
} from '@plimsoll/plugin-hardening-node';
import type { KeptTree, ListedFile } from '../assess/keptTree';
import type { Claim } from '../database/repositoryQueue';
import { loadListing } from '../database/treeStore';
import type { RefreshContext } from './refreshRepository';

/** The tree that entities are judged by. */
export interface ObtainedTree {
  readonly revision: string;
  readonly etag: string | undefined;
  /** Whether its host was asked. */
  readonly isRead: boolean;
  /** What is to be kept; absent when it is kept already. */
  readonly fresh: KeptTree | undefined;
  /** Loaded when it is needed first. */
  listing(): Promise<readonly ListedFile[]>;
}

/**
 * Asks the host when that is due, and takes what is kept when it has not
 * changed, or need not be asked.
 *
 * @returns undefined when nothing is kept yet and the host is not to be asked
 * @throws SourceError
 */
export async function obtainTree(
  claim: Claim,
  context: RefreshContext,
  signal: AbortSignal,
): Promise<ObtainedTree | undefined> {
  const kept = keptTree(claim, context);
  if (!claim.isFetchDue) return kept;
  const { readers, assessor } = context;
  const reader = readers.find(one => one.locate(claim.url));
  if (!reader) {
    const message = `No reader of this backend takes "${claim.url}"`;
    throw new SourceError('forbidden', message);
  }
  const read = await reader.read(claim.url, {
    etag: kept ? claim.etag : undefined,
    signal,
  });
  if (read.kind === 'notModified') {
    if (kept) return { ...kept, isRead: true };
    const message = `"${claim.url}" is said to be as before, and was not read before`;
    throw new SourceError('malformed', message);
  }
  if (kept && isMuchLess(read.files.length, (await kept.listing()).length)) {
    await confirm(reader, claim, read, signal);
  }
  const fresh = await assessor.keep(read.files);
  return {
    revision: read.revision,
    etag: read.etag,
    isRead: true,
    fresh,
    listing: async () => fresh.listing,
  };
}

function keptTree(
  { repositoryId, treeRevision, etag }: Claim,
  { knex }: RefreshContext,
): ObtainedTree | undefined {
  if (treeRevision === undefined) return undefined;
  let listing: Promise<readonly ListedFile[]> | undefined;
  return {
    revision: treeRevision,
    etag,
    isRead: false,
    fresh: undefined,
    listing: () => {
      listing ??= loadListing(knex, repositoryId).then(found => {
        if (!found) throw new TreeMissingError();
        return found;
      });
      return listing;
    },
  };
}

/** Less than half, and not just a few files. */
function isMuchLess(now: number, before: number): boolean {
  return before > FEW_FILES && now < before / 2;
}

const FEW_FILES = 10;

/** Reads once more: some archives are cut without anyone noticing. */
async function confirm(
  reader: SourceReader,
  { url }: Claim,
  first: Extract<ReadResult, { readonly kind: 'read' }>,
  signal: AbortSignal,
): Promise<void> {
  const second = await reader.read(url, { etag: undefined, signal });
  const isSame =
    second.kind === 'read' &&
    second.revision === first.revision &&
    second.files.length === first.files.length;
  if (isSame) return;
  throw new SourceError(
    'malformed',
    `"${url}" came with less than half of its files, and differently when it was read again`,
  );
}

/** Thrown where a part of what should be kept is not; reading again mends it. */
export class TreeMissingError extends Error {
  constructor() {
    super('The kept files of a repository are not complete');
    this.name = 'TreeMissingError';
  }
}
