// SPDX-License-Identifier: Apache-2.0
import { assess, decodeText } from '@plimsoll/engine';
import type { Knex } from 'knex';
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssessment } from '../../database/assessmentStore';
import { listFindings } from '../../database/findingStore';
import { listChanges } from '../../database/historyStore';
import { loadListing, loadTexts } from '../../database/treeStore';

/**
 * Holds what is kept against itself: all parts of an entity belong to the same
 * assessment, and each change begins where the one before ended.
 *
 * @param root - also holds it against the files as they are now
 */
export async function checkState(knex: Knex, root?: string): Promise<void> {
  for (const repository of await knex('hardening_repository').select('*')) {
    await checkRepository(knex, repository);
    if (root === undefined) continue;
    assert.equal(Number(repository.lease_until), 0);
    assert.equal(repository.attempt, 0);
    assert.equal(repository.error_message, null);
  }
  for (const entity of await knex('hardening_entity').select('*')) {
    if (root !== undefined) assert.notEqual(entity.assessed_at, null);
    if (entity.assessed_at === null) {
      assert.equal(entity.status, 'pending');
      assert.equal(await loadAssessment(knex, entity.id), undefined);
    } else await checkEntity(knex, entity);
    if (root !== undefined) await checkFiles(knex, entity);
  }
}

async function checkRepository(
  knex: Knex,
  repository: { id: number; tree_revision: string | null; etag: string | null },
): Promise<void> {
  const listing = await loadListing(knex, repository.id);
  assert.equal(listing === undefined, repository.tree_revision === null);
  assert.equal(repository.etag, repository.tree_revision);
  const oids = new Set(listing?.flatMap(({ oid }) => oid ?? []));
  const texts = await loadTexts(knex, [...oids]);
  assert.equal(texts.size, oids.size, 'a text is missing');
}

interface DbEntity {
  readonly id: number;
  readonly repository_id: number;
  readonly path: string;
  readonly revision: string;
  readonly score: number | null;
  readonly grade: string | null;
  readonly status: string;
  readonly failed: number;
}

async function checkEntity(knex: Knex, entity: DbEntity): Promise<void> {
  const { tree_revision: revision } = await knex('hardening_repository')
    .where({ id: entity.repository_id })
    .first('tree_revision');
  assert.equal(entity.revision, revision, 'an entity is of another tree');
  const { score } = (await loadAssessment(knex, entity.id))!;
  assert.equal(score.status, entity.status);
  const points = score.status === 'scored' ? score.points : null;
  assert.equal(entity.score, points, 'a score is not that of the assessment');
  const findings = await listFindings(knex, entity.id, { limit: 10_000 });
  assert.equal(findings.filter(({ scored }) => scored).length, entity.failed);
  assert.deepEqual(
    findings.map(({ position }) => position),
    findings.map((_, index) => index),
  );

  const changes = await listChanges(knex, entity.id, { limit: 10_000 });
  const [last] = changes;
  assert.equal(last!.after ?? null, entity.score, 'the last change is missing');
  changes.forEach((change, index) => {
    const before = changes[index + 1];
    assert.equal(change.cause, before ? 'commit' : 'first');
    assert.equal(change.before, before?.after, 'changes do not follow');
    if (!before) return;
    assert.notEqual(change.revision, before.revision, 'a change came twice');
    const isMoved = change.before !== change.after;
    assert.ok(isMoved || change.flips.length > 0, 'a change changes nothing');
  });
  const days = await knex('hardening_history')
    .where({ entity_id: entity.id })
    .orderBy('day', 'desc');
  assert.equal(days[0].score, entity.score, 'the day is not up to date');
  assert.equal(days[0].grade, entity.grade);
}

/** What is kept is what the files say now. */
async function checkFiles(knex: Knex, entity: DbEntity): Promise<void> {
  const { url } = await knex('hardening_repository')
    .where({ id: entity.repository_id })
    .first('url');
  const folder = path.join(fileURLToPath(url), entity.path);
  const files = readdirSync(folder, { recursive: true })
    .map(name => path.join(folder, String(name)))
    .filter(file => path.basename(file) === 'Dockerfile' && existsSync(file))
    .map(file => {
      const content = readFileSync(file);
      return {
        path: path.relative(folder, file),
        size: content.length,
        text: decodeText(content),
      };
    });
  const expected = assess({ files, listing: 'complete', now: new Date() });
  const assessment = await loadAssessment(knex, entity.id, 'files');
  const { outcomes, ...kept } = assessment!;
  const { results, ...rest } = expected;
  assert.equal(JSON.stringify(kept), JSON.stringify(rest));
  assert.equal(outcomes.length, results.length);
}
