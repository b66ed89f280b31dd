// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readClock } from './dialect';
import { LeaseLostError, PRIORITY, RepositoryQueue } from './repositoryQueue';
import { clearDatabase } from './testing/clearDatabase';
import { DATABASE_IDS, openTestDatabase } from './testing/openTestDatabase';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const LEASE = 60_000;
const HOUR = 3_600_000;
const AGAIN = { kind: 'read', fetchInMilliseconds: HOUR } as const;
const FAILED = {
  kind: 'failed',
  fetchInMilliseconds: 0,
  errorClass: 'malformed',
  message: 'no archive',
} as const;

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  let queue: RepositoryQueue;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    queue = new RepositoryQueue(knex, { leaseMilliseconds: LEASE });
  });
  beforeEach(() => clearDatabase(knex));

  const add = async (url: string, row: object = {}) => {
    const [{ id: repositoryId }] = await knex('hardening_repository')
      .insert({
        url,
        host: 'example.com',
        priority: PRIORITY.due,
        due_at: 0,
        fetch_at: 0,
        ...row,
      })
      .returning('id');
    return repositoryId as number;
  };
  const rowOf = (repositoryId: number) =>
    knex('hardening_repository').where({ id: repositoryId }).first();

  it('gives a repository to one worker only, until the lease ends', async () => {
    const repositoryId = await add('a');
    const [first] = await queue.claim(10);
    expect(first).toMatchObject({ repositoryId, token: 1, attempt: 1 });
    expect(await queue.claim(10)).toEqual([]);

    await knex('hardening_repository').update({ lease_until: 1 });
    const [second] = await queue.claim(10);
    expect(second).toMatchObject({ repositoryId, token: 2, attempt: 2 });
  });

  it('serves who asked first, then what is due longest', async () => {
    await add('later', { due_at: 20 });
    await add('earlier', { due_at: 10 });
    await add('asked', { due_at: 30, priority: PRIORITY.request });
    await add('not yet', { due_at: Date.now() + 1e6 });
    await add('parked', { parked_at: 1 });
    const order = [];
    for (;;) {
      const [claim] = await queue.claim(1);
      if (!claim) break;
      order.push(claim.url);
    }
    expect(order).toEqual(['asked', 'earlier', 'later']);
  });

  it('keeps nothing of a worker whose lease was lost', async () => {
    const repositoryId = await add('a');
    const [slow] = await queue.claim(1);
    await knex('hardening_repository').update({ lease_until: 1 });
    const [fast] = await queue.claim(1);
    const write = (revision: string) => async (transaction: Knex) => {
      await transaction('hardening_repository').update({
        tree_revision: revision,
      });
    };
    await queue.commit(fast!, AGAIN, write('new'));
    await expect(queue.commit(slow!, AGAIN, write('old'))).rejects.toThrow(
      LeaseLostError,
    );
    expect(await queue.extend(slow!)).toBe(false);
    expect((await rowOf(repositoryId)).tree_revision).toBe('new');
  });

  it('keeps nothing when writing fails, and the lease stays', async () => {
    const repositoryId = await add('a');
    const [claim] = await queue.claim(1);
    const write = async (transaction: Knex) => {
      await transaction('hardening_repository').update({ etag: 'x' });
      throw new Error('disk full');
    };
    await expect(queue.commit(claim!, AGAIN, write)).rejects.toThrow(
      'disk full',
    );
    expect((await rowOf(repositoryId)).etag).toBeNull();
    expect(await queue.extend(claim!)).toBe(true);
  });

  it('answers a request that comes while the repository is being read', async () => {
    const repositoryId = await add('a');
    const [claim] = await queue.claim(1);
    await queue.request([repositoryId]);
    expect(await queue.claim(1)).toEqual([]);
    await queue.commit(claim!, AGAIN);
    const [again] = await queue.claim(1);
    expect(again).toMatchObject({ repositoryId, reqSeq: 1 });
    await queue.commit(again!, AGAIN);
    expect(await queue.claim(1)).toEqual([]);
  });

  it('asks the host of a repository only when that is due', async () => {
    const soon = { due_at: 0, fetch_at: Date.now() + HOUR };
    const repositoryId = await add('a', soon);
    const [claim] = await queue.claim(1);
    expect(claim).toMatchObject({ repositoryId, isFetchDue: false });
    await queue.commit(claim!, { kind: 'kept' });
    const row = await rowOf(repositoryId);
    expect(Number(row.due_at)).toBe(soon.fetch_at);

    await queue.reassess([repositoryId]);
    const [again] = await queue.claim(1);
    expect(again).toMatchObject({ isFetchDue: false });
    await queue.commit(again!, { kind: 'kept' });
    await queue.request([repositoryId]);
    expect(await queue.claim(1)).toMatchObject([{ isFetchDue: true }]);
  });

  it('is due when time alone changes something, and asks no host then', async () => {
    const repositoryId = await add('a');
    const [claim] = await queue.claim(1);
    const validUntil = (await readClock(knex)) + 1000;
    await queue.commit(claim!, { ...AGAIN, validUntil });
    const row = await rowOf(repositoryId);
    expect(Number(row.due_at)).toBe(validUntil);
    expect(Number(row.fetch_at)).toBeGreaterThan(validUntil);
  });

  it('remembers since when a repository fails, until it is read', async () => {
    const repositoryId = await add('a');
    const [first] = await queue.claim(1);
    await queue.commit(first!, FAILED);
    const [second] = await queue.claim(1);
    const failure = { errorClass: 'malformed', message: 'no archive' };
    expect(second).toMatchObject({ attempt: 1, failure });
    await queue.commit(second!, { ...FAILED, message: 'still none' });
    const [third] = await queue.claim(1);
    expect(third!.failure).toEqual({
      ...second!.failure,
      message: 'still none',
    });
    await queue.commit(third!, AGAIN);
    expect(await rowOf(repositoryId)).toMatchObject({
      failing_since: null,
      error_class: null,
      error_message: null,
    });
  });

  it('sets aside until someone asks', async () => {
    const repositoryId = await add('a');
    const [claim] = await queue.claim(1);
    const message = 'it ended the backend';
    await queue.commit(claim!, { kind: 'parked', errorClass: 'x', message });
    expect(await queue.claim(1)).toEqual([]);
    expect(await rowOf(repositoryId)).toMatchObject({ error_message: message });

    await queue.request([repositoryId]);
    expect(await queue.claim(1)).toMatchObject([{ attempt: 1 }]);
  });

  it('does not set aside what someone asks for meanwhile', async () => {
    const repositoryId = await add('a');
    const [claim] = await queue.claim(1);
    await queue.request([repositoryId]);
    await queue.commit(claim!, { kind: 'parked' });
    expect(await queue.claim(1)).toHaveLength(1);
  });

  it('counts the leases that nobody ended', async () => {
    await add('a');
    for (const attempt of [1, 2, 3]) {
      const [claim] = await queue.claim(1);
      expect(claim).toMatchObject({ attempt });
      await knex('hardening_repository').update({ lease_until: 1 });
    }
    const [fourth] = await queue.claim(1);
    await queue.commit(fourth!, FAILED);
    expect(await queue.claim(1)).toMatchObject([{ attempt: 1 }]);
  });

  it('gives a lease back as if it had never been taken', async () => {
    const repositoryId = await add('a');
    const [claim] = await queue.claim(1);
    await queue.release(claim!);
    await expect(queue.commit(claim!, AGAIN)).rejects.toThrow(LeaseLostError);
    expect(await queue.claim(1)).toMatchObject([{ repositoryId, attempt: 1 }]);
  });

  it('leaves a host alone, and no other', async () => {
    const far = Date.now() + 10 * HOUR;
    await add('a');
    await add('b');
    const held = await add('held', { lease_until: far });
    const later = await add('later', { due_at: far, fetch_at: far });
    await add('other', { host: 'example.org' });
    await queue.postponeHost('example.com', HOUR);
    expect(await queue.claim(9)).toMatchObject([{ url: 'other' }]);
    const postponed = await knex('hardening_repository')
      .whereIn('url', ['a', 'b'])
      .select('due_at', 'fetch_at');
    for (const row of postponed) {
      expect(Number(row.due_at)).toBe(Number(row.fetch_at));
      expect(Number(row.due_at) - Date.now()).toBeGreaterThan(HOUR - 60_000);
    }
    expect(Number((await rowOf(held)).due_at)).toBe(0);
    expect(Number((await rowOf(later)).due_at)).toBe(far);
  });

  it('shares many repositories among several workers, each once', async () => {
    await knex.batchInsert(
      'hardening_repository',
      Array.from({ length: 200 }, (_, index) => ({
        url: `r${index}`,
        host: '',
        priority: PRIORITY.due,
        due_at: 0,
        fetch_at: 0,
      })),
      50,
    );
    const worker = async () => {
      const seen: string[] = [];
      for (;;) {
        const claims = await queue.claim(7);
        if (claims.length === 0) return seen;
        for (const claim of claims) {
          await queue.commit(claim, AGAIN);
          seen.push(claim.url);
        }
      }
    };
    const seen = (await Promise.all([worker(), worker(), worker()])).flat();
    expect(seen).toHaveLength(200);
    expect(new Set(seen).size).toBe(200);
  });
});
