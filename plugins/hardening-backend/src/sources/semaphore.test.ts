// SPDX-License-Identifier: Apache-2.0
import { Semaphore } from './semaphore';

const never = () => new AbortController().signal;

describe('Semaphore', () => {
  it('lets so many work at the same time, and the others in their order', async () => {
    const semaphore = new Semaphore(2);
    const order: number[] = [];
    let working = 0;
    let most = 0;
    const work = (index: number) =>
      semaphore.use(never(), async () => {
        working += 1;
        most = Math.max(most, working);
        await new Promise(setImmediate);
        order.push(index);
        working -= 1;
      });
    await Promise.all([0, 1, 2, 3, 4].map(work));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('frees the place of what fails, and of whoever gives up waiting', async () => {
    const semaphore = new Semaphore(1);
    const controller = new AbortController();
    const failing = semaphore.use(never(), async () => {
      controller.abort(new Error('no patience'));
      throw new Error('broken');
    });
    const waiting = semaphore.use(controller.signal, async () => 'late');
    const next = semaphore.use(never(), async () => 'next');
    await expect(failing).rejects.toThrow('broken');
    await expect(waiting).rejects.toThrow('no patience');
    expect(await next).toBe('next');
    expect(await semaphore.use(never(), async () => 'free')).toBe('free');
  });

  it('does not begin for whoever has given up', async () => {
    const work = jest.fn();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(new Semaphore(1).use(signal, work)).rejects.toThrow(
      'too late',
    );
    expect(work).not.toHaveBeenCalled();
  });
});
