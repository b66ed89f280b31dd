// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Uploader } from '../config';
import { createMayUpload } from './uploaders';

const entityOf = (name: string, system: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { system },
});

describe('who may send reports', () => {
  const may = (uploader: Partial<Uploader>, subject: string, name: string) =>
    createMayUpload(
      [{ subject: 'external:ci', entityRefs: [], filters: [], ...uploader }],
      {
        auth: mockServices.auth(),
        catalog: catalogServiceMock({
          entities: [entityOf('shop', 'store'), entityOf('orders', 'back')],
        }),
      },
    )(subject, `component:default/${name}`);
  const shop = { entityRefs: ['component:default/shop'] };

  it.each<[string, Partial<Uploader>, string, string, boolean]>([
    ['nobody, unless said', {}, 'external:ci', 'shop', false],
    ['one who is named, for what is named', shop, 'external:ci', 'shop', true],
    ['nobody for something else', shop, 'external:ci', 'orders', false],
    ['nobody else', shop, 'external:c', 'shop', false],
    ['nobody whose name is like it', shop, 'plugin:ci', 'shop', false],
    [
      'one for what a filter takes',
      { filters: [{ kind: 'component', 'spec.system': 'store' }] },
      'external:ci',
      'shop',
      true,
    ],
    [
      'nobody for what it leaves out',
      { filters: [{ 'spec.system': 'store' }] },
      'external:ci',
      'orders',
      false,
    ],
    [
      'nobody for another kind',
      { filters: [{ kind: 'API' }] },
      'external:ci',
      'shop',
      false,
    ],
    [
      'one for what one of several takes',
      { filters: [{ kind: 'API' }, { kind: ['API', 'Component'] }] },
      'external:ci',
      'shop',
      true,
    ],
    [
      'nobody for another name',
      { filters: [{ 'metadata.name': 'orders' }] },
      'external:ci',
      'shop',
      false,
    ],
    [
      'one for a name in a filter',
      { filters: [{ 'metadata.name': ['x', 'shop'] }] },
      'external:ci',
      'shop',
      true,
    ],
    [
      'nobody for what the catalog has not',
      { filters: [{ kind: 'Component' }] },
      'external:ci',
      'nothing',
      false,
    ],
  ])('is %s', async (_, uploader, subject, name, expected) => {
    expect(await may(uploader, subject, name)).toBe(expected);
  });
});
