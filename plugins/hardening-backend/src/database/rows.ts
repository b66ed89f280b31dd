// SPDX-License-Identifier: Apache-2.0

/**
 * A text as both databases give it back: PostgreSQL has none with the character
 * 0, and neither keeps half characters. Hostile files hold both.
 */
export function wholeText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** A number of a row, where PostgreSQL gives big ones as text. */
export function numberOf(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

/** A text of a row. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
