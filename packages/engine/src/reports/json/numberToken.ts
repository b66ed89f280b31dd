// SPDX-License-Identifier: Apache-2.0

/** Reads one number at a time, which may lie in several chunks. */
export class NumberToken {
  /** Its digits, if they are kept. */
  private text = '';
  private keeps = false;
  private state = START;

  begin(keeps: boolean): void {
    this.text = '';
    this.keeps = keeps;
    this.state = START;
  }

  /** The index of the first byte, from `start` on, that is not part of it. */
  scan(bytes: Uint8Array, start: number): number {
    let index = start;
    while (index < bytes.length) {
      const byte = bytes[index]!;
      const next = nextState(this.state, byte);
      if (next < 0) return index;
      this.state = next;
      if (this.keeps && this.text.length <= MOST_DIGITS) {
        this.text += String.fromCharCode(byte);
      }
      index++;
    }
    return index;
  }

  /** Whether it may end where it is. */
  get isWhole(): boolean {
    return ENDS[this.state] === true;
  }

  /** Undefined when it is not kept, or not a number that we can hold. */
  get value(): number | undefined {
    if (!this.keeps || this.text.length > MOST_DIGITS) return undefined;
    const value = Number(this.text);
    return Number.isFinite(value) ? value : undefined;
  }
}

const MOST_DIGITS = 64;

const START = 0;
const AFTER_MINUS = 1;
const ZERO = 2;
const DIGITS = 3;
const POINT = 4;
const FRACTION = 5;
const EXPONENT = 6;
const EXPONENT_SIGN = 7;
const EXPONENT_DIGITS = 8;

const ENDS: Readonly<Record<number, boolean>> = {
  [ZERO]: true,
  [DIGITS]: true,
  [FRACTION]: true,
  [EXPONENT_DIGITS]: true,
};

/** By the grammar of RFC 8259, section 6; -1 where no number goes on. */
function nextState(state: number, byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return AFTER_DIGIT[state]!(byte);
  switch (byte) {
    case 0x2d:
      if (state === START) return AFTER_MINUS;
      return state === EXPONENT ? EXPONENT_SIGN : -1;
    case 0x2b:
      return state === EXPONENT ? EXPONENT_SIGN : -1;
    case 0x2e:
      return state === ZERO || state === DIGITS ? POINT : -1;
    case 0x45:
    case 0x65:
      return state === ZERO || state === DIGITS || state === FRACTION
        ? EXPONENT
        : -1;
    default:
      return -1;
  }
}

const first = (byte: number) => (byte === 0x30 ? ZERO : DIGITS);

const AFTER_DIGIT: readonly ((byte: number) => number)[] = [
  first,
  first,
  () => -1,
  () => DIGITS,
  () => FRACTION,
  () => FRACTION,
  () => EXPONENT_DIGITS,
  () => EXPONENT_DIGITS,
  () => EXPONENT_DIGITS,
];
