// SPDX-License-Identifier: Apache-2.0
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HardeningClient } from '@plimsoll/plugin-hardening-common';
import { hardeningApiRef } from './api/hardeningApiRef';
import { scorecardsRouteRef, tabRouteRef } from './routes';
import { HardeningIcon } from './scorecards/HardeningIcon';

/** Which entities have card and tab; an app's config may say otherwise. */
const ENTITIES = { kind: 'component' };

const hardeningApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: hardeningApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new HardeningClient(apis),
    }),
});

const hardeningCard = EntityCardBlueprint.make({
  params: {
    filter: ENTITIES,
    type: 'content',
    loader: () =>
      import('./card/EntityHardeningCard').then(({ EntityHardeningCard }) => (
        <EntityHardeningCard />
      )),
  },
});

const hardeningTab = EntityContentBlueprint.make({
  params: {
    path: 'hardening',
    title: 'Hardening',
    routeRef: tabRouteRef,
    filter: ENTITIES,
    loader: () =>
      import('./tab/HardeningTab').then(({ HardeningTab }) => <HardeningTab />),
  },
});

const scorecardsPage = PageBlueprint.make({
  params: {
    path: '/hardening',
    title: 'Hardening',
    icon: <HardeningIcon />,
    routeRef: scorecardsRouteRef,
    loader: () =>
      import('./scorecards/ScorecardsPage').then(({ ScorecardsPage }) => (
        <ScorecardsPage />
      )),
  },
});

/** Page, card, tab and API client for Backstage's new frontend system. */
export const hardeningPlugin = createFrontendPlugin({
  pluginId: 'hardening',
  title: 'Hardening',
  info: { packageJson: () => import('../package.json') },
  icon: <HardeningIcon />,
  routes: { scorecards: scorecardsRouteRef, tab: tabRouteRef },
  extensions: [hardeningApi, scorecardsPage, hardeningCard, hardeningTab],
});
