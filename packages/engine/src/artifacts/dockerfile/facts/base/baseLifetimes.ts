// SPDX-License-Identifier: Apache-2.0
import type { BaseImageFacts } from '../../../../data/baseImages/baseImages.ts';
import { lifetimeOf } from '../../../../data/endOfLife/lifetime.ts';
import { remember } from '../remember.ts';

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
export function baseLifetimes(facts: BaseImageFacts): readonly BaseLifetime[] {
  return remember(facts, readLifetimes);
}

function readLifetimes({ distribution, runtime }: BaseImageFacts) {
  const lifetimes: BaseLifetime[] = [];
  for (const release of [distribution, runtime]) {
    if (!release) continue;
    const { name, product = name, version } = release;
    const lifetime = lifetimeOf(product, version);
    if (!lifetime) continue;
    const { lastDay } = lifetime;
    const text = version ? `${lifetime.name} ${version}` : lifetime.name;
    const end = lastDay ? dayAfter(lastDay) : undefined;
    lifetimes.push({ product: text, end });
  }
  return lifetimes;
}

/** Midnight UTC behind a day, so that the day itself counts. */
function dayAfter(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY);
}

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;
