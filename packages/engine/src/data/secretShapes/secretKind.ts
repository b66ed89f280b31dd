// SPDX-License-Identifier: Apache-2.0

/** A kind of secret. */
export interface SecretKind {
  readonly id: string;
  /**
   * Tells its mask from others, 0 to 255. Masked texts are stored: never
   * changed, never given to another kind.
   */
  readonly mask: number;
  /** For a sentence: `a GitHub token`. */
  readonly label: string;
  /** Who says what it looks like, or where it stands. */
  readonly source: string;
  /** Empty where only the place gives it away. */
  readonly shapes: readonly SecretShape[];
}

/** What secrets of a kind look like. */
export interface SecretShape {
  /** Each secret of the shape has one of these in it; letters count. */
  readonly triggers: readonly string[];
  /** How many characters before the trigger belong to it, at most. */
  readonly before?: number;
  /**
   * Sticky and linear. Its group, where it has one, is the secret and ends the
   * match; otherwise all of it is.
   */
  readonly pattern: RegExp;
}
