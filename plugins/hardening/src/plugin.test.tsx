// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as alpha from './alpha';
import { hardeningApiRef } from './api/hardeningApiRef';
import * as root from './index';
import { fakeHardening } from './testing/fakeHardening';
import { fakeScorecards } from './testing/fakeScorecards';
import { EXAMPLE_ENTITY } from './testing/renderForEntity';

const API_ENTITY: Entity = {
  ...EXAMPLE_ENTITY,
  kind: 'API',
  metadata: { name: 'orders-api', namespace: 'default' },
};

function renderPortal(
  path: string,
  extensions: readonly (
    | string
    | Readonly<Record<string, object | boolean>>
  )[] = [],
) {
  return renderTestApp({
    features: [catalogPlugin, root.default],
    apis: [
      [
        catalogApiRef,
        catalogApiMock({ entities: [EXAMPLE_ENTITY, API_ENTITY] }),
      ],
      [hardeningApiRef, { ...fakeHardening(), ...fakeScorecards() }],
    ],
    initialRouteEntries: [path],
    config: {
      app: {
        title: 'Test',
        extensions: [
          // Asks for more than a test has.
          { 'entity-card:catalog/about': false },
          ...(extensions as never[]),
        ],
      },
      backend: { baseUrl: 'http://localhost' },
    },
  });
}

// The catalog's own parts warn about their age.
beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

it('is the same plugin at the root and at /alpha', () => {
  expect(root.default.$$type).toBe('@backstage/FrontendPlugin');
  expect(alpha.default).toBe(root.default);
});

it('puts card and tab on the page of a component', async () => {
  renderPortal('/catalog/default/component/orders');
  await userEvent.click(
    await screen.findByRole(
      'link',
      { name: 'Open hardening' },
      { timeout: 30_000 },
    ),
  );
  expect(await screen.findByText('Grade D')).toBeInTheDocument();
}, 90_000);

it('leaves other kinds alone', async () => {
  renderPortal('/catalog/default/api/orders-api');
  expect(
    await screen.findByRole(
      'heading',
      { name: 'orders-api' },
      { timeout: 30_000 },
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Hardening' })).toBeNull();
  expect(screen.queryByRole('tab', { name: 'Hardening' })).toBeNull();
}, 90_000);

it('goes where the config of the app says', async () => {
  renderPortal('/catalog/default/api/orders-api', [
    { 'entity-card:hardening': { config: { filter: { kind: 'api' } } } },
    { 'entity-content:hardening': false },
  ]);
  const card = await screen.findByRole(
    'region',
    { name: 'Hardening' },
    { timeout: 30_000 },
  );
  expect(card).toBeInTheDocument();
  // Without the tab there is nothing to open.
  expect(screen.queryByRole('link', { name: 'Open hardening' })).toBeNull();
}, 90_000);

it('has a page for the organisation', async () => {
  renderPortal('/hardening');
  expect(
    await screen.findByText('138 services', undefined, { timeout: 30_000 }),
  ).toBeInTheDocument();
}, 90_000);
