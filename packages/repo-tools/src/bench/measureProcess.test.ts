// SPDX-License-Identifier: Apache-2.0
import { childTime, measureProcess, median } from './measureProcess.ts';

const node = (script: string) => ({
  command: [process.execPath, '-e', script],
});

describe('measureProcess', () => {
  it('counts the work of the whole process', () => {
    const { processor } = measureProcess(
      node('while (process.cpuUsage().user < 500_000);'),
    );
    expect(processor).toBeGreaterThan(490);
  });

  it('does not count waiting', () => {
    const { processor, wall } = measureProcess(
      node('setTimeout(() => {}, 1000)'),
    );
    expect(wall).toBeGreaterThan(1000);
    expect(processor).toBeLessThan(wall - 900);
  });

  it('throws when the program fails, unless it may', () => {
    const failing = node('console.error("no luck"); process.exitCode = 1');
    expect(() => measureProcess(failing)).toThrow('no luck');
    expect(() => measureProcess({ ...failing, accepts: [0, 1] })).not.toThrow();
  });
});

it('reads what times says', () => {
  expect(childTime('0m0.00s 0m0.00s\n0m1.23s 0m0.04s\n')).toBeCloseTo(1270);
  expect(childTime('a\n0m0.001s 0m0.002s\n1m0.5s 0m0.250s')).toBeCloseTo(60750);
  expect(() => childTime('a')).toThrow('No times in "a"');
});

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});
