// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { TOKEN, type Portal } from './portal';

const ROUNDS = 100;
const OF_ROUND = 10;

/** Addresses below that of a portal, of one entity out of many. */
export type Routes = Readonly<Record<string, (number: number) => string>>;

/** The median of each round in milliseconds, by route, then by portal. */
export type Times = ReadonlyMap<string, ReadonlyMap<Portal, readonly number[]>>;

/**
 * Asks all routes of all portals in many short rounds: whatever else keeps the
 * machine busy then slows all of them down, and what is compared was taken in
 * the same second.
 */
export async function takeTimes(
  portals: readonly Portal[],
  routes: Routes,
): Promise<Times> {
  const load = new Worker(path.join(__dirname, 'load.mjs'), {
    workerData: { headers: { authorization: `Bearer ${TOKEN}` } },
  });
  const random = createRandom();
  const taken = new Map(
    Object.keys(routes).map(name => [
      name,
      new Map(portals.map(portal => [portal, [] as number[]])),
    ]),
  );
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, pathOf] of Object.entries(routes)) {
      // Nobody is always the first.
      const order = round % 2 === 0 ? portals : [...portals].reverse();
      for (const portal of order) {
        const urls = Array.from(
          { length: OF_ROUND },
          () => portal.base + pathOf(1 + (random() % portal.size)),
        );
        load.postMessage({ urls });
        const [answers] = await once(load, 'message');
        // The first warms up.
        if (round === 0) continue;
        const all = answers.map(
          ({ milliseconds }: { milliseconds: number }) => milliseconds,
        );
        taken.get(name)!.get(portal)!.push(medianOf(all));
      }
    }
  }
  await load.terminate();
  return taken;
}

/** The middle one. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

/** The same numbers in each run. */
function createRandom(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
}
