// SPDX-License-Identifier: Apache-2.0
import { InputError } from '@backstage/errors';
import express, { type RequestHandler } from 'express';
import { TooLargeError } from './tooLargeError';

/**
 * Reads a body of JSON. The parser's own errors quote it, which ours must not:
 * bodies hold source text.
 */
export function jsonBody(limit: string): RequestHandler {
  const parse = express.json({ limit });
  return (request, response, next) => {
    parse(request, response, (error?: { readonly type?: string }) => {
      if (error === undefined) next();
      else if (error.type === 'entity.too.large') {
        next(new TooLargeError(`The body is larger than ${limit}`));
      } else next(new InputError('The body is no JSON that could be read'));
    });
  };
}
