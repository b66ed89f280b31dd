// SPDX-License-Identifier: Apache-2.0
import type { BaseImageFacts } from '../../../../data/baseImages/baseImages.ts';
import {
  lifetimeOf,
  type LifetimeEnd,
} from '../../../../data/endOfLife/lifetime.ts';
import { remember } from '../remember.ts';

/** A product of a base image, and until when it gets security updates. */
export interface BaseLifetime {
  /** Product and version for a reader: `Node.js 20`. */
  readonly product: string;
  /** From this day on there are none; undefined where no end is set. */
  readonly end: LifetimeEnd | undefined;
  /** Until when a missing end can be believed, in milliseconds since 1970. */
  readonly openUntil: number | undefined;
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
    const text = version ? `${lifetime.name} ${version}` : lifetime.name;
    const { end, openUntil } = lifetime;
    lifetimes.push({ product: text, end, openUntil });
  }
  return lifetimes;
}
