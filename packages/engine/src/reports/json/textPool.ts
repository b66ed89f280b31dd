// SPDX-License-Identifier: Apache-2.0

/**
 * Turns bytes into strings, and the same bytes into the same string where it
 * can. A report repeats itself: names of packages, severities, sources.
 */
export class TextPool {
  private slots: string[] = new Array<string>(FEWEST_SLOTS).fill('');
  private misses = 0;

  /** The string of UTF-8 bytes in `[start, end)`, which are valid. */
  get(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    if (length > MOST_POOLED) return decode(bytes, start, end);
    let hash = length;
    for (let index = start; index < end; index++) {
      hash = Math.imul(hash ^ bytes[index]!, FNV_PRIME);
    }
    const slot = (hash ^ (hash >>> 15)) & (this.slots.length - 1);
    const known = this.slots[slot]!;
    if (isSame(known, bytes, start, length)) return known;
    const text = decode(bytes, start, end);
    this.slots[slot] = text;
    this.misses++;
    if (this.misses > 2 * this.slots.length) this.grow();
    return text;
  }

  /** Forgets everything, in more room; what is often wanted comes back. */
  private grow(): void {
    this.misses = 0;
    const { length } = this.slots;
    if (length < MOST_SLOTS)
      this.slots = new Array<string>(4 * length).fill('');
  }
}

/** Powers of two. */
const FEWEST_SLOTS = 128;
const MOST_SLOTS = 2048;
const MOST_POOLED = 64;
const FNV_PRIME = 0x01000193;

/** Whether an ASCII text has these bytes; any other text has not. */
function isSame(
  text: string,
  bytes: Uint8Array,
  start: number,
  length: number,
): boolean {
  if (text.length !== length) return false;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit !== bytes[start + index] || unit > 0x7f) return false;
  }
  return true;
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(bytes: Uint8Array, start: number, end: number): string {
  return DECODER.decode(bytes.subarray(start, end));
}
