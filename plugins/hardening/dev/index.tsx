// SPDX-License-Identifier: Apache-2.0
import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import hardeningPlugin, { hardeningApiRef } from '../src';
import { createFakeApi, ENTITIES } from './fakePortal';
import { Gallery } from './Gallery';

// Every state of card and tab, without a backend: /catalog has an entity for
// each, /states shows all cards.
createDevApp({
  features: [
    // First, so that its card is the first of an overview.
    hardeningPlugin,
    catalogPlugin,
    createFrontendPlugin({
      pluginId: 'gallery',
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/states',
            title: 'Hardening',
            loader: async () => <Gallery />,
          },
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'hardening',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: hardeningApiRef,
              deps: {},
              factory: createFakeApi,
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities: [...ENTITIES] }),
            }),
        }),
      ],
    }),
  ],
});
