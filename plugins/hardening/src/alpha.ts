// SPDX-License-Identifier: Apache-2.0

/**
 * The same as the root, where apps of the new frontend system also look.
 *
 * @packageDocumentation
 */

export { hardeningPlugin as default } from './plugin';
