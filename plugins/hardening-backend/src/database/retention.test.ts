// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { RefreshHarness } from '../refresh/testing/refreshHarness';
import { dayOf } from './historyStore';
import { deleteOld } from './retention';
import { clearDatabase } from './testing/clearDatabase';
import { DATABASE_IDS, openTestDatabase } from './testing/openTestDatabase';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const DAY = 86_400_000;
const OPTIONS = { historyDays: 400, removedDays: 30, reportDays: 90 };

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  let harness: RefreshHarness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });
  beforeEach(async () => {
    await clearDatabase(knex);
    harness = new RefreshHarness(knex);
    harness.source.put('memory:a', { Dockerfile: 'FROM a\n' });
    harness.source.put('memory:b', {
      Dockerfile: 'FROM a\n',
      'b.Dockerfile': 'FROM b\n',
    });
    await harness.describe({ a: 'memory:a', b: 'memory:b' });
    await harness.refreshDue();
  });
  const old = (days: number) => Date.now() - days * DAY;
  const count = async (table: string) =>
    (await knex(`hardening_${table}`)).length;

  it('deletes nothing that is in use', async () => {
    await knex('hardening_file').update({ used_at: old(1000) });
    await deleteOld(knex, OPTIONS);
    expect(await count('file')).toBe(2);
    expect(await count('entity')).toBe(2);
    expect(await count('change')).toBe(2);
    const [{ used_at: usedAt }] = await knex('hardening_file');
    expect(Number(usedAt)).toBeGreaterThan(old(1));
  });

  it('deletes texts that no repository has any more, after some days', async () => {
    harness.source.put('memory:b', { Dockerfile: 'FROM a\n' });
    await harness.refreshAll();
    await deleteOld(knex, OPTIONS);
    expect(await count('file')).toBe(2);
    await knex('hardening_file').update({ used_at: old(4) });
    await deleteOld(knex, OPTIONS);
    expect(await count('file')).toBe(1);
  });

  it('deletes history and changes beyond the days that are kept', async () => {
    const { id: entityId } = await harness.entity('a');
    const days = Array.from({ length: 1200 }, (_, index) => index + 1);
    await knex.batchInsert(
      'hardening_history',
      days.map(day => ({ entity_id: entityId, day: dayOf(old(day)) })),
      200,
    );
    await knex('hardening_change').update({ at: old(401) });
    await deleteOld(knex, OPTIONS);
    expect(await count('history')).toBe(402);
    expect(await count('change')).toBe(0);
  });

  it('deletes entities some time after they were removed, and their repository', async () => {
    await knex('hardening_entity')
      .where({ entity_ref: 'component:default/b' })
      .update({ removed_at: old(29) });
    await harness.refreshAll();
    await deleteOld(knex, OPTIONS);
    expect(await count('entity')).toBe(2);

    await knex('hardening_entity')
      .whereNotNull('removed_at')
      .update({ removed_at: old(31) });
    await knex('hardening_repository')
      .whereNotNull('parked_at')
      .update({ parked_at: old(2) });
    await deleteOld(knex, OPTIONS);
    expect(await count('entity')).toBe(1);
    expect(await knex('hardening_repository').pluck('url')).toEqual([
      'memory:a',
    ]);
    expect(await count('listing')).toBe(1);
    expect(await count('assessment')).toBe(1);
  });

  it('deletes reports some time after they were replaced, and no other', async () => {
    const { id: entityId } = await harness.entity('a');
    for (const [slot, superseded] of [
      ['in force', null],
      ['of late', old(89)],
      ['of old', old(91)],
    ]) {
      await knex('hardening_scan').insert({
        ...{ entity_id: entityId, slot, superseded_at: superseded },
        ...{ image: 'a', scanner: 'a', subject: 'a', digest: 'a', facts: '{}' },
        ...{ received_at: old(500), dated_at: old(500), body: Buffer.from('') },
      });
    }
    await deleteOld(knex, OPTIONS);
    const left = await knex('hardening_scan').orderBy('id').pluck('slot');
    expect(left).toEqual(['in force', 'of late']);
  });

  it('forgets what images have had no more for 90 days', async () => {
    const days = Array.from({ length: 600 }, (_, index) => index - 500 + 91);
    await knex.batchInsert(
      'hardening_vulnerability_seen',
      days.map(day => ({
        ...{ image: 'a', vulnerability: `CVE-${day}`, package: 'a' },
        ...{ first_day: dayOf(old(1000)), last_day: dayOf(old(day)) },
      })),
      200,
    );
    await deleteOld(knex, OPTIONS);
    const lastDays = await knex('hardening_vulnerability_seen').pluck(
      'last_day',
    );
    expect(Math.min(...lastDays)).toBe(dayOf(old(90)));
    expect(lastDays).toHaveLength(500);
  });

  it('is given up when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('stopping'));
    await expect(deleteOld(knex, OPTIONS, signal)).rejects.toThrow('stopping');
  });
});
