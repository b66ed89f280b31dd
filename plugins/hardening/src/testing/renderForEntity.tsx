// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { hardeningApiRef } from '../api/hardeningApiRef';
import type { PageApi } from './fakeHardening';

/** The entity of tests. */
export const EXAMPLE_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
};

/** Renders something on the page of an entity, before a backend. */
export function renderForEntity(
  element: ReactElement,
  api: Partial<PageApi>,
  { path = '/' }: { readonly path?: string } = {},
) {
  return renderInTestApp(
    <TestApiProvider apis={[[hardeningApiRef, api]]}>
      <EntityProvider entity={EXAMPLE_ENTITY}>{element}</EntityProvider>
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}
