// SPDX-License-Identifier: Apache-2.0
import { CARRIAGE_RETURN, NEWLINE } from '../../text/characters.ts';
import type { YamlEvent } from './yamlEvents.ts';

/** More than what stands around is indented, in what people write. */
const INDENT = ' '.repeat(100);

/**
 * A text whose lines are moved to the right, so that the parser takes what
 * Docker, kubectl and GitHub take: a `]`, or the rest of a string, that stands
 * further to the left than YAML allows. Offsets lead back.
 */
export class RepairedText {
  readonly #original: string;
  /** Where lines were moved, in the original, in order. */
  readonly #moved: number[] = [];
  text: string;

  constructor(original: string) {
    this.#original = original;
    this.text = original;
  }

  /** Moves the line of an offset of the text; false when it was moved. */
  moveLine(offset: number): boolean {
    let start = this.originalOffset(offset);
    while (start > 0 && !isBreak(this.#original.charCodeAt(start - 1))) start--;
    const last = this.#moved.at(-1) ?? -1;
    // The parser stops at the first fault: what is moved comes in order.
    if (start <= last) return false;
    this.#moved.push(start);
    const at = start + INDENT.length * (this.#moved.length - 1);
    this.text = this.text.slice(0, at) + INDENT + this.text.slice(at);
    return true;
  }

  /** The offset in the original of one in the text. */
  originalOffset(offset: number): number {
    let low = 0;
    let high = this.#moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#moved[middle]! + INDENT.length * (middle + 1) <= offset) {
        low = middle + 1;
      } else high = middle;
    }
    const before = INDENT.length * low;
    // An offset within the spaces is that of their line.
    return Math.min(offset - before, this.#moved[low] ?? Infinity);
  }

  /** Events of the text, with offsets in the original. */
  originalEvents(events: readonly YamlEvent[]): readonly YamlEvent[] {
    if (this.#moved.length === 0) return events;
    return events.map(event => {
      const moved: Record<string, unknown> = { ...event };
      for (const name of OFFSETS) {
        const offset = moved[name];
        if (typeof offset === 'number' && offset >= 0) {
          moved[name] = this.originalOffset(offset);
        }
      }
      return moved as unknown as YamlEvent;
    });
  }
}

const OFFSETS = [
  'start',
  'valueStart',
  'valueEnd',
  'anchorStart',
  'anchorEnd',
  'tagStart',
  'tagEnd',
];

function isBreak(unit: number): boolean {
  return unit === NEWLINE || unit === CARRIAGE_RETURN;
}
