// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { baseImage, baseImageWord } from './baseImage.ts';

const DIGEST = `sha256:${'0f'.repeat(32)}`;

describe('baseImage', () => {
  it('knows an image through stages, and where it is named', () => {
    const stage = lastStage('FROM node:22-slim AS a\nFROM a AS b\nFROM b\n');
    expect(baseImage(stage)).toMatchObject({
      kind: 'known',
      facts: { family: 'node', size: 'slim' },
    });
    expect(baseImageWord(stage)).toMatchObject({ value: 'node:22-slim' });
  });

  it('knows scratch', () => {
    const stage = lastStage('FROM scratch AS a\nFROM a\n');
    expect(baseImage(stage)).toEqual({ kind: 'scratch' });
  });

  it.each([
    ['ARG A\nARG B\nFROM $A:$B\n', 'variable-without-value', 'A, B'],
    ['FROM example.com/a\n', 'image-not-known', 'example.com/a'],
    ['FROM ${a.b}\n', 'image-not-known', '${a.b}'],
    ['FROM Not/An:Image:x\n', 'image-not-known', 'Not/An:Image:x'],
    [`FROM node@${DIGEST}\n`, 'needs-registry', `node@${DIGEST}`],
    ['FROM --platform=windows/amd64 node:22\n', 'image-not-known', 'node:22'],
  ])('tells why it does not know: %s', (text, reason, detail) => {
    expect(baseImage(lastStage(text))).toMatchObject({
      kind: 'unknown',
      reason,
      detail,
    });
  });

  it('reads the tag beside a digest', () => {
    const stage = lastStage(`FROM node:22-alpine@${DIGEST}\n`);
    expect(baseImage(stage)).toMatchObject({ facts: { libc: 'musl' } });
  });

  it('takes the platform of a builder for that of Linux', () => {
    const stage = lastStage('FROM --platform=$BUILDPLATFORM golang:1.26\n');
    expect(baseImage(stage).kind).toBe('known');
  });
});

function lastStage(text: string) {
  return resolveBuild(parseDockerfile(text)).stages.at(-1)!;
}
