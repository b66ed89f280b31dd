// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import knexFactory, { type Knex } from 'knex';
import { clearDatabase } from '../database/testing/clearDatabase';
import {
  DATABASE_IDS,
  openTestDatabase,
} from '../database/testing/openTestDatabase';
import {
  RefreshWorker,
  type WorkerOptions,
  type WorkOutcome,
} from './refreshWorker';
import { RefreshHarness } from './testing/refreshHarness';

const databases = TestDatabases.create({ ids: DATABASE_IDS });
const DOCKERFILE = { Dockerfile: 'FROM scratch\n' };

describe.each(databases.eachSupportedId())('%s', (id: TestDatabaseId) => {
  let knex: Knex;
  let harness: RefreshHarness;
  const workers: RefreshWorker[] = [];

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });
  beforeEach(async () => {
    await clearDatabase(knex);
    harness = new RefreshHarness(knex);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
  });

  /** A worker, and what becomes of each refresh as it ends. */
  const workerOf = (
    options: Partial<WorkerOptions> = {},
    by: RefreshHarness = harness,
  ) => {
    const outcomes: WorkOutcome[] = [];
    const waiting: (() => void)[] = [];
    const worker = new RefreshWorker(
      by.context,
      {
        slots: 2,
        pollMilliseconds: 60_000,
        leaseMilliseconds: 60_000,
        limitMilliseconds: 60_000,
        graceMilliseconds: 60_000,
        ...options,
      },
      {
        refreshed: outcome => {
          outcomes.push(outcome);
          waiting.splice(0).forEach(proceed => proceed());
        },
      },
    );
    workers.push(worker);
    const ended = async (count: number) => {
      while (outcomes.length < count) {
        await new Promise<void>(resolve => {
          waiting.push(resolve);
        });
      }
      return outcomes;
    };
    return { worker, outcomes, ended };
  };
  const put = async (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `r${index}`);
    for (const name of names) harness.source.put(`memory:${name}`, DOCKERFILE);
    await harness.describe(
      Object.fromEntries(names.map(name => [name, `memory:${name}`])),
    );
  };
  const scored = async () =>
    (await knex('hardening_entity').where({ status: 'notScored' })).length +
    (await knex('hardening_entity').where({ status: 'scored' })).length;

  it('does all that is due, so much at the same time', async () => {
    await put(9);
    let reading = 0;
    let most = 0;
    harness.source.onRead = async () => {
      reading += 1;
      most = Math.max(most, reading);
      await new Promise(setImmediate);
      reading -= 1;
    };
    const { worker, ended } = workerOf({ slots: 3 });
    worker.start();
    expect(await ended(9)).toEqual(Array(9).fill('changed'));
    expect(most).toBeLessThanOrEqual(3);
    expect(await scored()).toBe(9);
  });

  it('looks at once when it is woken', async () => {
    const { worker, ended } = workerOf();
    worker.start();
    await put(1);
    worker.wake();
    expect(await ended(1)).toEqual(['changed']);
  });

  it('looks from time to time when nobody wakes it', async () => {
    const { worker, ended } = workerOf({ pollMilliseconds: 1 });
    worker.start();
    await put(1);
    expect(await ended(1)).toEqual(['changed']);
  });

  it('holds on to its lease while it works', async () => {
    await put(1);
    const extend = jest.spyOn(harness.queue, 'extend');
    const beaten = new Promise<boolean>(resolve => {
      extend.mockImplementation(async () => {
        resolve(true);
        return true;
      });
    });
    harness.source.onRead = async () => {
      await beaten;
    };
    const { worker, ended } = workerOf({ leaseMilliseconds: 9 });
    worker.start();
    expect(await ended(1)).toEqual(['changed']);
    const before = extend.mock.calls.length;
    await worker.stop();
    expect(extend.mock.calls.length).toBe(before);
  });

  it('leaves to another worker what it lost', async () => {
    await put(1);
    harness.source.onRead = async () => {
      await knex('hardening_repository').update({ lease_until: 1 });
      await harness.queue.claim(1);
    };
    const { worker, ended } = workerOf();
    worker.start();
    expect(await ended(1)).toEqual(['lease-lost']);
    expect(await scored()).toBe(0);
  });

  it('gives up soon after it notices that its lease is lost', async () => {
    await put(1);
    harness.source.onRead = () => new Promise(() => {});
    jest.spyOn(harness.queue, 'extend').mockResolvedValue(false);
    const { worker, ended } = workerOf({ leaseMilliseconds: 9 });
    worker.start();
    expect(await ended(1)).toEqual(['lease-lost']);
  });

  it('does not mistake its own commit for the loss of its lease', async () => {
    await put(1);
    // As seen by a beat that comes with the commit.
    const missed = new Promise<void>(resolve => {
      jest.spyOn(harness.queue, 'extend').mockImplementation(async () => {
        resolve();
        return false;
      });
    });
    harness.source.onRead = () => missed;
    const { worker, ended } = workerOf({ leaseMilliseconds: 9 });
    worker.start();
    expect(await ended(1)).toEqual(['changed']);
  });

  it('gives up what never ends, and goes on', async () => {
    await put(2);
    harness.source.onRead = async tree => {
      if (tree === 'memory:r0') await new Promise(() => {});
    };
    const { worker, ended } = workerOf({ slots: 1, limitMilliseconds: 1500 });
    worker.start();
    expect([...(await ended(2))].sort()).toEqual(['changed', 'timeout']);
    const [row] = await knex('hardening_repository').where('url', 'memory:r0');
    expect(row).toMatchObject({ error_class: 'unreachable', attempt: 0 });
    expect(row.error_message).toContain('took longer than 1.5 s');
  });

  it('keeps nothing of what it gave up, however late it ends', async () => {
    await put(1);
    let proceed: (() => void) | undefined;
    harness.source.onRead = () =>
      new Promise(resolve => {
        proceed = resolve;
      });
    const { worker, ended } = workerOf({ limitMilliseconds: 1500 });
    worker.start();
    expect(await ended(1)).toEqual(['timeout']);
    const before = await knex('hardening_repository');
    proceed!();
    await new Promise(setImmediate);
    await worker.stop();
    expect(await knex('hardening_repository')).toEqual(before);
    expect(await knex('hardening_listing')).toEqual([]);
  });

  it('lets what runs end before it stops, and takes nothing more', async () => {
    await put(3);
    let proceed = () => {};
    const reading = new Promise<void>(resolve => {
      harness.source.onRead = () => {
        resolve();
        return new Promise(go => {
          proceed = go;
        });
      };
    });
    const { worker, outcomes } = workerOf({ slots: 1 });
    worker.start();
    await reading;
    const stopped = worker.stop();
    proceed();
    await stopped;
    expect(outcomes).toEqual(['changed']);
    expect(await scored()).toBe(1);
  });

  it('gives back what does not end in time when it stops', async () => {
    await put(1);
    const reading = new Promise<void>(resolve => {
      harness.source.onRead = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    const { worker, outcomes } = workerOf({ graceMilliseconds: 1 });
    worker.start();
    await reading;
    await worker.stop();
    expect(outcomes).toEqual(['stopped']);
    expect(await harness.queue.claim(1)).toMatchObject([{ attempt: 1 }]);
  });

  it('survives a database that is away for a while', async () => {
    await put(1);
    const claim = jest.spyOn(harness.queue, 'claim');
    claim.mockRejectedValueOnce(new Error('connection refused'));
    const commit = jest.spyOn(harness.queue, 'commit');
    const away = async () => {
      throw new Error('connection refused');
    };
    commit.mockImplementationOnce(away).mockImplementationOnce(away);
    const { worker, ended } = workerOf({ pollMilliseconds: 1 });
    expect(worker.lookedAgo).toBe(Infinity);
    worker.start();
    expect(await ended(1)).toEqual(['error']);
    expect(worker.lookedAgo).toBeLessThan(60_000);
    // The lease runs out by itself.
    await knex('hardening_repository').update({ lease_until: 1 });
    expect(await ended(2)).toEqual(['error', 'changed']);
  });

  it('does not stop at one that fails', async () => {
    await put(3);
    const error = new SourceError('unreachable', 'down');
    harness.source.fail('memory:r1', error);
    harness.source.fail('memory:r2', new TypeError('a mistake of ours'));
    const { worker, ended } = workerOf();
    worker.start();
    expect([...(await ended(3))].sort()).toEqual([
      'changed',
      'failed-failed',
      'failed-unreachable',
    ]);
    const messages = await knex('hardening_repository')
      .whereNotNull('error_message')
      .orderBy('url')
      .pluck('error_message');
    expect(messages).toEqual([
      'down',
      'Something went wrong with "memory:r2"; the log of the backend says what',
    ]);
  });

  if (id.startsWith('POSTGRES')) {
    it('shares the work with another one on the same database', async () => {
      await put(60);
      const own = knexFactory({ ...knex.client.config });
      try {
        const other = new RefreshHarness(own);
        const { source } = harness;
        other.context = { ...other.context, readers: [source] };
        const both = [workerOf(), workerOf({}, other)];
        for (const { worker } of both) worker.start();
        const count = () =>
          both.reduce((so, { outcomes }) => so + outcomes.length, 0);
        while (count() < 60) {
          await Promise.race(
            both.map(({ ended, outcomes }) => ended(outcomes.length + 1)),
          );
        }
        expect(source.reads).toHaveLength(60);
        expect(new Set(source.reads).size).toBe(60);
        for (const { outcomes } of both) {
          expect(outcomes.length).toBeGreaterThan(0);
          expect(new Set(outcomes)).toEqual(new Set(['changed']));
        }
        expect(await scored()).toBe(60);
        expect(await knex('hardening_change')).toHaveLength(60);
      } finally {
        await Promise.all(workers.splice(0).map(worker => worker.stop()));
        await own.destroy();
      }
    });
  }
});
