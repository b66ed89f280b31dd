// SPDX-License-Identifier: Apache-2.0
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Backlog } from './database/backlog';
import { createWorkerMeter, observeBacklog } from './metrics';

describe('createWorkerMeter', () => {
  it('counts refreshes by how they ended, and says how long they took', () => {
    const metrics = metricsServiceMock.mock();
    const add = jest.fn();
    const record = jest.fn();
    metrics.createCounter.mockReturnValue({ add });
    metrics.createHistogram.mockReturnValue({ record });
    const meter = createWorkerMeter(metrics);
    meter.refreshed('lease-lost', 1500);
    expect(metrics.createCounter.mock.calls[0]![0]).toBe(
      'backstage.plugin.hardening.refreshes',
    );
    expect(add).toHaveBeenCalledWith(1, { outcome: 'lease-lost' });
    expect(record).toHaveBeenCalledWith(1.5, { outcome: 'lease-lost' });
  });
});

describe('observeBacklog', () => {
  type Callback = (result: { observe: jest.Mock }) => Promise<void>;
  const observe = async (read: () => Promise<Backlog>) => {
    const metrics = metricsServiceMock.mock();
    const callbacks = new Map<string, Callback>();
    metrics.createObservableGauge.mockImplementation(name => ({
      addCallback: callback => callbacks.set(name, callback as Callback),
      removeCallback: () => {},
    }));
    observeBacklog(metrics, read);
    const seen: unknown[] = [];
    for (const [name, callback] of callbacks) {
      await callback({
        observe: jest.fn((...observed) => seen.push([name, ...observed])),
      });
    }
    return seen;
  };

  it('shows each number, those of a kind by a label, from one count', async () => {
    const read = jest.fn(async () => ({
      due: 3,
      oldestSeconds: 1.5,
      parked: 1,
      failing: new Map([['unreachable', 2]]),
      stale: 4,
      entities: new Map([
        ['scored', 5],
        ['pending', 6],
      ]),
    }));
    expect(await observe(read)).toEqual([
      ['backstage.plugin.hardening.repositories_due', 3],
      ['backstage.plugin.hardening.oldest_due_age', 1.5],
      ['backstage.plugin.hardening.repositories_parked', 1],
      [
        'backstage.plugin.hardening.repositories_failing',
        2,
        { reason: 'unreachable' },
      ],
      ['backstage.plugin.hardening.entities_stale', 4],
      ['backstage.plugin.hardening.entities', 5, { state: 'scored' }],
      ['backstage.plugin.hardening.entities', 6, { state: 'pending' }],
    ]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('says nothing while the database is away', async () => {
    const read = async () => {
      throw new Error('connection refused');
    };
    expect(await observe(read)).toEqual([]);
  });
});
