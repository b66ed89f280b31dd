// SPDX-License-Identifier: Apache-2.0

/**
 * Why a tree could not be read, as far as it decides what happens next.
 *
 * - `not-found`, `forbidden`: it is asked for less and less often, at least
 *   once a day.
 * - `rate-limited`: no tree of the same host is asked for during a while.
 * - `unreachable`: the host is down, or too slow.
 * - `malformed`: an answer came, and it is no tree of files.
 *
 * @public
 */
export type SourceErrorClass =
  | 'not-found'
  | 'forbidden'
  | 'rate-limited'
  | 'unreachable'
  | 'malformed';

/**
 * "Could not read", which is never "no files". The message is shown to whoever
 * may see the entity, so it holds neither credentials nor content.
 *
 * @public
 */
export class SourceError extends Error {
  readonly errorClass: SourceErrorClass;

  constructor(
    errorClass: SourceErrorClass,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SourceError';
    this.errorClass = errorClass;
  }
}
