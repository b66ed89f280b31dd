// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { localNames, namedImages, openVariables } from './namedImages.ts';

describe('namedImages', () => {
  it('names what FROM, COPY and mounts take from a registry', () => {
    const images = imagesOf(
      'FROM node:22 AS a\nFROM a\nRUN --mount=from=alpine:3,target=/x ls\nCOPY --from=a /a /\nCOPY --from=busybox /b /\n',
    );
    expect(images.map(({ use, name }) => [use, name])).toEqual([
      ['base', 'node:22'],
      ['mount', 'alpine:3'],
      ['copy', 'busybox'],
    ]);
  });

  it.each([
    ['$A', undefined, ''],
    ['node:$A', 'docker.io/library/node', ''],
    ['node:22-${A}-slim', 'docker.io/library/node', '-slim'],
    ['node:${A}@sha256:x', 'docker.io/library/node', '@sha256:x'],
    ['node@$A', 'docker.io/library/node', ''],
    ['r.example.com:5000/a/b:$A', 'r.example.com:5000/a/b', ''],
    ['r.example.com:$A/b', undefined, '/b'],
    ['$A/b:1', undefined, '/b:1'],
    ['a/$A:1', undefined, ':1'],
    ['UPPER:$A', undefined, ''],
  ])('reads what a variable leaves of %s', (word, repository, end) => {
    const [image] = imagesOf(`ARG A\nFROM ${word}\n`);
    const found = image?.repository;
    expect(found && `${found.domain}/${found.path}`).toBe(repository);
    expect(image?.literalEnd).toBe(end);
    expect(openVariables([image!])).toBe('A');
  });

  it.each([
    [`node:22@sha256:${'0f'.repeat(32)}`, 'node:22'],
    ['example.com:5000/a:1@sha256:x', 'example.com:5000/a:1'],
    ['example.com:5000/a@sha256:x', 'example.com:5000/a@sha256:x'],
  ])('calls %s %s', (word, name) => {
    expect(imagesOf(`FROM ${word}\n`)[0]?.name).toBe(name);
  });

  it.each([
    ['myapp-base', 'myapp-base'],
    ['myapp-base:latest', 'myapp-base:latest'],
    ['myapp:$TAG', 'myapp:'],
    ['constructor', 'constructor'],
    ['node', undefined],
    ['openjdk:8', undefined],
    ['somebody/myapp', undefined],
    ['registry.example.com/myapp', undefined],
    ['public.ecr.aws/docker/library/node:22', undefined],
  ])('tells of %s whether the same machine has built it', (word, local) => {
    expect(localNames(imagesOf(`ARG TAG\nFROM ${word}\n`))).toBe(local);
  });
});

function imagesOf(text: string) {
  return resolveBuild(parseDockerfile(text)).stages.flatMap(namedImages);
}
