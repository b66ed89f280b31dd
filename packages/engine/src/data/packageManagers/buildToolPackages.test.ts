// SPDX-License-Identifier: Apache-2.0
import { buildToolPackage } from './buildToolPackages.ts';

describe('buildToolPackage', () => {
  it.each([
    ['gcc', 'compiler native'],
    ['gcc-14', 'compiler native'],
    ['clang15', 'compiler native'],
    ['gcc-toolset-14-gcc-c++', 'compiler native'],
    ['g++-aarch64-linux-gnu', 'compiler native'],
    ['Development Tools', 'compiler native'],
    ['cuda-nvcc-12-8', 'compiler native'],
    ['golang-1.24-go', 'compiler go'],
    ['rust1.85', 'compiler rust'],
    ['openjdk-21-jdk-headless', 'compiler java'],
    ['openjdk21', 'compiler java'],
    ['java-21-openjdk-devel', 'compiler java'],
    ['temurin-21-jdk', 'compiler java'],
    ['dotnet-sdk-10.0', 'compiler dotnet'],
    ['dotnet10-sdk', 'compiler dotnet'],
    ['cmake3', 'buildSystem native'],
    ['maven', 'buildSystem java'],
    ['$PHPIZE_DEPS', 'buildSystem native'],
    ['libpq-dev', 'headers native'],
    ['zlib1g-dev', 'headers native'],
    ['openssl-devel', 'headers native'],
    ['postgresql-server-dev-17', 'headers native'],
    ['python3.13-dev', 'headers native'],
    ['linux-headers', 'headers native'],
    ['cuda-cudart-dev-12-8', 'headers native'],
    ['git', 'versionControl other'],
  ])('%s is %s', (name, expected) => {
    const found = buildToolPackage(name);
    expect(found && `${found.kind} ${found.family}`).toBe(expected);
  });

  it.each([
    'openjdk-21-jre-headless',
    'openjdk21-jre',
    'java-21-openjdk',
    'java-21-openjdk-headless',
    'dotnet-runtime-10.0',
    'libgcc-s1',
    'libgcc',
    'libstdc++6',
    'libllvm19',
    'libclang1-19',
    'gcc-14-base',
    'cpp-httplib',
    'makepasswd',
    'gitweb',
    'udev',
    'eudev',
    'gdal-dev',
    'nodejs',
    'python3',
    'go-md2man',
    'rustic',
    'constructor',
    '__proto__',
    '',
  ])('%s may be needed at run time', name => {
    expect(buildToolPackage(name)).toBeUndefined();
  });

  it('is linear in the name', () => {
    const started = performance.now();
    for (const part of ['a-', 'a1', '-dev', '1.', '-linux-']) {
      buildToolPackage(part.repeat(20_000));
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
