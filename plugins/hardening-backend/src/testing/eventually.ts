// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';

/** Asks again and again until there is an answer; the test's own limit ends it. */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await setTimeout(20);
  }
}
