// SPDX-License-Identifier: Apache-2.0
import type { SecretKind } from './secretKind.ts';

/**
 * Secrets that look like anything: where they stand gives them away. The code
 * that finds them names the kind by its id.
 */
export const FOUND_BY_CONTEXT: readonly SecretKind[] = [
  {
    id: 'password',
    mask: 0,
    label: 'a password',
    source: 'the name, flag or statement before it',
    shapes: [],
  },
  {
    id: 'named-value',
    mask: 1,
    label: 'a secret',
    source: 'the name before it',
    shapes: [],
  },
  {
    id: 'random-value',
    mask: 2,
    label: 'a random secret',
    source: 'the name before it, and how random it looks',
    shapes: [],
  },
  {
    id: 'url-credential',
    mask: 3,
    label: 'a credential in a URL',
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    shapes: [],
  },
  {
    id: 'authorization',
    mask: 4,
    label: 'an Authorization header with its credential',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#name-authorization',
    shapes: [],
  },
  {
    id: 'registry-token',
    mask: 5,
    label: 'a token for a package registry',
    source: 'https://docs.npmjs.com/cli/configuring-npm/npmrc',
    shapes: [],
  },
  {
    id: 'docker-auth',
    mask: 6,
    label: 'a login of a Docker client',
    source:
      'https://docs.docker.com/reference/cli/docker/login/#credential-stores',
    shapes: [],
  },
  {
    id: 'secret-argument',
    mask: 7,
    label: 'a secret in an option',
    source: 'the option before it',
    shapes: [],
  },
];
