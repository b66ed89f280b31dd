// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compareText } from '../text/order.ts';
import { expectLinear } from '../testing/expectLinear.ts';
import { FileTree } from './fileTree.ts';
import type { SourceFile } from './sourceFile.ts';

function treeOf(...paths: string[]): FileTree {
  return new FileTree(
    paths.map(path => ({ path, size: 0 })),
    'complete',
  );
}

it('finds files, folders and beginnings of paths', () => {
  const tree = treeOf('b/c/d.txt', 'b/c.txt', 'a', 'b-c/e');
  expect(tree.files.map(({ path }) => path)).toEqual([
    'a',
    'b-c/e',
    'b/c.txt',
    'b/c/d.txt',
  ]);
  expect(tree.get('b/c.txt')).toMatchObject({ path: 'b/c.txt' });
  expect(tree.get('b')).toBeUndefined();
  expect(
    ['a', 'b', 'b/c', '.', 'b/c/d.txt'].every(path => tree.has(path)),
  ).toBe(true);
  expect(['', 'b/', 'c', 'b/c/d'].some(path => tree.has(path))).toBe(false);
  expect(['b', 'b/c', '.'].every(path => tree.hasFolder(path))).toBe(true);
  expect(['a', 'b/c.txt', 'b-'].some(path => tree.hasFolder(path))).toBe(false);
  expect([tree.hasPrefix('b/c.'), tree.hasPrefix('b/d')]).toEqual([
    true,
    false,
  ]);
  expect([...tree.pathsBelow('b')]).toEqual(['c.txt', 'c/d.txt']);
  expect([...tree.pathsBelow('.')]).toHaveLength(4);
});

it.each([
  ['./a//b/../c', 'a/c'],
  ['a\\b\\c.txt', 'a/b/c.txt'],
  ['.\\a', 'a'],
  ['a/', 'a'],
  ['__proto__/constructor', '__proto__/constructor'],
  ['a:b', 'a:b'],
  ['..a/...', '..a/...'],
  ['a\nb/\u{d800}', 'a\nb/\u{d800}'],
])('knows %p as %p', (given, path) => {
  const tree = treeOf(given);
  expect(tree.files).toEqual([{ path, size: 0 }]);
  expect(tree.has(path)).toBe(true);
  expect(tree.refused).toEqual([]);
});

it.each([
  '',
  '.',
  '/',
  '/etc/passwd',
  '..',
  '../a',
  'a/../../b',
  'C:\\a',
  'c:/a',
  '\\\\host\\a',
])('refuses %p', path => {
  const tree = treeOf('a', path);
  expect(tree.files).toEqual([{ path: 'a', size: 0 }]);
  expect(tree.refused).toEqual([path]);
});

it('keeps the most telling file of a path', () => {
  const files: SourceFile[] = [
    { path: 'a', size: 9 },
    { path: './a', size: 1, text: 'x' },
    { path: 'b/../a', size: 1, text: 'y' },
  ];
  for (const some of [files, files.toReversed()]) {
    expect(new FileTree(some, 'complete').files).toEqual([
      { path: 'a', size: 1, text: 'x' },
    ]);
  }
});

const arbitraryPath = fc
  .array(fc.constantFrom('a', 'b', 'a-b', 'a.b', '.', '..', '__proto__', 'é'), {
    minLength: 1,
    maxLength: 4,
  })
  .map(parts => parts.join('/'));

it('answers as looking at every path would', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPath), arbitraryPath, (paths, asked) => {
      const tree = treeOf(...paths);
      const known = tree.files.map(({ path }) => path);
      expect(known).toEqual([...new Set(known)].sort(compareText));
      expect(known.length + tree.refused.length).toBeLessThanOrEqual(
        paths.length,
      );
      expect(tree.get(asked) !== undefined).toBe(known.includes(asked));
      const isFolder = known.some(path => path.startsWith(`${asked}/`));
      expect(tree.hasFolder(asked)).toBe(isFolder || asked === '.');
      expect(tree.hasPrefix(asked)).toBe(
        known.some(path => path.startsWith(asked)),
      );
      expect([...tree.pathsBelow(asked)]).toEqual(
        asked === '.'
          ? known
          : known
              .filter(path => path.startsWith(`${asked}/`))
              .map(path => path.slice(asked.length + 1)),
      );
    }),
  );
});

it('does not mind the order of the files', () => {
  const arbitraryFile = fc.record({
    path: arbitraryPath,
    size: fc.nat({ max: 3 }),
    text: fc.option(fc.constantFrom('', 'x', 'y'), { nil: undefined }),
  });
  const shuffled = fc
    .array(arbitraryFile)
    .chain(files =>
      fc.tuple(
        fc.constant(files),
        fc.shuffledSubarray(files, { minLength: files.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([files, others]) => {
      const tree = new FileTree(files, 'complete');
      const other = new FileTree(others, 'complete');
      expect(other.files).toEqual(tree.files);
      expect(other.refused).toEqual(tree.refused);
    }),
  );
});

it('takes time linear in the number of files', () => {
  expectLinear(
    n =>
      Array.from({ length: n }, (_, index) => ({
        path: `src/${index % 97}/${index}.ts`,
        size: 0,
      })),
    files => new FileTree(files, 'complete').hasFolder('src/1'),
  );
});
