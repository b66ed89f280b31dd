// SPDX-License-Identifier: Apache-2.0
import {
  SourceError,
  type SourceErrorClass,
} from '@plimsoll/plugin-hardening-node';

/**
 * Says what an error of a Backstage reader means. The readers give texts, not
 * types: a status stands in the text, and so does a rate limit.
 */
export function toSourceError(tree: string, error: unknown): SourceError {
  if (isSourceError(error)) return error;
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  const status = statusOf(message);
  const errorClass = classOf(name, message, status);
  const said = status === undefined ? '' : ` (${status})`;
  const text = `${SENTENCES[errorClass](hostOf(tree), tree)}${said}`;
  return new SourceError(errorClass, text, { cause: error });
}

/** By its name: a module may bring a copy of the class. */
export function isSourceError(error: unknown): error is SourceError {
  return (
    error instanceof Error &&
    error.name === 'SourceError' &&
    'errorClass' in error
  );
}

function classOf(
  name: string,
  message: string,
  status: number | undefined,
): SourceErrorClass {
  if (status === 429 || /rate.?limit/i.test(message)) return 'rate-limited';
  if (name === 'NotFoundError' || status === 404 || status === 410) {
    return 'not-found';
  }
  if (FORBIDDEN_NAMES.has(name) || FORBIDDEN_STATUS.has(status)) {
    return 'forbidden';
  }
  return MALFORMED.test(message) ? 'malformed' : 'unreachable';
}

const FORBIDDEN_NAMES = new Set(['NotAllowedError', 'AuthenticationError']);
const FORBIDDEN_STATUS = new Set<number | undefined>([401, 403, 451]);

/** What zlib, tar and zip say of an archive that is none, or was cut. */
const MALFORMED =
  /unexpected end of file|incorrect header check|invalid (?:block|distance|stored|code|bit)|TAR_|zlib|central directory|zip file|not valid JSON|Unexpected token/i;

/** Of "… could not be read as …, 503 Service Unavailable". */
function statusOf(message: string): number | undefined {
  const status = /, ([1-5]\d\d)(?: |$)/.exec(message)?.[1];
  return status === undefined ? undefined : Number(status);
}

const SENTENCES: Readonly<
  Record<SourceErrorClass, (host: string, tree: string) => string>
> = {
  'not-found': (host, tree) =>
    `${host} has no "${tree}", or does not show it to this Backstage`,
  forbidden: (host, tree) =>
    `${host} does not let this Backstage read "${tree}"; its integration may need other credentials`,
  'rate-limited': host => `${host} takes no more requests for now`,
  unreachable: (host, tree) =>
    `${host} did not answer when it was asked for "${tree}"`,
  malformed: (host, tree) =>
    `What ${host} gave as "${tree}" is no archive, or was cut`,
};

function hostOf(tree: string): string {
  try {
    return new URL(tree).host;
  } catch {
    return 'The source';
  }
}
