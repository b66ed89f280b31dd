// SPDX-License-Identifier: Apache-2.0
import { CLOUD_SECRETS } from './secretShapes/clouds.ts';
import { CODE_SECRETS } from './secretShapes/codeHosts.ts';
import { FOUND_BY_CONTEXT } from './secretShapes/contexts.ts';
import { KEY_SECRETS } from './secretShapes/keys.ts';
import { MODEL_SECRETS } from './secretShapes/models.ts';
import { SERVICE_SECRETS } from './secretShapes/services.ts';
import type { SecretKind } from './secretShapes/secretKind.ts';

export type { SecretKind, SecretShape } from './secretShapes/secretKind.ts';

/**
 * Every kind of secret that is told apart.
 *
 * Sources, which is where to look, stand with each kind: what such a secret looks
 * like is written down from knowledge, except for the identifiers of AWS.
 * Basis: knowledge, 2026-11-21.
 */
export const SECRET_KINDS: readonly SecretKind[] = [
  ...FOUND_BY_CONTEXT,
  ...KEY_SECRETS,
  ...CODE_SECRETS,
  ...CLOUD_SECRETS,
  ...MODEL_SECRETS,
  ...SERVICE_SECRETS,
];
