// SPDX-License-Identifier: Apache-2.0
import { isDockerfile } from './readDockerfiles.ts';

it.each([
  ['Dockerfile', true],
  ['dockerfile', true],
  ['Dockerfile.prod', true],
  ['Dockerfile-dev', true],
  ['api.Dockerfile', true],
  ['Containerfile', true],
  ['Dockerfile.dockerignore', false],
  ['Dockerfile.j2', false],
  ['Dockerfile.md', false],
  ['Dockerfiles', false],
  ['main.ts', false],
])('%s: %s', (name, expected) => {
  expect(isDockerfile(name)).toBe(expected);
});
