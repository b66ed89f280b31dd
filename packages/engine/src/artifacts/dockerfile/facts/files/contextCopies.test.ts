// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { contextCopies } from './contextCopies.ts';

function copiesOf(text: string) {
  const { stages } = resolveBuild(parseDockerfile(text));
  return stages.flatMap(contextCopies);
}

function sourcesOf(instructions: string) {
  return copiesOf(`FROM alpine:3.22\nWORKDIR /w\n${instructions}\n`).map(
    ({ source }) => source,
  );
}

it.each([
  ['COPY . /app', ['.']],
  ['copy ./ ../ / .. /app', ['.', '.', '.', '.']],
  ['COPY src/ ./a//b/../c /d ../../e /app', ['src', 'a/c', 'd', 'e']],
  ['ADD rootfs.tar.xz /', ['rootfs.tar.xz']],
  ['COPY ["a b", "c", "/d"]', ['a b', 'c']],
  ['COPY --chown=1:1 \\\n  a \\\n  b /app/', ['a', 'b']],
  ['COPY "a" b /c', ['a', 'b']],
  ['ARG D=src\nCOPY ${D}/x $D/', ['src/x']],
  ['ARG D\nCOPY ${D}/x y /z/', [undefined, 'y']],
  ['ARG D\nCOPY ${D:-src}/x /z/', ['src/x']],
  ['COPY <<EOF a /z/\nEOF', ['a']],
  ['COPY --from=build a /b', []],
  ['ADD https://example.com/a git@github.com:a/b.git /c/', []],
  ['ADD github.com/a /c/', ['github.com/a']],
  ['COPY a', []],
  ['RUN cp a b', []],
])('%s', (instructions, expected) => {
  expect(sourcesOf(instructions)).toEqual(expected);
});

it('tells patterns, targets, exclusions and open variables', () => {
  const copies = copiesOf(
    'FROM alpine:3.22\nARG A B\nWORKDIR /w\nCOPY --exclude=*.md --exclude=.git *.js src x/\nCOPY $A a$B c/$B\n',
  );
  expect(
    copies.map(({ step, at, ...copy }) => ({ ...copy, at: at.value })),
  ).toEqual([
    {
      source: '*.js',
      missing: [],
      isPattern: true,
      target: '/w/x',
      excludes: ['*.md', '.git'],
      at: '*.js',
    },
    {
      source: 'src',
      missing: [],
      isPattern: false,
      target: '/w/x',
      excludes: ['*.md', '.git'],
      at: 'src',
    },
    {
      source: undefined,
      missing: ['A'],
      isPattern: false,
      target: undefined,
      excludes: [],
      at: '$A',
    },
    {
      source: undefined,
      missing: ['B'],
      isPattern: false,
      target: undefined,
      excludes: [],
      at: 'a$B',
    },
  ]);
});

it('has what an ONBUILD copies in the stage on top, at the place where it stands', () => {
  const text =
    'FROM alpine:3.22 AS base\nONBUILD COPY src /app\nFROM base\nRUN make\n';
  const [copy, ...others] = copiesOf(text);
  expect(others).toEqual([]);
  expect(text.slice(copy!.at.start, copy!.at.end)).toBe('src');
});

it.each([
  'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022',
  'FROM --platform=windows/amd64 example.com/base',
])('reads paths of Windows in %s', from => {
  const [copy] = copiesOf(
    `# escape=\`\n${from}\nWORKDIR C:\\app\nCOPY .\\bin\\Release\\ out\\\n`,
  );
  expect(copy).toMatchObject({ source: 'bin/Release', target: '\\app\\out' });
});
