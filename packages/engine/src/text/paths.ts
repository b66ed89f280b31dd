// SPDX-License-Identifier: Apache-2.0

/**
 * The shortest path with the same meaning, as Go's `filepath.Clean` gives it:
 * no `//`, no `.`, no `..` that something cancels, no slash at the end.
 */
export function cleanPath(path: string): string {
  if (!UNCLEAN.test(path)) return path;
  const isRooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isRooted) kept.push('..');
  }
  const joined = kept.join('/');
  if (isRooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

const UNCLEAN = /^$|\/\/|.\/$|(?:^|\/)\.\.?(?:\/|$)/s;

/** A path seen from a folder; cleaned, and absolute when the folder is. */
export function joinPaths(folder: string, path: string): string {
  if (folder === '.' || path.startsWith('/')) return cleanPath(path);
  return cleanPath(folder === '/' ? `/${path}` : `${folder}/${path}`);
}
