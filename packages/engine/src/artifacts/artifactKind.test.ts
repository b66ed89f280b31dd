// SPDX-License-Identifier: Apache-2.0
import { expectLinear } from '../testing/expectLinear.ts';
import { isDockerfilePath, isRelevantPath } from './artifactKind.ts';

it.each([
  'Dockerfile',
  'dockerfile',
  'DOCKERFILE',
  'Containerfile',
  'a/b/Dockerfile',
  'Dockerfile.prod',
  'Dockerfile-dev',
  'Dockerfile_4.0.0',
  'Dockerfile.ol8',
  'Dockerfile.windows.install-components',
  'Dockerfile.17',
  'Dockerfile.txt',
  'Containerfile.free',
  'api.Dockerfile',
  'ubuntu-24.04.dockerfile',
  'base.Containerfile',
  // By the language that the image is for.
  'Dockerfile.go',
  'Dockerfile.node',
  'Dockerfile.py',
  'Dockerfile.rs',
  'Dockerfile.php',
  'docker/Dockerfile.java',
  'Dockerfile.ts',
])('%s is a Dockerfile', path => {
  expect(isDockerfilePath(path)).toBe(true);
  expect(isRelevantPath(path)).toBe(true);
});

it.each([
  'Dockerfiles',
  'Dockerfile/README',
  'MyDockerfile',
  '.dockerfile',
  'Dockerfile.dockerignore',
  'api.Dockerfile.dockerignore',
  'Containerfile.containerignore',
  'Dockerfile.j2',
  'Dockerfile.template',
  'Dockerfile-debian.template',
  'ubuntu.Dockerfile.j2',
  'Dockerfile.in',
  'Dockerfile.md',
  'Dockerfile.yml',
  'Dockerfile.sh',
  'dockerfile.jsonl',
  'dockerfile.log',
  'Dockerfile.bak',
  'Dockerfile.dev~',
  'dockerfile.go',
  'dockerfile_test.go',
  'dockerfile.py',
  'dockerfile-utils.js',
  'dockerfile-maven-plugin.xml',
  'src/main/java/com/example/Dockerfile.java',
  'src/Docker/Dockerfile.php',
  'Dockerfile.tsx',
  'main.ts',
  '',
])('%p is none', path => {
  expect(isDockerfilePath(path)).toBe(false);
});

it.each([
  ['.dockerignore', true],
  ['a/Dockerfile.dockerignore', true],
  ['.containerignore', true],
  ['a/.env.production', true],
  ['.npmrc', true],
  ['tls/server.key', true],
  ['api/package.json', true],
  ['requirements-prod.txt', true],
  ['docker-entrypoint.sh', true],
  ['docker/entrypoint', true],
  ['bin/start.sh', true],
  ['node_modules/left-pad/package.json', false],
  ['src/entrypoint.ts', false],
  ['package-lock.json', false],
  ['dockerignore', false],
  ['.gitignore', false],
  ['.env.example', false],
  ['test/server.key', false],
  ['id_rsa', false],
  ['main.ts', false],
])('whether %s has to be read: %p', (path, expected) => {
  expect(isRelevantPath(path)).toBe(expected);
});

it('takes time linear in the length of a path', () => {
  expectLinear(
    n => `Dockerfile${'.dev-test_'.repeat(n)}`,
    path => isRelevantPath(path),
  );
});
