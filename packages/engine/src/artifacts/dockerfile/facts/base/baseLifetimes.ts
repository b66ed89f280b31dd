// SPDX-License-Identifier: Apache-2.0
import type { BaseImageFacts } from '../../../../data/baseImages/baseImages.ts';
import { lifetimeOf } from '../../../../data/endOfLife/lifetime.ts';

/** A product of a base image, and until when it gets security updates. */
export interface BaseLifetime {
  /** Product and version for a reader: `Node.js 20`. */
  readonly product: string;
  /** From this instant on there are none; undefined where no end is set. */
  readonly end: Date | undefined;
}

/**
 * The lifetimes of what the image reference tells: the distribution, and the
 * language or server. Empty where it tells no version of either.
 */
export function baseLifetimes({
  distribution,
  runtime,
}: BaseImageFacts): readonly BaseLifetime[] {
  return [distribution, runtime].flatMap(release => {
    if (!release) return [];
    const { name, product = name, version } = release;
    const lifetime = lifetimeOf(product, version);
    if (!lifetime) return [];
    const { lastDay } = lifetime;
    const text = [lifetime.name, version].filter(Boolean).join(' ');
    return [{ product: text, end: lastDay ? dayAfter(lastDay) : undefined }];
  });
}

/** Midnight UTC behind a day, so that the day itself counts. */
function dayAfter(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY);
}

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;
