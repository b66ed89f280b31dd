// SPDX-License-Identifier: Apache-2.0
import type { BuildContext } from './buildContext.ts';
import { readRepository } from './repository.ts';
import type { Listing } from './sourceFile.ts';

const COPY_ALL = 'FROM alpine:3.22\nCOPY . /app\n';

function contextsOf(
  files: Readonly<Record<string, string>>,
  listing: Listing = 'complete',
): BuildContext[] {
  const sources = Object.entries(files).map(([path, text]) => ({
    path,
    size: text.length,
    text,
  }));
  const { subjects } = readRepository(sources, listing);
  return subjects.buildContext.flatMap(({ artifact }) =>
    typeof artifact === 'string' ? [] : [artifact],
  );
}

function rootOf(
  dockerfile: string,
  text: string,
  others: readonly string[],
  listing?: Listing,
): string {
  const files = Object.fromEntries(others.map(path => [path, '']));
  const [context] = contextsOf({ ...files, [dockerfile]: text }, listing);
  return context!.root;
}

function copying(...sources: string[]): string {
  return `FROM alpine:3.22\n${sources
    .map(source => `COPY ${source} /app/\n`)
    .join('')}`;
}

describe('the root of a context', () => {
  it.each([
    [
      'is the folder of the Dockerfile',
      'api/Dockerfile',
      ['.'],
      ['api/a', 'b'],
      'api',
    ],
    [
      'is above it where the sources are',
      'docker/Dockerfile',
      ['src', 'go.mod'],
      ['docker/run.sh', 'src/a', 'go.mod'],
      '.',
    ],
    [
      'is where most of them are',
      'a/b/Dockerfile',
      ['x', 'y', 'z'],
      ['a/b/x', 'a/x', 'a/y', 'z'],
      'a',
    ],
    [
      'is the nearest of several',
      'api/Dockerfile',
      ['package.json', '.'],
      ['package.json', 'api/package.json'],
      'api',
    ],
    [
      'is found by a path from the root',
      'apps/api/Dockerfile',
      ['package.json', 'apps/api'],
      ['package.json', 'apps/api/package.json'],
      '.',
    ],
    [
      'is found by patterns',
      'docker/Dockerfile',
      ['package*.json', 'packages/*/package.json'],
      ['docker/a', 'package-lock.json', 'packages/x/package.json'],
      '.',
    ],
    [
      'is found by beginnings that are no folders',
      'docker/Dockerfile',
      ['Cargo.*'],
      ['docker/a', 'Cargo.lock'],
      '.',
    ],
    [
      'holds something to copy',
      'deploy/docker/Dockerfile',
      ['.'],
      ['deploy/docker/dev.Dockerfile', 'deploy/docker/.dockerignore', 'src/a'],
      '.',
    ],
    [
      'may be a folder for what builds make',
      'out/Dockerfile',
      ['.'],
      ['src/a'],
      'out',
    ],
    [
      'is not looked for where nothing is copied',
      'docker/Dockerfile',
      [],
      ['src/a'],
      'docker',
    ],
    [
      'is not told by sources that exist nowhere',
      'docker/Dockerfile',
      ['dist/app.jar'],
      ['src/a', 'docker/a'],
      'docker',
    ],
    [
      'is not told by open variables',
      'docker/Dockerfile',
      ['$X/src'],
      ['src/a', 'docker/a'],
      'docker',
    ],
    [
      'is not told by names of objects',
      'docker/Dockerfile',
      ['constructor', '__proto__'],
      ['docker/a'],
      'docker',
    ],
    [
      'is found by paths that leave it',
      'docker/Dockerfile',
      ['../src', '/go.mod'],
      ['docker/a', 'src/a', 'go.mod'],
      '.',
    ],
  ])('%s', (_, path, sources, others, expected) => {
    expect(rootOf(path, copying(...sources), others)).toBe(expected);
  });

  it('is found by what steps mount', () => {
    const text =
      'FROM alpine:3.22\nRUN --mount=type=bind,source=go.mod,target=go.mod true\n';
    expect(rootOf('docker/Dockerfile', text, ['docker/a', 'go.mod'])).toBe('.');
  });

  it('is the folder of the Dockerfile where only some files are known', () => {
    const found = ['src/a', 'docker/a'];
    const text = copying('src');
    expect(rootOf('docker/Dockerfile', text, found, 'partial')).toBe('docker');
  });

  it('is not looked for too far above', () => {
    const deep = 'a/'.repeat(2_000);
    expect(rootOf(`${deep}Dockerfile`, copying('src'), ['src/a'])).toBe(
      deep.slice(0, -1),
    );
  });
});

describe('the ignore file of a context', () => {
  const NAMES = [
    'docker/api.Dockerfile.dockerignore',
    '.dockerignore',
    'docker/api.Dockerfile.containerignore',
    '.containerignore',
  ];

  it.each(NAMES.map((name, index) => [name, NAMES.slice(index)] as const))(
    'is %s before others',
    (expected, names) => {
      const [context] = contextsOf({
        'docker/api.Dockerfile': copying('src'),
        'src/a': '',
        // This one is in no context.
        'docker/.dockerignore': 'docker',
        ...Object.fromEntries(names.map(name => [name, name])),
      });
      expect(context!.root).toBe('.');
      expect(context!.path).toBe(expected);
      expect(context!.ignoreFile).toMatchObject({
        path: expected,
        text: expected,
        dockerignore: { patterns: [expected] },
      });
    },
  );

  it('is absent where there is none', () => {
    const [context] = contextsOf({ 'a/Dockerfile': COPY_ALL, 'a/b': '' });
    expect(context).toMatchObject({
      path: 'a/Dockerfile',
      ignoreFile: undefined,
    });
  });

  it('may not have been read', () => {
    const { subjects } = readRepository(
      [
        { path: 'Dockerfile', size: 1, text: COPY_ALL },
        { path: '.dockerignore', size: 1 },
      ],
      'complete',
    );
    expect(subjects.buildContext[0]!.artifact).toMatchObject({
      ignoreFile: { text: undefined, dockerignore: undefined },
    });
  });
});

describe('a context', () => {
  it('is shared by the Dockerfiles with one root and one ignore file', () => {
    const contexts = contextsOf({
      'b.Dockerfile': COPY_ALL,
      Dockerfile: COPY_ALL,
      'own.Dockerfile': COPY_ALL,
      'own.Dockerfile.dockerignore': 'a\n',
      'api/Dockerfile': COPY_ALL,
      'api/main.go': '',
      '.dockerignore': 'b\n',
    });
    expect(
      contexts.map(({ path, root, dockerfiles }) => [
        path,
        root,
        dockerfiles.map(dockerfile => dockerfile.path),
      ]),
    ).toEqual([
      ['.dockerignore', '.', ['Dockerfile', 'b.Dockerfile']],
      ['api/Dockerfile', 'api', ['api/Dockerfile']],
      ['own.Dockerfile.dockerignore', '.', ['own.Dockerfile']],
    ]);
    for (const context of contexts) {
      for (const dockerfile of context.dockerfiles) {
        expect(dockerfile.context).toBe(context);
      }
    }
  });

  it.each([
    [
      'of production',
      { Dockerfile: COPY_ALL, 'a.dev.Dockerfile': COPY_ALL },
      'production',
      ['Dockerfile'],
    ],
    [
      'of production, not that of its tests',
      { 'z.Dockerfile': copying('a'), 'test/Dockerfile': copying('test', 'a') },
      'production',
      ['z.Dockerfile'],
    ],
    [
      'of development where production copies nothing',
      { Dockerfile: 'FROM a\n', 'dev.Dockerfile': COPY_ALL },
      'development',
      ['dev.Dockerfile'],
    ],
    [
      'of an excluded folder',
      { 'test/Dockerfile': COPY_ALL, 'test/a': '' },
      'excluded',
      ['test/Dockerfile'],
    ],
    [
      'of production where nothing is copied',
      { Dockerfile: 'FROM a\n', 'test/Dockerfile': 'FROM a\n' },
      'production',
      [],
    ],
  ])('counts as one %s', (_, dockerfiles, role, paths) => {
    const [context] = contextsOf({ a: '', ...dockerfiles });
    expect(context!.role).toBe(role);
    expect([...new Set(context!.copies.map(({ path }) => path))]).toEqual(
      paths,
    );
  });

  it('stands in the order of its path, not of its Dockerfiles', () => {
    const contexts = contextsOf({
      'api/Dockerfile': COPY_ALL,
      'api/main.go': '',
      'docker/Dockerfile': copying('src'),
      'src/a': '',
      '.dockerignore': 'a\n',
    });
    expect(contexts.map(({ path }) => path)).toEqual([
      '.dockerignore',
      'api/Dockerfile',
    ]);
  });

  it('has the copies of stages that the target needs', () => {
    const [context] = contextsOf({
      Dockerfile:
        'FROM a AS unused\nCOPY x /\nFROM a AS build\nCOPY y /\nFROM a\nCOPY --from=build /y /\nCOPY z /\n',
    });
    expect(context!.copies.map(({ source }) => source)).toEqual(['y', 'z']);
  });

  it('knows the files of the repository that hold secrets', () => {
    const [context] = contextsOf({
      Dockerfile: COPY_ALL,
      'a/.env': 'DB_PASSWORD=hunter2\n',
      'b/.env': 'PORT=1\n',
      'test/.env': 'DB_PASSWORD=hunter2\n',
    });
    expect([...context!.secretFiles.pathsBelow('.')]).toEqual(['a/.env']);
  });
});
