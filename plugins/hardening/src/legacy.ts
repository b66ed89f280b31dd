// SPDX-License-Identifier: Apache-2.0

/**
 * Card, tab and API client for apps of Backstage's old frontend system.
 *
 * @packageDocumentation
 */

export { hardeningApiRef } from './api/hardeningApiRef';
export {
  EntityHardeningCard,
  EntityHardeningContent,
  HardeningScorecardsPage,
  legacyHardeningPlugin as default,
} from './legacyPlugin';
