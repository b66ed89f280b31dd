// SPDX-License-Identifier: Apache-2.0
import { parseDockerignore } from './dockerignore/parseDockerignore.ts';
import { namedExclusions } from './protectedPaths.ts';

it.each([
  ['**/.env', 'src/.env', true],
  ['.env', '.env', true],
  ['**/*.key', 'a/b/server.key', true],
  ['.env', 'src/.env', false],
  ['src', 'src/.env', false],
  ['src/*', 'src/.env', false],
  ['*', '.env', false],
  ['**\n*.md', 'src/.env', false],
  ['**\n**/.env*', 'src/.env', true],
  ['!**/.env', 'src/.env', false],
])('whether %p was written for %s: %p', (text, path, expected) => {
  expect(namedExclusions(parseDockerignore(text))(path)).toBe(expected);
});
