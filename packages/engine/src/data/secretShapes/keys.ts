// SPDX-License-Identifier: Apache-2.0
import type { SecretKind } from './secretKind.ts';

/** Keys and tokens whose form is a standard. */
export const KEY_SECRETS: readonly SecretKind[] = [
  {
    id: 'private-key',
    mask: 10,
    label: 'a private key',
    // Over several lines: read by code.
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
    shapes: [],
  },
  {
    id: 'jwt',
    mask: 11,
    label: 'a JSON Web Token',
    source: 'https://www.rfc-editor.org/rfc/rfc7519#section-3.1',
    shapes: [
      {
        triggers: ['eyJ'],
        pattern:
          /(?:(?<![A-Za-z0-9_-])|(?<=\\[nrt]))eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/y,
      },
    ],
  },
  {
    id: 'age-secret-key',
    mask: 12,
    label: 'an age secret key',
    source: 'https://age-encryption.org/v1',
    shapes: [
      {
        triggers: ['AGE-SECRET-KEY-'],
        pattern: /AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{50,}/y,
      },
    ],
  },
];
