// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';
import { largeMark, smallMark } from './markShape';

/** The numbers of a path, whatever joins them. */
const numbers = (path: string) =>
  [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));

describe('the large mark', () => {
  it.each<readonly [number, Grade, string]>([
    [97, 'A', 'M9.04 13.2H54.96'],
    [83, 'B', 'M4.6 18.8H21M43 18.8H59.4'],
    [74, 'C', 'M2.84 22.4H19.5M44.5 22.4H61.16'],
    [59, 'D', 'M1.25 28.4H19.5M44.5 28.4H62.75'],
    [47, 'E', 'M1.03 33.2H21M43 33.2H62.97'],
    [22, 'F', 'M3.54 43.2H21M43 43.2H60.46'],
    [0, 'F', 'M10.39 52H53.61'],
  ])('has its bar for %i points and a %s at %s', (points, grade, path) => {
    expect(largeMark.bar(points, grade)).toBe(path);
  });

  it('overhangs the ring by as much at any height', () => {
    for (let points = 0; points <= 100; points++) {
      const [left = 0, y = 0] = numbers(largeMark.bar(points, 'B'));
      const ring = 32 - Math.sqrt(26 ** 2 - (y - 32) ** 2);
      expect(ring - left).toBeCloseTo(5, 1);
    }
  });

  it('floats higher the more points there are', () => {
    const heights = [0, 25, 50, 75, 100].map(
      points => numbers(largeMark.bar(points, 'B'))[1]!,
    );
    expect(heights).toEqual([52, 42, 32, 22, 12]);
  });

  it.each([
    [100, 1],
    [51, 1],
    [49, 0],
  ])('fills its hull at %i points with arc %i', (points, isMost) => {
    expect(largeMark.hull(points)).toMatch(
      new RegExp(`A22 22 0 ${isMost} 0 .*Z$`),
    );
  });
});

it('has two stubs on the ring when it is small', () => {
  expect(smallMark.bar(83, 'B')).toBe('M0.75 4.96H2.85M13.15 4.96H15.25');
});
