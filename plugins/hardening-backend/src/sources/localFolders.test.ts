// SPDX-License-Identifier: Apache-2.0
import { createMockDirectory } from '@backstage/backend-test-utils';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LocalFolderReader } from './localFolders';
import { DEFAULT_SOURCE_LIMITS } from './sourceLimits';

describe('LocalFolderReader', () => {
  const directory = createMockDirectory();
  const at = (...names: string[]) => path.join(directory.path, ...names);
  const urlOf = (...names: string[]) => pathToFileURL(at(...names)).href;
  const reader = new LocalFolderReader([at('root')]);
  const read = (tree = urlOf('root/shop'), etag?: string, by = reader) =>
    by.read(tree, { etag, signal: new AbortController().signal });
  const readFiles = async (tree?: string, by?: LocalFolderReader) => {
    const result = await read(tree, undefined, by);
    if (result.kind !== 'read') throw new Error('not read');
    return result.files;
  };

  beforeEach(() => {
    directory.setContent({
      'root/shop': {
        Dockerfile: 'FROM scratch\n',
        '.dockerignore': '.git\n',
        'main.go': 'package main\n',
        'empty.Dockerfile': '',
        src: { 'a.go': 'x', 'b.Dockerfile': 'FROM a\n' },
        node_modules: { Dockerfile: 'FROM a\n' },
        '.git': { Dockerfile: 'FROM a\n' },
      },
      'root/empty': {},
      outside: { Dockerfile: 'FROM secret\n', password: 'hunter2' },
    });
  });

  it('lists all files, and takes those that rules look at', async () => {
    const files = await readFiles();
    expect(
      files.map(({ path: file, size, content }) => [
        file,
        size,
        content && Buffer.from(content).toString(),
      ]),
    ).toEqual([
      ['.dockerignore', 5, '.git\n'],
      ['Dockerfile', 13, 'FROM scratch\n'],
      ['empty.Dockerfile', 0, undefined],
      ['main.go', 13, undefined],
      ['src/a.go', 1, undefined],
      ['src/b.Dockerfile', 7, 'FROM a\n'],
    ]);
  });

  it('notices that nothing, or something, has changed', async () => {
    const first = await read();
    if (first.kind !== 'read') throw new Error('not read');
    const again = await read(urlOf('root/shop'), first.etag);
    expect(again).toEqual({ kind: 'notModified' });
    directory.addContent({ 'root/shop/Dockerfile': 'FROM scratcH\n' });
    const changed = await read(urlOf('root/shop'), first.etag);
    expect(changed).toMatchObject({ kind: 'read' });
  });

  it('stays within the limits, by the order of the paths', async () => {
    const limits = { ...DEFAULT_SOURCE_LIMITS, files: 1 };
    const files = await readFiles(
      urlOf('root/shop'),
      new LocalFolderReader([at('root')], limits),
    );
    const taken = files.filter(({ content }) => content);
    expect(taken.map(({ path: file }) => file)).toEqual(['.dockerignore']);
  });

  it.each([
    ['a folder that does not exist', () => urlOf('root/none'), 'not-found'],
    ['a file', () => urlOf('root/shop/Dockerfile'), 'not-found'],
    ['an empty folder', () => urlOf('root/empty'), 'malformed'],
    ['a folder outside of the roots', () => urlOf('outside'), 'forbidden'],
    ['a way out', () => `${urlOf('root/shop')}/../../outside`, 'forbidden'],
    ['the folder above', () => urlOf(), 'forbidden'],
  ])('does not read %s', async (_, tree, errorClass) => {
    await expect(read(tree())).rejects.toMatchObject({
      name: 'SourceError',
      errorClass,
    });
  });

  it('does not follow a link that leads out of the roots', async () => {
    await symlink(at('outside'), at('root/way-out'));
    await expect(read(urlOf('root/way-out'))).rejects.toMatchObject({
      errorClass: 'forbidden',
    });
  });

  it('reads through links only what lies in the folder', async () => {
    await symlink('../src/none', at('root/shop/src/c.Dockerfile'));
    await symlink('b.Dockerfile', at('root/shop/src/d.Dockerfile'));
    await symlink('a.go', at('root/shop/src/e.Dockerfile'));
    await symlink(at('outside/Dockerfile'), at('root/shop/x.Dockerfile'));
    await symlink(at('outside'), at('root/shop/out'));
    await symlink('.', at('root/shop/loop'));
    await symlink('y.Dockerfile', at('root/shop/y.Dockerfile'));
    await rm(at('root/shop/Dockerfile'));
    const files = await readFiles();
    const links = files.filter(({ linkTo }) => linkTo !== undefined);
    expect(
      links.map(({ path: file, linkTo, size, content }) => [
        file,
        linkTo,
        size,
        content && Buffer.from(content).toString(),
      ]),
    ).toEqual([
      ['src/d.Dockerfile', 'src/b.Dockerfile', 7, undefined],
      // What is judged under no name of its own is taken along.
      ['src/e.Dockerfile', 'src/a.go', 1, 'x'],
    ]);
    const placeholders = files.filter(({ size }) => size === 0);
    expect(placeholders.map(({ path: file }) => file)).toEqual([
      'empty.Dockerfile',
      'out',
      'src/c.Dockerfile',
      'x.Dockerfile',
      'y.Dockerfile',
    ]);
    const texts = files.map(({ content = '' }) => String(Buffer.from(content)));
    expect(texts.join()).not.toContain('secret');
  });

  it('is given up when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('late'));
    await expect(
      reader.read(urlOf('root/shop'), { etag: undefined, signal }),
    ).rejects.toThrow('late');
  });

  it.each([
    ['file:///srv/shop', 'file:///srv/shop'],
    ['file:///srv/shop/', 'file:///srv/shop'],
    ['file:///srv/a/../shop', 'file:///srv/shop'],
    ['https://github.com/a/b', undefined],
    ['file://other-machine/x', undefined],
    ['file:///a%2Fb', undefined],
  ])('locates %s', (url, tree) => {
    expect(reader.locate(url)?.tree).toBe(tree);
  });
});
