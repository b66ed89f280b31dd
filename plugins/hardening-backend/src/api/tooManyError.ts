// SPDX-License-Identifier: Apache-2.0

/** More came in a while than is taken; answered with status 429. */
export class TooManyError extends Error {
  readonly statusCode = 429;

  constructor(message: string) {
    super(message);
    this.name = 'TooManyRequestsError';
  }
}
