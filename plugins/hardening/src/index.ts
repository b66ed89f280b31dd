// SPDX-License-Identifier: Apache-2.0

/**
 * The hardening score of an entity: card and tab for Backstage.
 *
 * @packageDocumentation
 */

export { hardeningPlugin as default } from './plugin';
export { hardeningApiRef } from './api/hardeningApiRef';
