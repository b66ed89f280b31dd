// SPDX-License-Identifier: Apache-2.0
import { ResponseError } from '@backstage/errors';

/** An error as a person needs it: what, and what to do. */
export interface Problem {
  readonly kind: 'forbidden' | 'unknown' | 'failed';
  readonly title: string;
  readonly text: string;
}

/** Puts an error of a request into words. */
export function explainProblem(error: Error): Problem {
  switch (statusOf(error)) {
    case 401:
    case 403:
      return {
        kind: 'forbidden',
        title: 'You may not see this',
        text: `${asSentence(
          saidBy(error),
        )} Those who run this portal can give you the permission.`,
      };
    case 404:
      return {
        kind: 'unknown',
        title: 'Not known yet',
        text: 'Plimsoll has not taken this entity over from the catalog. That takes a few minutes at most; when it stays so, its filter leaves the entity out.',
      };
    default:
      return {
        kind: 'failed',
        title: 'Could not be loaded',
        text: `${asSentence(saidBy(error))} Nothing is lost; try again.`,
      };
  }
}

function statusOf(error: Error): number | undefined {
  return error instanceof ResponseError ? error.statusCode : undefined;
}

/** Words with a full stop at their end. */
export function asSentence(words: string): string {
  const said = words.trim();
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

/** What the backend says, or the browser. */
function saidBy(error: Error): string {
  const said =
    error instanceof ResponseError ? error.body.error.message : error.message;
  return said || 'The request failed';
}
