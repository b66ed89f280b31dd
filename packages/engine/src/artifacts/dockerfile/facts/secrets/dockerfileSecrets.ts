// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { findSecrets, type Secret } from '../../../../secrets/findSecrets.ts';
import type { Dockerfile } from '../../dockerfile.ts';
import { remember } from '../remember.ts';

/** The secrets that stand in a Dockerfile, in the order of its text. */
export function dockerfileSecrets(dockerfile: Dockerfile): readonly Secret[] {
  return remember(dockerfile, readSecrets);
}

function readSecrets({ text }: Dockerfile): readonly Secret[] {
  return findSecrets(text);
}

/** The first secret of which a part lies in a range. */
export function secretIn(
  secrets: readonly Secret[],
  range: TextRange,
): Secret | undefined {
  for (let index = firstBehind(secrets, range.start); ; index++) {
    const secret = secrets[index];
    if (!secret || secret.start >= range.end) return undefined;
    if (secret.parts.some(part => overlaps(part, range))) return secret;
  }
}

/** The range around an offset, of ranges in order that do not overlap. */
export function rangeAround<Range extends TextRange>(
  ranges: readonly Range[],
  offset: number,
): Range | undefined {
  const range = ranges[firstBehind(ranges, offset)];
  return range && range.start <= offset ? range : undefined;
}

/** Index of the first range that ends behind an offset. */
function firstBehind(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
