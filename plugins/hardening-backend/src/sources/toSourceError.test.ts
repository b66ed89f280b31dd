// SPDX-License-Identifier: Apache-2.0
import {
  AuthenticationError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { SourceError } from '@plimsoll/plugin-hardening-node';
import { isSourceError, toSourceError } from './toSourceError';

const TREE = 'https://github.com/o/r';

describe('toSourceError', () => {
  it.each([
    // As the readers of Backstage write them.
    [
      'not-found',
      new NotFoundError(`Request failed for ${TREE}, 404 Not Found`),
    ],
    ['not-found', new Error(`Failed to read tree from ${TREE}, 410 Gone`)],
    ['forbidden', new Error(`Request failed for ${TREE}, 403 Forbidden`)],
    [
      'forbidden',
      new Error(`Failed to read tree from ${TREE}, 401 Unauthorized`),
    ],
    ['forbidden', new Error(`Request failed for ${TREE}, 451 `)],
    [
      'forbidden',
      new NotAllowedError(`Reading from '${TREE}' is not allowed.`),
    ],
    ['forbidden', new AuthenticationError()],
    [
      'rate-limited',
      new Error(
        `Request failed for ${TREE}, 403 Forbidden (rate limit exceeded)`,
      ),
    ],
    [
      'rate-limited',
      new Error(`${TREE} could not be read as x, 429 Too Many Requests`),
    ],
    [
      'unreachable',
      new Error(`Failed to read tree from ${TREE}, 503 Service Unavailable`),
    ],
    [
      'unreachable',
      new Error('request to x failed, reason: connect ECONNREFUSED'),
    ],
    ['unreachable', new Error('Premature close')],
    ['malformed', new Error('unexpected end of file')],
    ['malformed', new Error('incorrect header check')],
    ['malformed', new Error('TAR_ABORT: zlib: invalid distance')],
    [
      'malformed',
      new Error('End of central directory record signature not found'),
    ],
    [
      'malformed',
      new SyntaxError(`Unexpected token '<', "<html>" is not valid JSON`),
    ],
    ['unreachable', 'a text'],
  ])('%s: %s', (errorClass, error) => {
    const answer = toSourceError(TREE, error);
    expect(answer).toMatchObject({ name: 'SourceError', errorClass });
    expect(answer.cause).toBe(error);
    expect(answer.message).toMatch(/github\.com/);
  });

  it('keeps the text of a reader to the log: it may hold anything', () => {
    const { message } = toSourceError(
      TREE,
      new Error('GET https://x/?private_token=hunter2, 500 Oops'),
    );
    expect(message).not.toContain('hunter2');
    expect(message).toContain('(500)');
  });

  it('takes errors of sources as they are, also those of a copied class', () => {
    const own = new SourceError('malformed', 'x');
    expect(toSourceError(TREE, own)).toBe(own);
    const copy = Object.assign(new Error('x'), {
      name: 'SourceError',
      errorClass: 'forbidden',
    });
    expect(isSourceError(copy)).toBe(true);
    expect(isSourceError(new Error('x'))).toBe(false);
  });
});
