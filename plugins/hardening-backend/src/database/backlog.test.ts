// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { RefreshHarness } from '../refresh/testing/refreshHarness';
import { readBacklog } from './backlog';
import { DATABASE_IDS, openTestDatabase } from './testing/openTestDatabase';

const databases = TestDatabases.create({ ids: DATABASE_IDS });

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  it('counts what is due, set aside, failing, and out of date', async () => {
    expect(await readBacklog(knex)).toEqual({
      due: 0,
      oldestSeconds: 0,
      parked: 0,
      failing: new Map(),
      stale: 0,
      entities: new Map(),
    });
    const harness = new RefreshHarness(knex);
    harness.source.put('memory:good', { Dockerfile: 'FROM scratch\n' });
    harness.source.put('memory:none', { 'a.go': 'x' });
    harness.source.fail('memory:bad', new SourceError('unreachable', 'down'));
    const names = ['good', 'none', 'bad', 'held', 'late', 'parked', 'gone'];
    await harness.describe(
      Object.fromEntries(names.map(name => [name, `memory:${name}`])),
    );
    const of = (name: string) =>
      knex('hardening_repository').where({ url: `memory:${name}` });
    await of('held').update({ lease_until: Number.MAX_SAFE_INTEGER });
    await of('late').update({ due_at: Date.now() + 60_000 });
    await of('parked').update({ parked_at: 1 });
    await of('gone').update({ due_at: Date.now() + 60_000 });
    await harness.refreshDue();
    await of('late').update({ due_at: Date.now() - 90_000 });
    await knex('hardening_entity')
      .where({ entity_ref: 'component:default/gone' })
      .update({ removed_at: 1, stale_since: 1 });

    const { oldestSeconds, ...backlog } = await readBacklog(knex);
    expect(backlog).toEqual({
      due: 1,
      parked: 1,
      failing: new Map([['unreachable', 1]]),
      stale: 1,
      entities: new Map([
        ['notScored', 1],
        ['pending', 4],
        ['scored', 1],
      ]),
    });
    expect(Math.round(oldestSeconds / 30)).toBe(3);
  });
});
