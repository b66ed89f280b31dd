// SPDX-License-Identifier: Apache-2.0
import type { PackedEvidence } from '../assess/unpackEvidence';
import type { AssessedEntity } from '../database/assessedEntity';
import { firstSeenOf } from '../database/placeStore';
import type { Claim } from '../database/repositoryQueue';
import {
  loadScanBodies,
  scansInForce,
  type KeptScan,
} from '../database/scanStore';
import { loadFirstDays } from '../database/sightingStore';
import { digestOf } from '../scans/scanSlot';
import type { RefreshContext } from './refreshRepository';

const DAY = 86_400_000;

/** What is known of an entity beside its files. */
export interface EntityEvidence {
  /** Changes with it. */
  readonly hash: string;
  /** The reports in force. */
  readonly scans: readonly KeptScan[];
  /** Reads what the reports say: only when it is to be judged. */
  load(): Promise<PackedEvidence>;
}

/** Gathers what is known of the entities of a repository beside their files. */
export async function gatherEvidence(
  entities: readonly AssessedEntity[],
  { url, claimedAt }: Claim,
  context: RefreshContext,
): Promise<(entity: AssessedEntity) => EntityEvidence> {
  const { knex } = context;
  const ids = entities.map(({ id }) => id);
  const paths = entities.map(({ path }) => path);
  const scans = new Map<number, KeptScan[]>();
  for (const scan of await scansInForce(knex, ids)) {
    const own = scans.get(scan.entityId);
    if (own) own.push(scan);
    else scans.set(scan.entityId, [scan]);
  }
  const firstSeen = await firstSeenOf(knex, { url, paths, now: claimedAt });
  return entity => {
    const seenAt = firstSeen.get(entity.path) ?? claimedAt;
    return evidenceOf(scans.get(entity.id) ?? [], seenAt, context);
  };
}

function evidenceOf(
  scans: readonly KeptScan[],
  firstSeenAt: number,
  context: RefreshContext,
): EntityEvidence {
  const { firstEvidenceGraceDays } = context;
  const due = firstSeenAt + firstEvidenceGraceDays * DAY;
  if (scans.length === 0) {
    const firstScanDue = new Date(due).toISOString();
    return {
      hash: digestOf(firstScanDue),
      scans,
      load: async () => ({ scans: [], firstScanDue }),
    };
  }
  const lists = context.exploitLists();
  const reports = scans.map(scan => [
    scan.digest,
    scan.image,
    scan.dockerfile ?? null,
    standInOf(scan) ?? null,
  ]);
  return {
    hash: digestOf(JSON.stringify([reports.sort(), lists.digest])),
    scans,
    async load() {
      const { knownExploited, epss } = lists;
      return { scans: await loadScans(scans, context), knownExploited, epss };
    },
  };
}

async function loadScans(
  scans: readonly KeptScan[],
  { knex }: RefreshContext,
): Promise<PackedEvidence['scans']> {
  const bodies = await loadScanBodies(
    knex,
    scans.map(({ id }) => id),
  );
  const days = new Map<string, string>();
  for (const { image } of scans) {
    if (!days.has(image)) days.set(image, await loadFirstDays(knex, image));
  }
  return scans.flatMap(scan => {
    const body = bodies.get(scan.id);
    if (!body) return [];
    const { dockerfile, image } = scan;
    const receivedAt = standInOf(scan);
    return [{ body, dockerfile, receivedAt, firstDays: days.get(image)! }];
  });
}

/** Stands in for the time of a report that has none. */
function standInOf({ scannedAt, receivedAt }: KeptScan): string | undefined {
  if (scannedAt !== undefined) return undefined;
  return new Date(receivedAt).toISOString();
}
