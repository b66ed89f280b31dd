// SPDX-License-Identifier: Apache-2.0
import { DATABASE_LIFETIMES } from './databases.ts';
import { DISTRIBUTION_LIFETIMES } from './distributions.ts';
import { JAVA_LIFETIMES } from './java.ts';
import { LANGUAGE_LIFETIMES } from './languages.ts';
import type { ProductLifetimes } from './productLifetimes.ts';
import { SERVER_LIFETIMES } from './servers.ts';

/** How long a version of a product gets free security updates. */
export interface Lifetime {
  /** The product for a reader: `Node.js`. */
  readonly name: string;
  /** The last day, ISO 8601; undefined where no end has been set. */
  readonly lastDay: string | undefined;
  /** The day behind it, which is the first without updates. */
  readonly end?: LifetimeEnd | undefined;
  /**
   * Where no end has been set: until when that can be believed without a newer
   * table, in milliseconds since 1970.
   */
  readonly openUntil?: number | undefined;
}

/** A day on which something has ended. */
export interface LifetimeEnd {
  /** ISO 8601. */
  readonly day: string;
  /** Its midnight UTC, in milliseconds since 1970. */
  readonly time: number;
}

/** Every product of the tables. */
export const LIFETIMES: readonly ProductLifetimes[] = [
  ...DISTRIBUTION_LIFETIMES,
  ...LANGUAGE_LIFETIMES,
  ...JAVA_LIFETIMES,
  ...DATABASE_LIFETIMES,
  ...SERVER_LIFETIMES,
];

/**
 * The lifetime of a version; undefined where the tables do not tell.
 *
 * A version that names only the first numbers (`3` of Python) means the newest
 * that begins with them, as image tags do. What is older than all versions of
 * the table has ended when the oldest of them did.
 */
export function lifetimeOf(
  product: string,
  version: string | undefined,
): Lifetime | undefined {
  if (ROLLING.has(product)) return { name: product, lastDay: undefined };
  const lifetimes = version === undefined ? undefined : PRODUCTS.get(product);
  if (!lifetimes || version === undefined) return undefined;
  const { name } = lifetimes;
  const cycle = cycleOf(lifetimes, version);
  if (!cycle) return undefined;
  const { lastDay, end } = cycle;
  if (end) return { name, lastDay, end };
  const openUntil = Date.parse(`${lifetimes.asOf}T00:00:00Z`) + OPEN_FOR;
  return { name, lastDay, openUntil };
}

/**
 * Of most products a version lives for two years or more, and its end is set a
 * year ahead: for a year, an end that is not set is not near.
 */
const OPEN_FOR = 366 * 24 * 60 * 60 * 1000;

/** Products with a single line that always moves on. */
const ROLLING: ReadonlySet<string> = new Set([
  'archlinux',
  'chainguard',
  'opensuse-tumbleweed',
  'wolfi',
]);

interface Cycle {
  readonly version: string;
  readonly lastDay: string | undefined;
  readonly end: LifetimeEnd | undefined;
}

const PRODUCTS: ReadonlyMap<string, ProductLifetimes> = new Map(
  LIFETIMES.map(lifetimes => [lifetimes.product, lifetimes]),
);

/** Of one product, newest first. */
type Cycles = ReadonlyMap<string, Cycle>;

const CYCLES = new WeakMap<ProductLifetimes, Cycles>();

/** By their versions, newest first; read when first asked for. */
export function cyclesOf(lifetimes: ProductLifetimes): Cycles {
  let known = CYCLES.get(lifetimes);
  if (!known) {
    const words = lifetimes.ends.trim().split(/\s+/);
    const pairs: Cycle[] = [];
    for (let index = 0; index + 1 < words.length; index += 2) {
      const day = words[index + 1];
      const lastDay = day === '-' ? undefined : day;
      const end = lastDay === undefined ? undefined : dayAfter(lastDay);
      pairs.push({ version: words[index]!, lastDay, end });
    }
    pairs.sort((a, b) => compareVersions(b.version, a.version));
    known = new Map(pairs.map(cycle => [cycle.version, cycle]));
    CYCLES.set(lifetimes, known);
  }
  return known;
}

function dayAfter(day: string): LifetimeEnd {
  const time = Date.parse(`${day}T00:00:00Z`) + DAY;
  return { day: new Date(time).toISOString().slice(0, 10), time };
}

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

function cycleOf(
  lifetimes: ProductLifetimes,
  version: string,
): Cycle | undefined {
  const all = cyclesOf(lifetimes);
  for (let prefix = version; prefix !== ''; prefix = withoutLast(prefix)) {
    const exact = all.get(prefix);
    if (exact) return exact;
  }
  let oldest: Cycle | undefined;
  for (const cycle of all.values()) {
    if (cycle.version.startsWith(`${version}.`)) return cycle;
    oldest = cycle;
  }
  return oldest && compareVersions(version, oldest.version) < 0
    ? oldest
    : undefined;
}

/** `3.12` of `3.12.1`. */
function withoutLast(version: string): string {
  return version.slice(0, Math.max(version.lastIndexOf('.'), 0));
}

function compareVersions(a: string, b: string): number {
  const [some, others] = [a.split('.'), b.split('.')];
  const length = Math.max(some.length, others.length);
  for (let index = 0; index < length; index++) {
    const difference = Number(some[index] ?? 0) - Number(others[index] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
