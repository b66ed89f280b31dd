// SPDX-License-Identifier: Apache-2.0
import type {
  FileRole,
  ImageScore,
  PlacedFinding,
  RuleResult,
  Score,
} from '@plimsoll/model';
import { compareText } from '../text/order.ts';
import type { Evaluation } from './judge.ts';

/**
 * The score of each image that counts, lowest first, from the results that are
 * about it. What several images share counts in each with the image's role.
 */
export function imageScores({
  repository,
  results,
  imagesOf,
  score,
  standingBy,
}: Evaluation): ImageScore[] {
  const images = new Map<string, Image>();
  for (const { path, role } of repository.subjects.dockerfileSource) {
    if (role !== 'excluded') images.set(path, { role, results: [] });
  }
  const [only] = images;
  if (only && images.size === 1) {
    const [path, { role }] = only;
    const isAll =
      repository.subjects.imageScan.every(scan => scan.path === path) &&
      results.every(
        result => result.role === role || !imagesOf(result).includes(path),
      );
    if (isAll) return [{ path, score }];
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
    .map(([path, image]) => ({ path, score: standingBy(image.results).score }))
    .sort(lowestFirst);
}

interface Image {
  readonly role: FileRole;
  readonly results: RuleResult<PlacedFinding>[];
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
