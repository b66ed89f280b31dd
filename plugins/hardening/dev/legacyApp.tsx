// SPDX-License-Identifier: Apache-2.0
import {
  AlertApiForwarder,
  AppRouter,
  createSpecializedApp,
  ErrorApiForwarder,
  FlatRoutes,
  WebStorage,
} from '@backstage/core-app-api';
import { Link, Progress } from '@backstage/core-components';
import {
  alertApiRef,
  createApiFactory,
  errorApiRef,
  storageApiRef,
  type IconComponent,
} from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  DefaultEntityPresentationApi,
  EntityLayout,
} from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis } from '@backstage/test-utils';
import { themes, UnifiedThemeProvider } from '@backstage/theme';
import type { PropsWithChildren } from 'react';
import { BrowserRouter, Navigate, Route } from 'react-router-dom';
import {
  EntityHardeningCard,
  EntityHardeningContent,
  HardeningScorecardsPage,
  hardeningApiRef,
} from '../src/legacy';
import { createFakeApi, ENTITIES } from './fakePortal';

const Icon: IconComponent = () => null;
const icons = new Proxy(
  {} as Parameters<typeof createSpecializedApp>[0]['icons'],
  {
    get: () => Icon,
    has: () => true,
  },
);

const catalogApi = catalogApiMock({ entities: [...ENTITIES] });

const app = createSpecializedApp({
  // What an adopter's app has by default.
  defaultApis: [
    createApiFactory(alertApiRef, new AlertApiForwarder()),
    createApiFactory({
      api: errorApiRef,
      deps: { alertApi: alertApiRef },
      factory: () => new ErrorApiForwarder(),
    }),
    createApiFactory({
      api: storageApiRef,
      deps: { errorApi: errorApiRef },
      factory: ({ errorApi }) => WebStorage.create({ errorApi }),
    }),
    createApiFactory(permissionApiRef, mockApis.permission()),
  ],
  apis: [
    createApiFactory(hardeningApiRef, createFakeApi()),
    createApiFactory(catalogApiRef, catalogApi),
    createApiFactory(starredEntitiesApiRef, new MockStarredEntitiesApi()),
    createApiFactory(
      entityPresentationApiRef,
      DefaultEntityPresentationApi.create({ catalogApi }),
    ),
  ],
  components: {
    Progress,
    Router: ({ children }: PropsWithChildren<{}>) => (
      <BrowserRouter>{children}</BrowserRouter>
    ),
    NotFoundErrorPage: () => <p>There is no such page.</p>,
    BootErrorPage: ({ error }) => <p>The app did not start: {error.message}</p>,
    ErrorBoundaryFallback: ({ error }) => (
      <p>Something failed: {error.message}</p>
    ),
  },
  icons,
  plugins: [],
  themes: [
    {
      id: 'light',
      title: 'Light',
      variant: 'light',
      Provider: ({ children }) => (
        <UnifiedThemeProvider theme={themes.light}>
          {children}
        </UnifiedThemeProvider>
      ),
    },
    {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      Provider: ({ children }) => (
        <UnifiedThemeProvider theme={themes.dark}>
          {children}
        </UnifiedThemeProvider>
      ),
    },
  ],
  configLoader: async () => [],
});

function Home() {
  return (
    <ul>
      {ENTITIES.map(({ metadata: { name } }) => (
        <li key={name}>
          <Link to={`/catalog/default/component/${name}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

/** An app of Backstage's old frontend system with card and tab. */
export const LegacyApp = app.createRoot(
  <AppRouter>
    <FlatRoutes>
      <Route path="/" element={<Navigate to="catalog" />} />
      <Route path="/hardening" element={<HardeningScorecardsPage />} />
      <Route path="/catalog" element={<CatalogIndexPage />}>
        <Home />
      </Route>
      <Route
        path="/catalog/:namespace/:kind/:name"
        element={<CatalogEntityPage />}
      >
        <EntityLayout>
          <EntityLayout.Route path="/" title="Overview">
            <EntityHardeningCard />
          </EntityLayout.Route>
          <EntityLayout.Route path="/hardening" title="Hardening">
            <EntityHardeningContent />
          </EntityLayout.Route>
        </EntityLayout>
      </Route>
    </FlatRoutes>
  </AppRouter>,
);
