// SPDX-License-Identifier: Apache-2.0

/** More was sent than is looked at; answered with status 413. */
export class TooLargeError extends Error {
  readonly statusCode = 413;

  constructor(message: string) {
    super(message);
    this.name = 'PayloadTooLargeError';
  }
}
