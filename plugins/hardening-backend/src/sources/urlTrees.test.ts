// SPDX-License-Identifier: Apache-2.0
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ReadFile } from '@plimsoll/plugin-hardening-node';
import { gzipSync } from 'node:zlib';
import type { HostKind } from './locateTree';
import { DEFAULT_SOURCE_LIMITS, type SourceLimits } from './sourceLimits';
import { tarballOf, tarOf, zipOf, type Entry } from './testing/archives';
import { HostStub } from './testing/hostStub';
import { UrlTreeReader } from './urlTrees';

const ENTRIES: Entry[] = [
  { path: 'api', isFolder: true },
  { path: 'api/Dockerfile', content: 'FROM scratch\n' },
  { path: 'api/main.go', content: 'package main\n' },
  { path: '.dockerignore', content: '.git\n' },
];
const FILES = [
  { path: '.dockerignore', size: 5, content: Buffer.from('.git\n') },
  { path: 'api/Dockerfile', size: 13, content: Buffer.from('FROM scratch\n') },
  { path: 'api/main.go', size: 13 },
];
const asRead = (files: readonly ReadFile[]) =>
  files.map(file => ({
    ...file,
    ...(file.content && { content: Buffer.from(file.content) }),
  }));

describe('UrlTreeReader', () => {
  const stub = new HostStub();
  beforeAll(() => stub.start());
  afterAll(() => stub.stop());
  beforeEach(() => {
    stub.requests.length = 0;
    stub.before = () => false;
    stub.archive = response => response.end(tarballOf(ENTRIES));
  });

  const readerOf = (
    kind: HostKind = 'github',
    limits?: Partial<SourceLimits>,
  ) =>
    new UrlTreeReader({
      ...stub.integrate(kind),
      limits: { ...DEFAULT_SOURCE_LIMITS, ...limits },
    });
  const read = async (
    reader = readerOf(),
    { path = '/o/r/tree/main', etag = undefined as string | undefined } = {},
  ) => {
    const { tree } = reader.locate(`${stub.origin}${path}`)!;
    const { signal } = new AbortController();
    const result = await reader.read(tree, { etag, signal });
    return result.kind === 'read'
      ? { ...result, files: asRead(result.files) }
      : result;
  };

  it.each<[HostKind, string]>([
    ['github', '/o/r/tree/main/api'],
    ['github', '/o/r'],
    ['gitlab', '/g/sub/r/-/tree/main/api'],
    ['gitea', '/o/r/src/branch/main/api'],
    ['bitbucketServer', '/projects/P/repos/r/browse/api?at=main'],
    ['bitbucketServer', '/projects/P/repos/r'],
    ['azure', '/o/p/_git/r?path=/api&version=GBmain'],
  ])('reads a whole repository from %s: %s', async (kind, path) => {
    if (kind === 'azure') stub.archive = r => r.end(zipOf(ENTRIES.slice(1)));
    const reader = readerOf(kind);
    const result = await read(reader, { path });
    expect(result).toMatchObject({ kind: 'read', files: FILES });
    if (result.kind !== 'read') throw new Error('not read');
    expect(stub.commit.startsWith(result.revision)).toBe(true);

    stub.requests.length = 0;
    const { etag } = result;
    expect(await read(reader, { path, etag })).toEqual({ kind: 'notModified' });
    expect(
      stub.requests.filter(one => /tarball|archive|items/.test(one)),
    ).toEqual([]);
  });

  it('is for hosts with an integration', () => {
    const reader = readerOf();
    expect(reader.locate('https://git.acme.io/o/r')).toBeUndefined();
    expect(reader.locate('https://bucket.s3.amazonaws.com/x')).toBeUndefined();
    expect(reader.locate('file:///etc')).toBeUndefined();
    expect(reader.locate('no address')).toBeUndefined();
  });

  describe('takes no bad archive for a repository without files', () => {
    const cut = (whole: Buffer, part: number) =>
      whole.subarray(0, Math.floor(whole.length * part));
    const tarball = tarballOf(ENTRIES);
    const zip = zipOf(ENTRIES.slice(1));
    const login = Buffer.from('<html><title>Sign in</title></html>');

    it.each<[string, HostKind, Buffer]>([
      ['an empty body', 'github', Buffer.alloc(0)],
      ['a login page', 'github', login],
      ['a login page, compressed', 'github', gzipSync(login)],
      ['an empty tar', 'github', tarOf([])],
      ['only folders', 'github', tarballOf(ENTRIES.slice(0, 1))],
      ['a tarball that ends at once', 'github', cut(tarball, 0.01)],
      ['half a tarball', 'github', cut(tarball, 0.5)],
      ['nearly all of a tarball', 'github', cut(tarball, 0.99)],
      [
        'a tar that ends in a header',
        'github',
        tarOf(ENTRIES).subarray(0, 300),
      ],
      ['a tar that ends in a file', 'github', tarOf(ENTRIES).subarray(0, 1030)],
      ['an empty zip', 'azure', zipOf([])],
      ['an empty body for a zip', 'azure', Buffer.alloc(0)],
      ['a login page for a zip', 'azure', login],
      ['a zip that ends at once', 'azure', cut(zip, 0.01)],
      ['half a zip', 'azure', cut(zip, 0.5)],
      ['nearly all of a zip', 'azure', cut(zip, 0.99)],
      [
        'an answer of Gitea that is none',
        'gitea',
        Buffer.from('{"message":"x"}'),
      ],
    ])('%s', async (_, kind, body) => {
      stub.archive = response => response.end(body);
      const path =
        kind === 'azure'
          ? '/o/p/_git/r'
          : `/o/r/${kind === 'gitea' ? 'src/branch' : 'tree'}/main`;
      await expect(read(readerOf(kind), { path })).rejects.toMatchObject({
        name: 'SourceError',
        errorClass: 'malformed',
      });
    });
  });

  it.each<[number, string]>([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
    [451, 'forbidden'],
    [500, 'unreachable'],
    [502, 'unreachable'],
    [503, 'unreachable'],
  ])('says what a status %i of any host means', async (status, errorClass) => {
    for (const kind of ['github', 'gitlab', 'gitea'] as const) {
      const path = kind === 'gitea' ? '/o/r/src/branch/main' : '/o/r';
      const error = { name: 'SourceError', errorClass };
      stub.before = response => {
        response.statusCode = status;
        response.end();
        return true;
      };
      await expect(read(readerOf(kind), { path })).rejects.toMatchObject(error);
    }
  });

  it('sees the rate limit of GitHub behind its status', async () => {
    stub.before = response => {
      response.statusCode = 403;
      response.setHeader('x-ratelimit-remaining', '0');
      response.end();
      return true;
    };
    await expect(read()).rejects.toMatchObject({ errorClass: 'rate-limited' });
  });

  it('notices a connection that breaks', async () => {
    stub.archive = response => {
      response.write(tarballOf(ENTRIES).subarray(0, 80));
      setImmediate(() => response.destroy());
    };
    await expect(read()).rejects.toMatchObject({ name: 'SourceError' });
    stub.before = response => {
      response.destroy();
      return true;
    };
    await expect(read()).rejects.toMatchObject({ errorClass: 'unreachable' });
  });

  it.each([['an answer'], ['an archive']])(
    'gives up waiting for %s when it is told to, and frees its place',
    async what => {
      const controller = new AbortController();
      const stall = () =>
        setImmediate(() => controller.abort(new Error('late')));
      if (what === 'an archive') stub.archive = stall;
      else {
        stub.before = () => {
          stall();
          return true;
        };
      }
      const reader = new UrlTreeReader({
        ...stub.integrate('github'),
        parallel: 1,
      });
      const { tree } = reader.locate(`${stub.origin}/o/r/tree/main`)!;
      await expect(
        reader.read(tree, { etag: undefined, signal: controller.signal }),
      ).rejects.toThrow('late');
      stub.before = () => false;
      stub.archive = response => response.end(tarballOf(ENTRIES));
      expect(await read(reader)).toMatchObject({ files: FILES });
    },
  );

  // As the reader of zip archives does when its connection breaks.
  it('gives up on a reader that neither answers nor obeys', async () => {
    const urlReader = {
      readTree: () => new Promise(() => {}),
    } as unknown as UrlReaderService;
    const { integrations } = stub.integrate('github');
    const reader = new UrlTreeReader({ urlReader, integrations });
    const signal = AbortSignal.timeout(5);
    await expect(
      reader.read(`${stub.origin}/o/r`, { etag: undefined, signal }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it.each<[string, Partial<SourceLimits>, string[]]>([
    ['files of a size', { fileBytes: 20 }, ['a/Dockerfile', 'b/Dockerfile']],
    ['so many files', { files: 1 }, ['a/Dockerfile']],
    ['so many bytes', { bytes: 25 }, ['a/Dockerfile', 'b/Dockerfile']],
  ])('takes only %s', async (_, limits, taken) => {
    stub.archive = response =>
      response.end(
        tarballOf([
          { path: 'a/Dockerfile', content: 'FROM a\n' },
          { path: 'b/Dockerfile', content: 'FROM b\n' },
          { path: 'c/Dockerfile', content: `FROM c\n${'#'.repeat(30)}` },
        ]),
      );
    const result = await read(readerOf('github', limits));
    if (result.kind !== 'read') throw new Error('not read');
    const paths = result.files.map(({ path }) => path);
    expect(paths).toEqual(['a/Dockerfile', 'b/Dockerfile', 'c/Dockerfile']);
    expect(
      result.files.filter(({ content }) => content).map(({ path }) => path),
    ).toEqual(taken);
  });

  it.each<[string, Partial<SourceLimits>]>([
    ['treeFiles', { treeFiles: 2 }],
    ['treeBytes', { treeBytes: 20 }],
  ])('stops at what no repository has: %s', async (name, limits) => {
    await expect(read(readerOf('github', limits))).rejects.toMatchObject({
      errorClass: 'malformed',
      message: expect.stringContaining(`hardening.limits.${name}`),
    });
  });

  it('survives archives that blow up', async () => {
    const zeros = Buffer.alloc(16 * 1024 ** 2);
    stub.archive = response =>
      response.end(gzipSync(tarOf([{ path: 'zeros', content: zeros }])));
    const reader = readerOf('github', { treeBytes: 1024 ** 2 });
    await expect(read(reader)).rejects.toMatchObject({
      errorClass: 'malformed',
    });

    const many = Array.from({ length: 400 }, (_, index) => ({
      path: `${index}/Dockerfile`,
      content: Buffer.alloc(100_000),
    }));
    stub.archive = response => response.end(tarballOf(many));
    const result = await read(readerOf('github', { bytes: 1024 ** 2 }));
    if (result.kind !== 'read') throw new Error('not read');
    const contents = result.files.flatMap(({ content }) => content ?? []);
    expect(contents).toHaveLength(10);
    expect(result.files).toHaveLength(400);
  });

  it('judges no placeholder of a link', async () => {
    const entries: Entry[] = [
      { path: 'base/Dockerfile', content: 'FROM scratch\n' },
      { path: 'a/Dockerfile', link: '../base/Dockerfile' },
      { path: 'b/Dockerfile', link: '/etc/passwd' },
      { path: 'c/Dockerfile', link: '../../../etc/passwd' },
    ];
    stub.archive = response => response.end(tarballOf(entries));
    const tar = await read();
    expect(tar).toMatchObject({
      files: [
        { path: 'a/Dockerfile', size: 0 },
        { path: 'b/Dockerfile', size: 0 },
        { path: 'base/Dockerfile', size: 13 },
        { path: 'c/Dockerfile', size: 0 },
      ],
    });
    if (tar.kind !== 'read') throw new Error('not read');
    const read1 = tar.files.filter(({ content }) => content);
    expect(read1.map(({ path }) => path)).toEqual(['base/Dockerfile']);

    stub.archive = response => response.end(zipOf(entries));
    const zip = await read(readerOf('azure'), { path: '/o/p/_git/r' });
    if (zip.kind !== 'read') throw new Error('not read');
    expect(zip.files[0]).toMatchObject({
      path: 'a/Dockerfile',
      linkTo: 'base/Dockerfile',
      size: 13,
    });
  });

  it('lists nothing that lies outside of the tree', async () => {
    stub.archive = response =>
      response.end(
        tarballOf([
          { path: 'Dockerfile', content: 'FROM scratch\n' },
          { path: '../Dockerfile', content: 'FROM evil\n' },
          { path: 'a/../../Dockerfile', content: 'FROM evil\n' },
          { path: '/etc/Dockerfile', content: 'FROM evil\n' },
          { path: './b//Dockerfile', content: 'FROM evil\n' },
        ]),
      );
    const result = await read();
    if (result.kind !== 'read') throw new Error('not read');
    expect(result.files.map(({ path }) => path)).toEqual([
      'Dockerfile',
      'etc/Dockerfile',
    ]);
  });
});
