// SPDX-License-Identifier: Apache-2.0
import { movedPath } from './fileMoves.ts';

describe('movedPath', () => {
  it.each([
    ['/app/node_modules', '/app/node_modules', '/x', '/x'],
    ['/app/node_modules', '/app', '/x', '/x/node_modules'],
    ['/app/node_modules', '/', '/x', '/x/app/node_modules'],
    ['/app/node_modules', '/app/dist', '/x', undefined],
    ['/app/node_modules', '/app/node', '/x', undefined],
    ['/app/node_modules', '/app/node_modules/a', '/x', undefined],
    ['/app/node_modules', '/app/*', '/x', '/x/node_modules'],
    ['/app/node_modules', '/app/node_*', '/x', '/x/node_modules'],
    ['/app/node_modules', '/*/node_modules', '/x', '/x/node_modules'],
    ['/app/node_modules', '/app/*.json', '/x', undefined],
    ['/app/a/node_modules', '/app/*', '/x', '/x/a/node_modules'],
    ['/ab', '/abc*b', '/x', undefined],
  ])('%s with %s to %s', (path, source, target, expected) => {
    expect(movedPath(path, source, target)).toBe(expected);
  });
});
