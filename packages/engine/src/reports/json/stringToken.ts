// SPDX-License-Identifier: Apache-2.0
import type { ReportErrorCode } from '@plimsoll/model';
import { skipPlain } from './skipPlain.ts';
import type { TextPool } from './textPool.ts';
import {
  escapedCharacter,
  hexValue,
  isHighSurrogate,
  isLowSurrogate,
  utf8Bytes,
  utf8Tail,
} from './stringParts.ts';

/** How to keep a string: up to so many bytes, and whether to cut a longer one. */
export interface Keeping {
  readonly mostBytes: number;
  readonly cutsText: boolean;
}

/**
 * Reads one string at a time, which may lie in any number of chunks. Strings
 * that nobody keeps are checked and cost no memory.
 */
export class StringToken {
  /** Set when the closing quote was read. */
  done = false;
  /** Set when the string is none; the reading cannot go on. */
  fault: ReportErrorCode | undefined;
  /** The string; undefined when it is not kept. */
  text: string | undefined;

  private keeping: Keeping | undefined;
  private mode = PLAIN;
  /** Digits of `\u` that are still to come, and those that were read. */
  private digits = 0;
  private unit = 0;
  /** The first half of a pair, waiting for the second; 0 when there is none. */
  private high = 0;
  /** Bytes of a character that are still to come, and bounds of the next. */
  private tail = 0;
  private lowest = 0;
  private highest = 0;
  /** What was kept before the current chunk, or before an escape. */
  private held = NOTHING;
  private heldLength = 0;
  private overflow = false;
  private readonly pool: TextPool;

  constructor(pool: TextPool) {
    this.pool = pool;
  }

  /** Starts behind an opening quote. */
  begin(keeping: Keeping | undefined): void {
    this.done = false;
    this.text = undefined;
    this.keeping = keeping;
    this.mode = PLAIN;
    this.high = 0;
    this.heldLength = 0;
    this.overflow = false;
  }

  /** Reads on in a chunk; returns the index behind what it read. */
  scan(bytes: Uint8Array, start: number): number {
    let index = start;
    while (index < bytes.length && !this.done && !this.fault) {
      index =
        this.mode === PLAIN
          ? this.scanPlain(bytes, index)
          : this.scanOther(bytes, index);
    }
    return index;
  }

  /** Up to an escape, the end of the string or that of the chunk. */
  private scanPlain(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    let index = start;
    for (;;) {
      index = skipPlain(bytes, index);
      if (index === length) break;
      const byte = bytes[index]!;
      if (byte < 0x80) {
        if (byte === QUOTE) {
          this.finish(bytes, start, index);
        } else if (byte === BACKSLASH) {
          this.hold(bytes, start, index);
          this.mode = ESCAPE;
        } else {
          this.fault = 'control-character';
          return index;
        }
        return index + 1;
      }
      const tail = utf8Tail(byte);
      if (!tail) {
        this.fault = 'not-utf8';
        return index;
      }
      index++;
      this.tail = tail[0];
      this.lowest = tail[1];
      this.highest = tail[2];
      const behind = this.scanTail(bytes, index);
      if (this.fault) return behind;
      index = behind;
      if (this.tail > 0) {
        this.mode = TAIL;
        break;
      }
    }
    this.hold(bytes, start, index);
    return index;
  }

  /** The second to fourth byte of a character. */
  private scanTail(bytes: Uint8Array, start: number): number {
    let index = start;
    while (this.tail > 0 && index < bytes.length) {
      const byte = bytes[index]!;
      if (byte < this.lowest || byte > this.highest) {
        this.fault = 'not-utf8';
        return index;
      }
      this.tail--;
      this.lowest = 0x80;
      this.highest = 0xbf;
      index++;
    }
    return index;
  }

  private scanOther(bytes: Uint8Array, index: number): number {
    if (this.mode === TAIL) {
      const behind = this.scanTail(bytes, index);
      this.hold(bytes, index, behind);
      if (this.tail === 0) this.mode = PLAIN;
      return behind;
    }
    const byte = bytes[index]!;
    if (this.mode === ESCAPE) this.readEscape(byte);
    else if (this.mode === DIGITS) this.readDigit(byte);
    else this.readLowHalf(byte);
    return this.fault ? index : index + 1;
  }

  private readEscape(byte: number): void {
    if (byte === LOWER_U) {
      this.mode = DIGITS;
      this.digits = 4;
      this.unit = 0;
      return;
    }
    const character = escapedCharacter(byte);
    if (character === undefined) {
      this.fault = 'bad-escape';
      return;
    }
    ONE_BYTE[0] = character;
    this.hold(ONE_BYTE, 0, 1);
    this.mode = PLAIN;
  }

  private readDigit(byte: number): void {
    const value = hexValue(byte);
    if (value < 0) {
      this.fault = 'bad-escape';
      return;
    }
    this.unit = this.unit * 16 + value;
    this.digits--;
    if (this.digits === 0) this.endUnit();
  }

  private endUnit(): void {
    const { unit, high } = this;
    if (high !== 0 ? !isLowSurrogate(unit) : isLowSurrogate(unit)) {
      this.fault = 'lone-surrogate';
    } else if (isHighSurrogate(unit)) {
      this.high = unit;
      this.mode = LOW_BACKSLASH;
    } else {
      const code =
        high === 0 ? unit : 0x10000 + (high - 0xd800) * 0x400 + (unit - 0xdc00);
      const bytes = utf8Bytes(code);
      this.hold(bytes, 0, bytes.length);
      this.high = 0;
      this.mode = PLAIN;
    }
  }

  /** The `\u` of the second half. */
  private readLowHalf(byte: number): void {
    const expected = this.mode === LOW_BACKSLASH ? BACKSLASH : LOWER_U;
    if (byte !== expected) {
      this.fault = 'lone-surrogate';
    } else if (this.mode === LOW_BACKSLASH) {
      this.mode = LOW_U;
    } else {
      this.mode = DIGITS;
      this.digits = 4;
      this.unit = 0;
    }
  }

  /** Keeps some bytes until the string ends. */
  private hold(bytes: Uint8Array, start: number, end: number): void {
    const { keeping } = this;
    if (!keeping) return;
    if (this.held === NOTHING) this.held = new Uint8Array(HELD_BYTES);
    const room = keeping.mostBytes - this.heldLength;
    const length = Math.min(end - start, room);
    // Pieces are short: a loop is faster than a view of each.
    for (let index = 0; index < length; index++) {
      this.held[this.heldLength + index] = bytes[start + index]!;
    }
    this.heldLength += length;
    if (end - start > room) this.exceed(keeping);
  }

  private exceed(keeping: Keeping): void {
    this.overflow = true;
    if (!keeping.cutsText) this.fault = 'text-too-long';
  }

  private finish(bytes: Uint8Array, start: number, end: number): void {
    this.done = true;
    const { keeping, pool } = this;
    if (!keeping) return;
    if (this.heldLength === 0 && end - start <= keeping.mostBytes) {
      this.text = pool.get(bytes, start, end);
      return;
    }
    this.hold(bytes, start, end);
    if (this.overflow) this.dropHalfCharacter();
    if (!this.fault) this.text = pool.get(this.held, 0, this.heldLength);
  }

  /** After a cut: what is left of a character that it went through. */
  private dropHalfCharacter(): void {
    let lead = this.heldLength - 1;
    while (lead >= 0 && (this.held[lead]! & 0xc0) === 0x80) lead--;
    if (lead < 0) return;
    const tail = utf8Tail(this.held[lead]!)?.[0] ?? 0;
    if (lead + 1 + tail > this.heldLength) this.heldLength = lead;
  }
}

const PLAIN = 0;
const ESCAPE = 1;
const DIGITS = 2;
const LOW_BACKSLASH = 3;
const LOW_U = 4;
const TAIL = 5;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LOWER_U = 0x75;

/** The longest text that any shape keeps, with room for one more character. */
const HELD_BYTES = 8192;
const NOTHING = new Uint8Array(0);
const ONE_BYTE = new Uint8Array(1);
