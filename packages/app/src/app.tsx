// SPDX-License-Identifier: Apache-2.0
import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import hardeningPlugin from '@plimsoll/plugin-hardening';
import { sidebar } from './sidebar';

/** The portal in which people try Plimsoll. */
export const app = createApp({
  features: [
    // First, so that its card is the first of an overview.
    hardeningPlugin,
    catalogPlugin,
    createFrontendModule({ pluginId: 'app', extensions: [sidebar] }),
  ],
});
