// SPDX-License-Identifier: Apache-2.0
import { isInsecureRegistry, isTrustedImage } from './trustedImages.ts';

describe('isTrustedImage', () => {
  const image = { domain: 'registry.example.com', path: 'base/node' };

  it.each([
    ['registry.example.com/base/'],
    ['registry.example.com/base'],
    ['registry.example.com/base/*'],
    ['registry.example.com/'],
    ['registry.example.com'],
    ['registry.example.com/base/node'],
    ['registry.example.com/base/node/'],
  ])('trusts by %s', prefix => {
    expect(isTrustedImage(image, [prefix])).toBe(true);
  });

  it.each([
    ['registry.example'],
    ['registry.example.com/other/'],
    ['registry.example.com.evil.test'],
    ['base/'],
    [''],
    ['*'],
  ])('does not trust by %s', prefix => {
    expect(isTrustedImage(image, [prefix])).toBe(false);
  });

  it('takes a name without a registry for one of Docker Hub', () => {
    const hub = { domain: 'docker.io', path: 'bitnami/redis' };
    expect(isTrustedImage(hub, ['bitnami/'])).toBe(true);
    expect(isTrustedImage(hub, ['grafana/'])).toBe(false);
  });

  it('does not take a host for the beginning of another', () => {
    const evil = { domain: 'registry.example.com.evil.test', path: 'a' };
    expect(isTrustedImage(evil, ['registry.example.com'])).toBe(false);
  });
});

describe('isInsecureRegistry', () => {
  it.each([
    ['localhost'],
    ['localhost:5000'],
    ['10.0.0.7:5000'],
    ['10.0.0.7'],
    ['[::1]:5000'],
    ['registry.example.com:80'],
  ])('does not trust %s', domain => {
    expect(isInsecureRegistry(domain)).toBe(true);
  });

  it.each([
    ['docker.io'],
    ['registry.example.com:5000'],
    ['registry.example.com:8080'],
    ['1.2.3.example.com'],
    ['localhost.example.com'],
  ])('has nothing against %s', domain => {
    expect(isInsecureRegistry(domain)).toBe(false);
  });
});
