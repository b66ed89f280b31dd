// SPDX-License-Identifier: Apache-2.0
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SourceReader } from './sourceReader';

/**
 * What a module may add to the hardening backend.
 *
 * @public
 */
export interface HardeningExtensionPoint {
  /**
   * Adds a reader of sources. It is asked before the built-in ones, in the order
   * in which modules add them.
   */
  addSourceReader(reader: SourceReader): void;

  /**
   * Adds rules of one's own. They run in a thread of their own, so they come as
   * a file: a module that exports `RULES`, an array of `Rule`.
   *
   * @param file - absolute, as `require.resolve('./rules')` gives it
   */
  addRules(file: string): void;
}

/**
 * ```ts
 * createBackendModule({
 *   pluginId: 'hardening',
 *   moduleId: 'acme',
 *   register(env) {
 *     env.registerInit({
 *       deps: { hardening: hardeningExtensionPoint },
 *       async init({ hardening }) {
 *         hardening.addRules(require.resolve('./rules'));
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @public
 */
export const hardeningExtensionPoint =
  createExtensionPoint<HardeningExtensionPoint>({ id: 'hardening.extensions' });
