// SPDX-License-Identifier: Apache-2.0
import { locateTree, type HostKind } from './locateTree';

const GH = 'https://github.com/o/r';
const GL = 'https://gitlab.com/g/sub/r';
const BC = 'https://bitbucket.org/w/r';
const BS = 'https://bb.acme.com/projects/P/repos/r';
const AZ = 'https://dev.azure.com/o/p/_git/r';
const GT = 'https://gitea.acme.com/o/r';

describe('locateTree', () => {
  it.each<[HostKind, string, string, string, string]>([
    ['github', GH, GH, GH, ''],
    ['github', `${GH}/`, GH, GH, ''],
    ['github', `${GH}.git`, GH, GH, ''],
    ['github', `${GH}/tree/main`, `${GH}/tree/main`, GH, ''],
    ['github', `${GH}/tree/main/a/b/`, `${GH}/tree/main`, GH, 'a/b'],
    ['github', `${GH}/blob/main/a/x.yaml`, `${GH}/tree/main`, GH, 'a/x.yaml'],
    ['github', `${GH}/tree/main/a%20b`, `${GH}/tree/main`, GH, 'a b'],
    ['github', `${GH}/tree/main?x=1#y`, `${GH}/tree/main`, GH, ''],
    ['gitlab', GL, GL, GL, ''],
    ['gitlab', `${GL}/-/tree/main/a`, `${GL}/-/tree/main`, GL, 'a'],
    ['gitlab', `${GL}/-/blob/v1/a/x`, `${GL}/-/tree/v1`, GL, 'a/x'],
    ['gitlab', `${GL}/tree/main/a`, `${GL}/-/tree/main`, GL, 'a'],
    ['bitbucketCloud', BC, BC, BC, ''],
    ['bitbucketCloud', `${BC}/src/main/a`, `${BC}/src/main`, BC, 'a'],
    ['bitbucketServer', BS, `${BS}/browse`, BS, ''],
    ['bitbucketServer', `${BS}/browse/a/b`, `${BS}/browse`, BS, 'a/b'],
    [
      'bitbucketServer',
      `${BS}/browse/a?at=release/1`,
      `${BS}/browse?at=release%2F1`,
      BS,
      'a',
    ],
    ['azure', AZ, AZ, AZ, ''],
    [
      'azure',
      `${AZ}?path=/a/b&version=GBmain`,
      `${AZ}?version=GBmain`,
      AZ,
      'a/b',
    ],
    ['gitea', `${GT}/src/branch/main/a`, `${GT}/src/branch/main`, GT, 'a'],
  ])('%s %s', (kind, address, tree, repository, path) => {
    expect(locateTree(kind, address)).toEqual({ tree, repository, path });
    // What was found is found again: a tree is the address of its own root.
    expect(locateTree(kind, tree)).toEqual({ tree, repository, path: '' });
  });

  it.each<[HostKind, string]>([
    ['github', 'https://github.com'],
    ['github', 'https://github.com/o'],
    ['github', `${GH}/pull/3`],
    ['github', `${GH}/tree/main/%2e%2e/%2e%2e/x`],
    ['github', `${GH}/tree/main/a%2fb`],
    ['github', `${GH}/tree/main/%00`],
    ['github', `${GH}/tree/main/%ff`],
    ['github', 'git@github.com:o/r.git'],
    ['github', 'ftp://github.com/o/r'],
    ['github', 'not an address'],
    ['gitlab', 'https://gitlab.com/g'],
    ['gitlab', `${GL}/-/issues/3`],
    ['bitbucketCloud', `${BC}/pull-requests/3`],
    ['bitbucketServer', 'https://bb.acme.com/projects/P'],
    ['bitbucketServer', `${BS}/commits`],
    ['azure', 'https://dev.azure.com/o/p'],
    ['azure', `${AZ}?version=GC0123456`],
    ['gitea', GT],
    ['gitea', `${GT}/src/commit/0123`],
  ])('%s knows no folder in %s', (kind, address) => {
    expect(locateTree(kind, address)).toBeUndefined();
  });
});
