// SPDX-License-Identifier: Apache-2.0

/**
 * Assesses how hardened the containers of catalog entities are.
 *
 * @packageDocumentation
 */

export { hardeningPlugin as default } from './plugin';
