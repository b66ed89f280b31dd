// SPDX-License-Identifier: Apache-2.0
import { isExcludedPath, roleOfDockerfile } from './fileRole.ts';

it.each([
  ['Dockerfile', 'production'],
  ['services/api/Dockerfile', 'production'],
  ['Dockerfile.alpine', 'production'],
  ['Dockerfile.developer', 'production'],
  ['contest/Dockerfile', 'production'],
  ['Tests.Dockerfile', 'development'],
  ['Dockerfile.dev', 'development'],
  ['Dockerfile-dev', 'development'],
  ['Dockerfile_local', 'development'],
  ['Dockerfile.dev.alpine', 'development'],
  ['api-test.Dockerfile', 'development'],
  ['DEBUG.dockerfile', 'development'],
  ['docker/dev/Dockerfile', 'development'],
  ['dev/api/Dockerfile', 'production'],
  ['Dockerfile.ui.tilt', 'development'],
  ['web/Dockerfile.cypress', 'development'],
  ['playwright/compose/api/Dockerfile', 'development'],
  ['playwrights/Dockerfile', 'production'],
  ['test/Dockerfile', 'excluded'],
  ['Tests/Api/Dockerfile', 'excluded'],
  ['.examples/full/Dockerfile', 'excluded'],
  ['__tests__/Dockerfile', 'excluded'],
  ['example/Dockerfile', 'excluded'],
  ['windows-samples/Dockerfile', 'production'],
  ['a/tests/b/Dockerfile', 'excluded'],
  ['.devcontainer/Dockerfile', 'excluded'],
  ['examples/Dockerfile.dev', 'excluded'],
  ['vendor/github.com/a/b/Dockerfile', 'excluded'],
  ['__proto__/Dockerfile', 'production'],
])('the role of %s is %s', (path, role) => {
  expect(roleOfDockerfile(path)).toBe(role);
});

it('excludes what lies below such a folder, not a file of that name', () => {
  expect(isExcludedPath('testdata/key.pem')).toBe(true);
  expect(isExcludedPath('bin/test')).toBe(false);
});
