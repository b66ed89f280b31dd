// SPDX-License-Identifier: Apache-2.0
import { binsOf } from './histogram';

it('puts each score into the bar of its grade', () => {
  const scores = [0, 39, 40, 54, 55, 69, 70, 79, 80, 89, 90, 99, 100].map(
    points => ({ points, entities: 1 }),
  );
  const bins = binsOf(scores);
  expect(bins).toHaveLength(20);
  const some = bins.filter(({ entities }) => entities > 0);
  expect(
    some.map(({ from, to, grade, entities }) => [from, to, grade, entities]),
  ).toEqual([
    [0, 4, 'F', 1],
    [35, 39, 'F', 1],
    [40, 44, 'E', 1],
    [50, 54, 'E', 1],
    [55, 59, 'D', 1],
    [65, 69, 'D', 1],
    [70, 74, 'C', 1],
    [75, 79, 'C', 1],
    [80, 84, 'B', 1],
    [85, 89, 'B', 1],
    [90, 94, 'A', 1],
    [95, 100, 'A', 2],
  ]);
});
