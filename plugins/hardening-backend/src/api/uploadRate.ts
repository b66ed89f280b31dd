// SPDX-License-Identifier: Apache-2.0

const HOUR = 3_600_000;

/** Lets so many reports of an entity through in an hour, and no more. */
export class UploadRate {
  readonly #mostPerHour: number;
  /** When reports came, by entity; those of the last hour alone. */
  readonly #times = new Map<string, number[]>();

  constructor(mostPerHour: number) {
    this.#mostPerHour = mostPerHour;
  }

  /** @returns how many milliseconds to wait, when there were too many */
  take(entityRef: string, now: number): number | undefined {
    const times = this.#recent(entityRef, now);
    if (times.length >= this.#mostPerHour) return times[0]! + HOUR - now;
    times.push(now);
    return undefined;
  }

  #recent(entityRef: string, now: number): number[] {
    const known = this.#times.get(entityRef);
    const times = (known ?? []).filter(time => time > now - HOUR);
    // Those of which nothing comes any more are let go when another one is new.
    if (!known) this.#forget(now);
    this.#times.set(entityRef, times);
    return times;
  }

  #forget(now: number): void {
    for (const [entityRef, times] of this.#times) {
      if ((times.at(-1) ?? 0) <= now - HOUR) this.#times.delete(entityRef);
    }
  }
}
