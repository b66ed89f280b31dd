// SPDX-License-Identifier: Apache-2.0
import type { FileRole, ImageScore, RuleResult, Score } from '@plimsoll/model';
import type { Repository } from '../artifacts/repository.ts';
import { compareText } from '../text/order.ts';
import type { ImagesOf } from './settle.ts';

/**
 * The score of each image that counts, lowest first, from the results that are
 * about it. What several images share counts in each with the image's role.
 *
 * @param whole - the score of all results
 */
export function imageScores(
  { subjects }: Repository,
  results: readonly RuleResult[],
  imagesOf: ImagesOf,
  whole: Score,
  scoreOf: (results: readonly RuleResult[]) => Score,
): ImageScore[] {
  const images = new Map<string, { role: FileRole; results: RuleResult[] }>();
  for (const { path, role } of subjects.dockerfileSource) {
    if (role !== 'excluded') images.set(path, { role, results: [] });
  }
  const [only] = images;
  if (only && images.size === 1) {
    const [path, { role }] = only;
    const isAll = results.every(
      result => result.role === role || !imagesOf(result).includes(path),
    );
    if (isAll) return [{ path, score: whole }];
  }
  for (const result of results) {
    for (const path of imagesOf(result)) {
      const image = images.get(path);
      if (!image) continue;
      const { role } = image;
      image.results.push(result.role === role ? result : { ...result, role });
    }
  }
  return [...images]
    .map(([path, image]) => ({ path, score: scoreOf(image.results) }))
    .sort(lowestFirst);
}

function lowestFirst(a: ImageScore, b: ImageScore): number {
  const [pointsA, rawA] = order(a.score);
  const [pointsB, rawB] = order(b.score);
  return pointsA - pointsB || rawA - rawB || compareText(a.path, b.path);
}

/** Images without a score come last. */
function order(score: Score): readonly [points: number, raw: number] {
  return score.status === 'scored' ? [score.points, score.raw] : [101, 101];
}
