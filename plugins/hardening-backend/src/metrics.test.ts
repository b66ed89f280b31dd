// SPDX-License-Identifier: Apache-2.0
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { createWorkerMeter } from './metrics';

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
