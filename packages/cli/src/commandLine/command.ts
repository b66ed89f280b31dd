// SPDX-License-Identifier: Apache-2.0
import type { Arguments } from './arguments.ts';

/** An option of a command, as its help shows it. */
export interface Option {
  /** What follows it, `N` or `text|json`; a switch has none. */
  readonly value?: string;
  readonly summary: string;
  /** Whether it may be given several times. */
  readonly isList?: boolean;
}

/** A word after `plimsoll`. */
export interface Command {
  readonly name: string;
  /** What comes after the name: `[PATH…]`. */
  readonly operands: string;
  /** How many of them there may be. */
  readonly maxOperands: number;
  readonly summary: string;
  /** More than the summary says, for the help of the command alone. */
  readonly details?: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  /** @returns the exit code */
  run(given: Arguments): Promise<number>;
}
