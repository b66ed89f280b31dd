// SPDX-License-Identifier: Apache-2.0
import { parseSourcePattern } from './allowedSources';

describe('parseSourcePattern', () => {
  it.each([
    ['https://github.com/acme/*', 'https://github.com/acme/shop', true],
    ['https://github.com/acme/*', 'https://github.com/ACME/Shop', true],
    ['https://github.com/acme/*', 'https://github.com/acme/shop/more', false],
    ['https://github.com/acme/*', 'https://github.com/acme-evil/shop', false],
    ['https://github.com/acme/*', 'https://github.com/evil/acme/shop', false],
    ['https://github.com/acme/*', 'http://github.com/acme/shop', false],
    ['https://github.com/acme/*', 'https://github.com.evil.io/acme/x', false],
    ['https://github.com/acme/*', 'https://githubXcom/acme/shop', false],
    ['https://github.com/acme/shop/', 'https://github.com/acme/shop', true],
    ['https://github.com/acme/shop', 'https://github.com/acme/shop2', false],
    ['https://gitlab.com/acme/**', 'https://gitlab.com/acme/a/b/c', true],
    ['https://gitlab.com/acme/**', 'https://gitlab.com/acme', false],
    ['https://*.acme.com/**', 'https://git.acme.com/a/b', true],
    ['https://*.acme.com/**', 'https://a.b.acme.com/a/b', true],
    ['https://*.acme.com/**', 'https://evil.com/x.acme.com/a/b', false],
    ['http://localhost:3000/a/b', 'http://localhost:3000/a/b', true],
  ])('%s on %s: %s', (pattern, repository, expected) => {
    expect(parseSourcePattern(pattern)!(repository)).toBe(expected);
  });

  it.each([
    '',
    '*',
    'github.com/acme/*',
    'https://github.com',
    'https://github.com/',
    'https://*/acme/*',
    'https://git*.com/acme/*',
    'https://user:token@github.com/acme/*',
    'file:///srv/*',
    'https://github.com/acme/*?at=main',
  ])('does not take %j', text => {
    expect(parseSourcePattern(text)).toBeUndefined();
  });
});
