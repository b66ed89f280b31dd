// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expectLinear } from '../testing/expectLinear.ts';
import {
  MAX_STAGES,
  MAX_TEXT_LENGTH,
  readRepository,
  type Repository,
} from './repository.ts';
import type { SourceFile } from './sourceFile.ts';

const COPY_ALL = 'FROM alpine:3.22\nCOPY . /app\n';

function file(path: string, text?: string): SourceFile {
  return { path, size: text?.length ?? 1, text };
}

function read(...files: SourceFile[]): Repository {
  return readRepository(files, 'complete');
}

/** What is judged, without the trees that hang on it. */
function outline({ subjects, tree }: Repository) {
  const { dockerfileSource, buildContext } = subjects;
  return {
    files: tree.files,
    dockerfiles: [...dockerfileSource, ...subjects.dockerfile].map(
      ({ path, role, artifact }) => [
        path,
        role,
        typeof artifact === 'string' ? artifact : artifact.text,
      ],
    ),
    contexts: buildContext.map(({ path, role, artifact }) => [
      path,
      role,
      typeof artifact === 'string'
        ? artifact
        : [
            artifact.root,
            artifact.ignoreFile?.text,
            artifact.copies.map(copy => [copy.path, copy.source]),
            artifact.dockerfiles.map(each => each.path),
          ],
    ]),
  };
}

it('finds Dockerfiles and their contexts, in the order of their paths', () => {
  const { subjects } = read(
    file('b/test.Dockerfile', COPY_ALL),
    file('main.go', 'package main\n'),
    file('Dockerfile', COPY_ALL),
    file('test/Dockerfile', 'FROM\n'),
  );
  expect(
    subjects.dockerfileSource.map(({ path, role }) => [path, role]),
  ).toEqual([
    ['Dockerfile', 'production'],
    ['b/test.Dockerfile', 'development'],
    ['test/Dockerfile', 'excluded'],
  ]);
  expect(subjects.dockerfile.map(({ artifact }) => artifact)).toEqual([
    expect.objectContaining({ path: 'Dockerfile' }),
    expect.objectContaining({ path: 'b/test.Dockerfile' }),
    'unparsed',
  ]);
  expect(
    subjects.buildContext.map(({ path, artifact }) => [path, typeof artifact]),
  ).toEqual([
    ['Dockerfile', 'object'],
    ['test/Dockerfile', 'string'],
  ]);
});

it.each([
  ['not-read', undefined],
  ['too-large', `FROM a\n#${'x'.repeat(MAX_TEXT_LENGTH)}\n`],
  ['too-large', 'FROM a\n'.repeat(MAX_STAGES + 1)],
])('says why a Dockerfile is not judged: %s', (reason, text) => {
  const { subjects } = read(file('Dockerfile', text));
  const expected = [
    { path: 'Dockerfile', role: 'production', artifact: reason },
  ];
  expect(subjects.dockerfileSource).toEqual(expected);
  expect(subjects.dockerfile).toEqual(expected);
  expect(subjects.buildContext).toEqual(expected);
});

it.each([
  ['that does not parse', 'FROM a\nRUN <<EOF\n'],
  ['without a stage', 'ARG A=1\n'],
  ['that is empty', ''],
])('keeps a Dockerfile %s for the rule about that', (_, text) => {
  const { subjects } = read(file('Dockerfile', text));
  expect(subjects.dockerfileSource).toMatchObject([{ artifact: { text } }]);
  expect(subjects.dockerfile).toMatchObject([{ artifact: 'unparsed' }]);
  expect(subjects.buildContext).toMatchObject([{ artifact: 'unparsed' }]);
});

it('judges a refused file, as far as it goes', () => {
  const { subjects } = read(file('Dockerfile', 'FROM a\nRUNN b\nCOPY c /\n'));
  expect(subjects.dockerfile).toMatchObject([
    { artifact: { role: 'production' } },
  ]);
  expect(subjects.buildContext).toHaveLength(1);
});

it('knows hostile paths by their cleaned names, or not at all', () => {
  const { subjects, tree } = read(
    file('../Dockerfile', COPY_ALL),
    file('/Dockerfile', COPY_ALL),
    file('C:\\Dockerfile', COPY_ALL),
    file('', COPY_ALL),
    file('a\\Dockerfile', COPY_ALL),
    file('./b//Dockerfile', COPY_ALL),
    file('b/Dockerfile', COPY_ALL),
    file('__proto__/Dockerfile', COPY_ALL),
    file('constructor', ''),
  );
  expect(subjects.dockerfile.map(({ path }) => path)).toEqual([
    '__proto__/Dockerfile',
    'a/Dockerfile',
    'b/Dockerfile',
  ]);
  expect(tree.refused).toHaveLength(4);
});

const PATHS = [
  'Dockerfile',
  'dev.Dockerfile',
  'a/Dockerfile',
  'a/./Dockerfile',
  'a/b/Dockerfile',
  'test/Dockerfile',
  'a/Dockerfile.dockerignore',
  '.dockerignore',
  'a/.dockerignore',
  'src/main.go',
  'a/src/main.go',
  'go.mod',
  '.env',
  '../x',
];
const TEXTS = [
  COPY_ALL,
  'FROM a\nCOPY src go.mod /\n',
  'FROM a\n',
  'RUN\n',
  '*\n!src\n',
  undefined,
];

const arbitraryFiles = fc.array(
  fc
    .tuple(fc.constantFrom(...PATHS), fc.constantFrom(...TEXTS))
    .map(([path, text]) => file(path, text)),
  { maxLength: 14 },
);

it('does not mind the order of the files', () => {
  fc.assert(
    fc.property(
      arbitraryFiles.chain(files =>
        fc.tuple(
          fc.constant(files),
          fc.shuffledSubarray(files, { minLength: files.length }),
        ),
      ),
      ([files, shuffled]) => {
        expect(outline(read(...shuffled))).toEqual(outline(read(...files)));
      },
    ),
  );
});

describe('takes time linear in the number of', () => {
  const sources = 'COPY a b c d e /app/\n'.repeat(4);

  it.each<[string, (n: number) => SourceFile[]]>([
    [
      'files',
      n => [
        file('docker/Dockerfile', `FROM a\n${sources}`),
        ...Array.from({ length: 10 * n }, (_, i) => file(`d${i % 50}/${i}.ts`)),
      ],
    ],
    [
      'Dockerfiles in one folder',
      n =>
        Array.from({ length: n }, (_, i) =>
          file(`docker/${i}.Dockerfile`, COPY_ALL),
        ),
    ],
    [
      'Dockerfiles with an ignore file each',
      n =>
        Array.from({ length: n }, (_, i) => [
          file(`docker/${i}.Dockerfile`, COPY_ALL),
          file(`docker/${i}.Dockerfile.dockerignore`, 'a\n'),
          file(`config/${i}/.env`, 'DB_PASSWORD=hunter2\n'),
        ]).flat(),
    ],
    [
      'folders above a Dockerfile',
      n => [file(`${'a/'.repeat(n)}Dockerfile`, `FROM a\n${sources}`)],
    ],
    [
      'sources',
      n => [
        file('a/b/Dockerfile', `FROM a\n${sources.repeat(n)}`),
        file('a/x'),
      ],
    ],
  ])('%s', (_, make) => {
    expectLinear(make, files => readRepository(files, 'complete'));
  });
});
