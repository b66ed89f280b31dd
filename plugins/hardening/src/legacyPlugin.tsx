// SPDX-License-Identifier: Apache-2.0
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { HardeningClient } from '@plimsoll/plugin-hardening-common';
import { hardeningApiRef } from './api/hardeningApiRef';
import { legacyScorecardsRouteRef, legacyTabRouteRef } from './legacyRoutes';

/** The plugin for Backstage's old frontend system. */
export const legacyHardeningPlugin = createPlugin({
  id: 'hardening',
  apis: [
    createApiFactory({
      api: hardeningApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new HardeningClient(apis),
    }),
  ],
  routes: { scorecards: legacyScorecardsRouteRef, tab: legacyTabRouteRef },
});

/** The card: for the overview of an entity page. */
export const EntityHardeningCard = legacyHardeningPlugin.provide(
  createComponentExtension({
    name: 'EntityHardeningCard',
    component: {
      lazy: () =>
        import('./card/LegacyHardeningCard').then(
          ({ LegacyHardeningCard }) => LegacyHardeningCard,
        ),
    },
  }),
);

/** The tab: for a route of an entity page. */
export const EntityHardeningContent = legacyHardeningPlugin.provide(
  createRoutableExtension({
    name: 'EntityHardeningContent',
    component: () =>
      import('./tab/HardeningTab').then(({ HardeningTab }) => HardeningTab),
    mountPoint: legacyTabRouteRef,
  }),
);

/** The scorecards of the organisation: for a route of the app. */
export const HardeningScorecardsPage = legacyHardeningPlugin.provide(
  createRoutableExtension({
    name: 'HardeningScorecardsPage',
    component: () =>
      import('./scorecards/LegacyScorecardsPage').then(
        ({ LegacyScorecardsPage }) => LegacyScorecardsPage,
      ),
    mountPoint: legacyScorecardsRouteRef,
  }),
);
