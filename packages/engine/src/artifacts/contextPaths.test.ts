// SPDX-License-Identifier: Apache-2.0
import { contextCopies } from './dockerfile/facts/files/contextCopies.ts';
import { readDockerfile } from './dockerfileArtifact.ts';
import { parseDockerignore } from './dockerignore/parseDockerignore.ts';
import { copiedPaths, isFolderCopy } from './contextPaths.ts';
import { FileTree } from './fileTree.ts';

function copiesOf(instructions: string) {
  const text = `FROM alpine:3.22\nARG OPEN\n${instructions}\n`;
  const { build } = readDockerfile('Dockerfile', 'production', text);
  return build.stages
    .flatMap(contextCopies)
    .map(copy => ({ ...copy, path: 'Dockerfile' }));
}

function taken(instructions: string, paths: readonly string[], ignore = '') {
  const copies = copiesOf(instructions);
  return copiedPaths({ copies }, parseDockerignore(ignore), paths).map(
    ({ path, missing }) => (missing.length > 0 ? `${path}?` : path),
  );
}

const PATHS = ['.env', 'a/.env', 'a/b/c.js', 'ab', 'c.js'];

it.each([
  ['COPY . /x', PATHS],
  ['COPY a /x', ['a/.env', 'a/b/c.js']],
  ['COPY a/b /x', ['a/b/c.js']],
  ['COPY *.js ab /x', ['ab', 'c.js']],
  ['COPY * /x', PATHS],
  ['COPY */.env /x', ['a/.env']],
  ['COPY a? /x', ['ab']],
  ['COPY [a-b] /x', ['a/.env', 'a/b/c.js']],
  ['COPY --exclude=*.js . /x', ['.env', 'a/.env', 'a/b/c.js', 'ab']],
  ['COPY --exclude=**/*.js --exclude=ab . /x', ['.env', 'a/.env']],
  ['COPY --exclude=b a /x', ['a/.env']],
  ['COPY --exclude=*.js a/b/c.js ab /x', ['ab']],
  ['COPY --exclude=.env * /x', ['a/b/c.js', 'ab', 'c.js']],
  ['COPY --from=0 . /x', []],
  ['COPY $OPEN /x', PATHS.map(path => `${path}?`)],
  ['COPY ./a/$OPEN /x', ['a/.env?', 'a/b/c.js?']],
  ['COPY ${OPEN}.js /x', ['a/b/c.js?', 'c.js?']],
  ['COPY $OPEN app.jar', []],
  ['COPY ../$OPEN /etc/x.d', PATHS.map(path => `${path}?`)],
  ['COPY $OPEN a /x', ['.env?', 'a/.env', 'a/b/c.js', 'ab?', 'c.js?']],
  ['COPY [] /x', []],
])('%s takes %p', (instructions, expected) => {
  expect(taken(instructions, PATHS)).toEqual(expected);
});

it('leaves out what the ignore file excludes, and tells what takes it back', () => {
  const ignore = parseDockerignore('**/.env\n!a\n*.js\n');
  expect(
    copiedPaths({ copies: copiesOf('COPY . /x') }, ignore, PATHS),
  ).toMatchObject([
    { path: 'a/.env', takenBackBy: { pattern: '!a' } },
    { path: 'a/b/c.js', takenBackBy: undefined },
    { path: 'ab', takenBackBy: undefined },
  ]);
});

it('names the variables that decide', () => {
  const copies = copiesOf('ARG OTHER\nCOPY $OPEN$OTHER $OTHER /x');
  expect(copiedPaths({ copies }, parseDockerignore(''), ['a'])).toMatchObject([
    { missing: ['OPEN', 'OTHER'] },
  ]);
});

const tree = new FileTree(
  ['api/src/main.ts', 'api/LICENSE', 'other/a'].map(path => ({
    path,
    size: 0,
  })),
  'complete',
);

it.each([
  ['COPY . /x', true],
  ['COPY src /x', true],
  ['COPY src/main.ts /x', false],
  ['COPY LICENSE /x', false],
  ['COPY other /x', false],
  ['COPY * /x', true],
  ['COPY src/** /x', true],
  ['COPY */src /x', true],
  ['COPY *.json /x', false],
  ['COPY LICENSE* /x', false],
  ['COPY */package.json /x', false],
  ['COPY */main.c /x', false],
  ['COPY $OPEN /x', false],
])('whether a folder is copied by %s: %p', (instructions, expected) => {
  const [copy] = copiesOf(instructions);
  expect(isFolderCopy({ root: 'api', tree }, copy!)).toBe(expected);
});
