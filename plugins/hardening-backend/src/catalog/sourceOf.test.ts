// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { LocalFolderReader } from '../sources/localFolders';
import { UrlTreeReader } from '../sources/urlTrees';
import { parseSourcePattern } from './allowedSources';
import { sourceOf, type SourceRules } from './sourceOf';

const readers = [
  new LocalFolderReader(['/srv']),
  new UrlTreeReader({
    urlReader: { readTree: jest.fn(), readUrl: jest.fn(), search: jest.fn() },
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  }),
];
const rules = (...allow: string[]): SourceRules => ({
  readers,
  allow: allow.map(pattern => parseSourcePattern(pattern)!),
});
const entityOf = (described?: string, named?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      ...(described && { 'backstage.io/managed-by-location': described }),
      ...(named && { 'backstage.io/source-location': named }),
    },
  },
});
const GITHUB = 'url:https://github.com/acme/shop/blob/main';
const HERE = {
  host: 'github.com',
  tree: 'https://github.com/acme/shop/tree/main',
};
const LOCAL = { host: '', tree: 'file:///srv/shop' };

describe('sourceOf', () => {
  it.each([
    [
      'beside its description',
      `${GITHUB}/catalog-info.yaml`,
      undefined,
      { ...HERE, path: '' },
    ],
    [
      'beside it in a folder',
      `${GITHUB}/a/b/catalog-info.yaml`,
      undefined,
      { ...HERE, path: 'a/b' },
    ],
    [
      'at its source location',
      `${GITHUB}/catalog-info.yaml`,
      'url:https://github.com/acme/shop/tree/main/api/',
      { ...HERE, path: 'api' },
    ],
    [
      'on another branch',
      `${GITHUB}/catalog-info.yaml`,
      'url:https://github.com/Acme/shop/tree/next',
      {
        host: 'github.com',
        tree: 'https://github.com/Acme/shop/tree/next',
        path: '',
      },
    ],
    [
      'in a folder beside it',
      `${GITHUB}/x/catalog-info.yaml`,
      'dir:./api',
      { ...HERE, path: 'x/api' },
    ],
    [
      'in a folder above',
      `${GITHUB}/x/catalog-info.yaml`,
      'dir:../',
      { ...HERE, path: '' },
    ],
    [
      'on this machine',
      'file:/srv/shop/catalog-info.yaml',
      undefined,
      { ...LOCAL, path: '' },
    ],
    [
      'in a folder of this machine',
      'file:/srv/shop/catalog-info.yaml',
      'dir:./api/',
      { ...LOCAL, path: 'api' },
    ],
  ])('finds it %s', (_, described, named, expected) => {
    expect(sourceOf(entityOf(described, named), rules())).toEqual(expected);
  });

  it.each([
    ['no annotation', undefined, undefined, 'no-source'],
    ['no address', 'url:', undefined, 'no-source'],
    [
      'another kind of location',
      `${GITHUB}/x.yaml`,
      'git:github.com/a/b',
      'no-source',
    ],
    [
      'a folder outside of the repository',
      `${GITHUB}/x.yaml`,
      'dir:../../etc',
      'no-source',
    ],
    ['an absolute folder', 'file:/srv/shop/x.yaml', 'dir:/etc', 'no-source'],
    [
      'a folder above on this machine',
      'file:/srv/shop/x.yaml',
      'dir:../other',
      'no-source',
    ],
    [
      'a host without integration',
      `${GITHUB}/x.yaml`,
      'url:https://git.acme.io/a/b',
      'host-not-known',
    ],
    [
      'no repository',
      `${GITHUB}/x.yaml`,
      'url:https://github.com/acme',
      'host-not-known',
    ],
    [
      'another repository',
      `${GITHUB}/x.yaml`,
      'url:https://github.com/acme/secret',
      'source-not-allowed',
    ],
    [
      'one that begins alike',
      `${GITHUB}/x.yaml`,
      'url:https://github.com/acme/shop2',
      'source-not-allowed',
    ],
    [
      'a folder of the machine',
      `${GITHUB}/x.yaml`,
      'url:file:///etc',
      'source-not-allowed',
    ],
    [
      'another folder of the machine',
      'file:/srv/shop/x.yaml',
      'url:file:///srv/other',
      'source-not-allowed',
    ],
    [
      'a repository, from this machine',
      'file:/srv/shop/x.yaml',
      'url:https://github.com/acme/shop',
      'source-not-allowed',
    ],
    [
      'nobody who describes it',
      undefined,
      'url:https://github.com/acme/shop',
      'source-not-allowed',
    ],
  ])('tells that there is %s', (_, described, named, reason) => {
    expect(sourceOf(entityOf(described, named), rules())).toEqual({ reason });
  });

  it('takes another repository that the configuration allows', () => {
    const entity = entityOf(
      `${GITHUB}/catalog-info.yaml`,
      'url:https://github.com/platform/base/tree/main/images',
    );
    expect(
      sourceOf(entity, rules('https://github.com/platform/*')),
    ).toMatchObject({ path: 'images' });
  });

  it('never lets credentials of an address through', () => {
    const entity = entityOf(
      `${GITHUB}/catalog-info.yaml`,
      'url:https://user:hunter2@github.com/acme/shop/tree/main',
    );
    expect(sourceOf(entity, rules())).toEqual({ ...HERE, path: '' });
  });
});
