// SPDX-License-Identifier: Apache-2.0

/**
 * What the hardening backend and those who ask it have in common: the types of
 * its API and a client for it, permissions, annotations.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './hardeningApi';
export {
  HardeningClient,
  type HardeningClientOptions,
} from './hardeningClient';
export * from './permissions';
export type { operations, paths } from './generated/openapi';
export * from './types';
